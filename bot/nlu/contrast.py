"""Of two municipalities in a message, the one that is meant: "niet Mol, Dessel", "Lint in plaats van Hove"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.nlu.entities.found import Found

_BETWEEN = r"(?:\W+(?:voor|in|van|uit|bij|de|het|stad|gemeente))*\W*$"
_DENIED_BEFORE = re.compile(
    rf"(?:\b(?:niet|geen)|\bin plaats van|\bipv|\bi\.p\.v\.){_BETWEEN}", re.IGNORECASE
)
_MOVED_FROM = re.compile(rf"\bvan{_BETWEEN}", re.IGNORECASE)
_MOVED_TO = re.compile(r"\W+naar\W+(?:de |het |stad |gemeente )*$", re.IGNORECASE)
_MEANT = re.compile(r"\b(?:maar|nee|sorry)\b.*\bbedoel\w*\b.*", re.IGNORECASE)
""" "Ik zei Hove maar ik bedoel Gent"."""
_NEAR = 60
"""Characters before a name in which a word denies it."""
_ONLY = re.compile(
    r"\W*(?:(?:nee|neen|niet|geen|sorry|oei|oeps|maar|wel|ik|we|wij|ben|zijn|is|was|het|dat|dit|ging|gaat|om|voor|in|van|"
    r"uit|bij|de|stad|gemeente|bedoel|bedoelde|had|heb|gezegd|zei|schreef|typte|ingevuld|opgegeven|vergist|mij|eigenlijk|toch|en|wel|degelijk|plaats|ipv|i\.p\.v\.|moet|hoor)\b\W*)*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Contrast:
    """NIS codes of the municipality that is meant and of the one that is denied."""

    meant: str
    denied: str


def contrasted(text: str, found: Sequence[Found]) -> Contrast | None:
    """What a message puts in place of what; None when it names no two, or denies none or both."""
    towns = [one for one in found if one.kind == "municipality"]
    if len(towns) != 2 or towns[0].value == towns[1].value:
        return None
    first, second = towns
    moved = _MOVED_FROM.search(_before(text, first)) and _MOVED_TO.fullmatch(
        text[first.end : second.start]
    )
    denied = [one for one in towns if _DENIED_BEFORE.search(_before(text, one))]
    between = text[first.end : second.start]
    if moved or (len(between) < _NEAR and _MEANT.search(between)):
        denied = [first]
    if len(denied) != 1:
        return None
    meant = second if denied[0] is first else first
    return Contrast(meant.value, denied[0].value)


def says_only(text: str, found: Sequence[Found]) -> bool:
    """Whether a message says nothing besides its municipalities."""
    rest = text
    for one in sorted(found, key=lambda each: -each.start):
        if one.kind == "municipality":
            rest = f"{rest[: one.start]} {rest[one.end :]}"
    return _ONLY.fullmatch(rest) is not None


def _before(text: str, one: Found) -> str:
    return text[max(0, one.start - _NEAR) : one.start]
