"""What was not understood in a month, by likeness, in words of our own domain: never a message itself.

Why so, and why it is counted when it is asked for and never kept: docs/decisions/0020.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import TypedDict

from sqlalchemy.orm import Session

from bot.conversations.likeness import alike, telling
from bot.conversations.missed import Missed, missed
from bot.statistics.periods import Period

FEWEST = 3
"""Conversations that a word must occur in to stand in a report; one visitor may have opened them all."""

MOST_WORDS = 6
MOST_GROUPS = 10
MOST_TEXTS = 1000
"""The newest that are compared: each with each."""

_NUMBER = re.compile(r"\d")


class Alike(TypedDict):
    """Messages that are about the same."""

    words: list[str]
    """What they share, the most shared first."""
    messages: int
    conversations: int


class Unanswered(TypedDict):
    """The messages of a month that were not understood, as far as their text is still kept."""

    kept: int
    groups: list[Alike]
    """Of at least three conversations, the largest first."""
    others: int
    """Messages in no group that is told."""


def unanswered(session: Session, period: Period, own: Collection[str]) -> Unanswered:
    """Lay what is alike together, told in our `own` words alone: any other may be somebody's, however often typed."""
    found = missed(session, period, limit=MOST_TEXTS)
    together = alike([one.text for one in found])
    shared = [_shared([found[place] for place in places], own) for places in together]
    groups = [one for one in shared if one["words"]][:MOST_GROUPS]
    return Unanswered(
        kept=len(found),
        groups=groups,
        others=len(found) - sum(one["messages"] for one in groups),
    )


def _shared(group: Sequence[Missed], own: Collection[str]) -> Alike:
    used: defaultdict[str, set[str]] = defaultdict(set)
    for one in group:
        for word in telling(one.text):
            if word in own and not _NUMBER.search(word):
                used[word].add(one.conversation)
    common = [word for word, by in used.items() if len(by) >= FEWEST]
    ranked = sorted(common, key=lambda word: (-len(used[word]), word))
    return Alike(
        words=ranked[:MOST_WORDS],
        messages=len(group),
        conversations=len({one.conversation for one in group}),
    )
