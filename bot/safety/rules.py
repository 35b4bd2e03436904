"""Rules for acute danger and suicide, on the raw text, in memory, before and independent of any model.

They read the phrases of patterns.yml. A false alarm costs one card too many; a miss is caught by the model that
looks after them, so the rules hold to what people say, and stay out of policy questions (DESIGN.md §1, facts.md §7.1).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.safety.card import Danger
from bot.safety.phrases import compile_phrases, read, slips_of

SHORTEST = 3
"""Words of a sentence that is read by itself: "Help." behind a question about a laptop is no cry for help."""

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_TURN = re.compile(
    r"\s*[,;]?\s+(?:maar|en nu|nu)\s+|,\s+(?=(?:is daar|(?:is|zijn) er|bestaat er|wat moet|wat doe)\b)",
    re.IGNORECASE,
)
"""Where a sentence turns from what was to what happens, or from telling to asking: "hij is vrijgesproken maar …"."""

_FILE = Path(__file__).with_name("patterns.yml")


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases of one meaning."""

    meaning: str
    danger: Danger
    pattern: re.Pattern[str]
    others: bool
    """Whether someone else than the writer or the person concerned is threatened."""
    always: bool
    """Whether it counts in a message that sounds like a policy question too."""


@dataclass(frozen=True, slots=True)
class Rules:
    """All that patterns.yml says."""

    spellings: Mapping[str, str]
    slips: Mapping[str, str]
    groups: Sequence[Group]
    policy: re.Pattern[str]
    now: re.Pattern[str]
    """Words of what happens now, which talk of policy does not silence."""
    figures: re.Pattern[str]
    """Figures of speech: "dood van de stress"."""
    self_only: re.Pattern[str]
    """Harm to oneself, in the words that would be a threat with another object."""


@cache
def load() -> Rules:
    """The rules; read once, at the first message or when the gateway starts."""
    data = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    lists = data["woorden"]
    return Rules(
        spellings=data["schrijfwijzen"],
        slips=slips_of(data["kernwoorden"]),
        groups=[
            Group(
                meaning=group["wat"],
                danger=Danger(group["gevaar"]),
                pattern=compile_phrases(group["zinnen"], lists),
                others=group.get("anderen", False),
                always=group.get("ook_bij_beleid", False),
            )
            for group in data["groepen"]
        ],
        policy=compile_phrases(data["beleid"], lists),
        now=compile_phrases(data["nu"], lists),
        figures=compile_phrases(data["beeldspraak"], lists),
        self_only=compile_phrases(data["zelf_alleen"], lists),
    )


def matches(text: str) -> list[Group]:
    """The groups that a message falls under; the first thing to look at when an alarm was wrong."""
    rules = load()
    message = rules.figures.sub("", read(text, rules.spellings, rules.slips))
    for_others = rules.self_only.sub("", message)
    about_policy = bool(rules.policy.search(message)) and not rules.now.search(message)
    return [
        group
        for group in rules.groups
        if (group.always or not about_policy)
        and group.pattern.search(for_others if group.others else message)
    ]


_TOWN = re.compile(r"\s*Schoten[\s.,]*")
"""With its capital and no cry behind it."""


def check(text: str) -> Danger | None:
    """The danger in a message, if the rules see one in the whole of it, in a sentence or in a part of one.

    A question of policy in one must not silence the danger in another. "Schoten" is a town, "schoten!" are shots.
    """
    if _TOWN.fullmatch(text):
        return None
    return next(
        (danger for one in (text, *_parts(text)) if (danger := _danger(one)) is not None), None
    )


def _parts(text: str) -> list[str]:
    """The sentences of a message, and what stands before and behind the turn of one."""
    sentences = _SENTENCE.split(text)
    turned = [part for one in sentences if _TURN.search(one) for part in _TURN.split(one)]
    return [one for one in (*sentences, *turned) if len(one.split()) >= SHORTEST]


def _danger(text: str) -> Danger | None:
    """The danger in one text.

    Suicide goes before emergency, since its card names 112 as well, unless another person is threatened.
    """
    found = matches(text)
    if not found:
        return None
    suicide = any(group.danger is Danger.ZELFDODING for group in found)
    if suicide and not any(group.others for group in found):
        return Danger.ZELFDODING
    return Danger.NOODGEVAL
