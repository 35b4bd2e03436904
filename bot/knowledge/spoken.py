"""What visitors say in place of pressing a button: knowledge/spoken.yml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

PLACES = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": -1}
"""Buttons of a row by their name in the file."""

_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Spoken:
    """Whole messages by what they mean, each as its words without those that do not count."""

    around: frozenset[str]
    places: dict[str, int]
    """Which button of the last row, from 1; -1 is the last."""
    none: frozenset[str]
    on: frozenset[str]
    call_back: frozenset[str]

    def core(self, text: str) -> str:
        """The words of a message, without those that do not count."""
        return _core(text, self.around)


def load_spoken(path: Path) -> Spoken:
    """Read knowledge/spoken.yml; raises KeyError, AttributeError or yaml.YAMLError when it is broken."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    around = frozenset(data["rond"])

    def cores(phrases: Iterable[object]) -> frozenset[str]:
        return frozenset(_core(str(one), around) for one in phrases)

    return Spoken(
        around=around,
        places={one: PLACES[place] for place, said in data["knop"].items() for one in cores(said)},
        none=cores(data["geen"]),
        on=cores(data["verder"]),
        call_back=cores(data["terugbellen"]),
    )


def _core(text: str, around: frozenset[str]) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    words = _WORD.findall("".join(one for one in plain if not unicodedata.combining(one)))
    return " ".join(one for one in words if one not in around)
