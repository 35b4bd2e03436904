"""The sentences of an answer that hold what a follow-up asks: "wie zit daarin?", "welke wet?", "artikel 353?"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.knowledge.sought import Sought
from bot.nlu.content import content

MOST = 6
"""Sentences and list items that are given at most: more is the article itself, never a choice out of it."""

FOUND = 0.6
"""Share of the words of a question that sentences must hold, when it asks for no kind of thing."""

EVERYWHERE = "gemeente gemeenten stad lokaal lokale bestuur besturen radicalisering"
"""Words that tell sentences of our articles not apart."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z*\[])")
_ITEM = re.compile(r"(?:-|\d+\.) ")
_NUMBER = re.compile(r"\d+")
_LEANS = re.compile(r"(?:Dan|Dat|Dit|Die|Deze|Daar\w*|Hij|Ze|Zij|Het|Ook|Er|Toen|Wie dat)\b")
"""A sentence that begins so says nothing without the one before it."""
_POINTS = re.compile(r"\b(?:die|deze|dat|dit|daar\w*|hij|ze|zij)\b", re.IGNORECASE)
"""A sentence with one of these may take back what the one before it says."""


@dataclass(frozen=True)
class _Unit:
    """A sentence, or an item of a list with what stands above the list."""

    text: str
    block: int
    lead: str | None = None

    @property
    def read(self) -> str:
        """All that tells what it is about."""
        return f"{self.lead or ''} {self.text}"


def passage(text: str, asked: str, sought: Sequence[Sought], *, known: str = "") -> str | None:
    """The sentences that answer `asked`, in their order; None when none do.

    `known` is what the article is about: its words stand in every question about it.
    """
    units = list(_units(text))
    chosen = _numbered(units, asked) or _fitting(units, asked, sought, known)
    return _shown(units, chosen) if 0 < len(chosen) <= MOST else None


def with_number(short: str, long: str, asked: str) -> str | None:
    """What the detail says of the numbers in a question ("22 mei 2018"), when the short text holds fewer of them."""
    units = list(_units(long))
    chosen = _numbered(units, asked)
    if not chosen or _held(chosen[0].text, asked) <= _held(short, asked):
        return None
    return _shown(units, chosen[:1])


def _held(text: str, asked: str) -> int:
    """How many of the numbers of a question a text holds."""
    return len(set(_NUMBER.findall(asked)) & set(_NUMBER.findall(text)))


def _numbered(units: Sequence[_Unit], asked: str) -> list[_Unit]:
    most = max((_held(one.text, asked) for one in units), default=0)
    return [one for one in units if most and _held(one.text, asked) == most]


def _fitting(
    units: Sequence[_Unit], asked: str, sought: Sequence[Sought], known: str
) -> list[_Unit]:
    """Those that tell the kind of thing that is asked for; of them, or else of all, those with most of its words."""
    kinds = [one for one in sought if one.asks.search(asked)]
    for one in kinds:
        asked = one.asks.sub(" ", asked)
    kinds = [one for one in kinds if not one.core] or kinds
    fits = [one for one in units if any(kind.stands.search(one.text) for kind in kinds)]
    wanted = _wanted(asked, units, known)
    if kinds and not wanted and all(kind.core for kind in kinds):
        # Whether the whole must or may be done: a sentence on one part of it would mislead.
        return [one for one in fits if one.block == 0]
    scores = {
        one: sum(weight for word, weight in wanted if word & _forms(one)) for one in fits or units
    }
    best = max(scores.values(), default=0)
    if (wanted or not fits) and not _tells(wanted, best):
        return []
    return [one for one, score in scores.items() if score == best]


def _tells(wanted: list[tuple[frozenset[str], float]], best: float) -> bool:
    return bool(wanted) and best >= FOUND * sum(weight for _, weight in wanted) and best > 0


def _wanted(asked: str, units: Sequence[_Unit], known: str) -> list[tuple[frozenset[str], float]]:
    """The telling words of a question; the rarer in the text, the more one weighs."""
    about = frozenset().union(*content(f"{known} {EVERYWHERE}"))
    words = {word for word in content(asked) if not word & about}
    return [
        (word, math.log(1 + len(units) / max(1, sum(bool(word & _forms(one)) for one in units))))
        for word in words
    ]


def _forms(unit: _Unit) -> frozenset[str]:
    return frozenset().union(*content(unit.read))


def _units(text: str) -> Iterator[_Unit]:
    lead = None
    for place, block in enumerate(text.split("\n\n")):
        lines = block.splitlines()
        if lines and _ITEM.match(lines[0]):
            yield from (_Unit(one, place, lead) for one in lines)
        else:
            said = [one for one in _SENTENCE.split(block) if one]
            lead = said[-1] if said else None
            yield from (_Unit(one, place) for one in said)


def _between(units: Sequence[_Unit], chosen: Sequence[_Unit]) -> set[_Unit]:
    """The sentences between two chosen ones of a paragraph: nothing is cut out of its middle."""
    places = {one: place for place, one in enumerate(units)}
    ends: dict[int, list[int]] = {}
    for one in chosen:
        if one.lead is None:
            ends.setdefault(one.block, []).append(places[one])
    return {one for each in ends.values() for one in units[min(each) : max(each) + 1]}


def _shown(units: Sequence[_Unit], chosen: Sequence[_Unit]) -> str:
    """The chosen ones in order, each with the sentence that it leans on, or the list that it opens."""
    picked = set(chosen) | _between(units, chosen)
    picked |= {one for one in units if one.lead in {above.text for above in chosen}}
    beside = [
        (before, one)
        for before, one in pairwise(units)
        if not one.lead and one.block == before.block
    ]
    for before, one in reversed(beside):
        if one in picked and _LEANS.match(one.text):
            picked.add(before)
    for before, one in beside:
        if before in picked and _POINTS.search(one.text) and not one.text.endswith(":"):
            picked.add(one)
    shown, above = "", None
    for one in (unit for unit in units if unit in picked):
        if above is not None and one.block == above.block:
            shown += ("\n" if one.lead else " ") + one.text
        elif one.lead and (above is None or above.text != one.lead):
            shown += f"\n\n{one.lead}\n\n{one.text}"
        else:
            shown += f"\n\n{one.text}"
        above = one
    return shown.strip()
