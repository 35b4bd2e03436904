"""What is hidden besides for readers who know one hidden count for sure, as a municipality knows its own.

They subtract it from a sum that is shown. What is left must be of two other hidden counts at least, and so much that
each of these may be no small count: with `n` parts hidden that make `S`, one known part `k` leaves `S - k` for the
others, and as each is at least one, the largest that one of them can be is `S - k - (n - 2)`.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TypeVar

from bot.publication.reader import Limit, Linked, Sum

Key = TypeVar("Key")

FEWEST = 3
"""Hidden parts of a sum that is shown: with two, who knows the one knows the other."""


def besides(linked: Linked[Key], hidden: Set[Key], threshold: int, known: Set[Key]) -> set[Key]:
    """What must be hidden too, as far as can be seen now: of each sum that tells too much a part, else the whole."""
    return {
        one
        for tie in linked.ties
        if not isinstance(tie, Limit) and tie.whole not in hidden
        for one in _of(tie, linked, hidden, threshold, known)
    }


def _of(
    tie: Sum[Key], linked: Linked[Key], hidden: Set[Key], threshold: int, known: Set[Key]
) -> Iterator[Key]:
    parts = [one for one in _hidden_parts(tie, linked, hidden) if linked.counts[one]]
    counts = [linked.counts[one] for one in parts]
    most = max((linked.counts[one] for one in parts if one in known), default=None)
    if most is None:
        return
    if len(parts) >= FEWEST and sum(counts) - most - (len(parts) - 2) >= threshold:
        return
    left = [one for one in tie.parts if one not in hidden and linked.counts[one]]
    yield min(left, key=lambda one: linked.counts[one]) if left else tie.whole


def _hidden_parts(tie: Sum[Key], linked: Linked[Key], hidden: Set[Key]) -> Iterator[Key]:
    """The hidden parts of a sum; of a part that is a sum itself, the hidden parts of that one."""
    for part in tie.parts:
        if part in hidden:
            finer = next(
                (one for one in linked.ties if one.whole == part and type(one) is Sum), None
            )
            yield from [part] if finer is None else _hidden_parts(finer, linked, hidden)
