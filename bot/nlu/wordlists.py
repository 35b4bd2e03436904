"""Finding words of the lists in knowledge/: who asks, which expertise and municipality, whether a contact is sought."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.knowledge.municipalities import Municipality, load_municipalities


@dataclass(frozen=True)
class Found:
    """One entity in a text, by character offsets."""

    kind: str
    value: str
    start: int
    end: int


_MYSELF = r"(?:(?:ik ben|wij zijn|we zijn|ik werk als|wij werken als|hier)\s+(?:(?!geen\b)\w+\s+){0,2}|als\s+)"
"""Who says what he is, not of whom he speaks: "ik ben therapeut", "als wijkagent", never "de therapeut"."""


class WordLists:
    """Compiled lists; the order of kinds and values in the file decides between overlapping finds."""

    def __init__(self, lists: dict[str, Any], municipalities: dict[str, Municipality]) -> None:
        self._patterns = [
            (kind, value, _compile(words))
            for kind, section in (("sector", "sectoren"), ("expertise", "expertise"))
            for value, words in lists[section].items()
        ]
        self._patterns += [
            ("audience", value, _compile(words, behind=_MYSELF))
            for value, words in lists["doelgroepen"].items()
        ]
        self._patterns.append(("seeks_contact", "ja", _compile(lists["zoekt_contact"])))
        self._by_name = {_plain(one.name): one.nis for one in municipalities.values()}
        self._municipality = _compile(
            sorted((one.name for one in municipalities.values()), key=len, reverse=True),
            ending="(?:s|se)?",
        )

    def find(self, text: str) -> list[Found]:
        """Every entity in a text, in order of place."""
        found = [
            Found(kind, value, match.start(), match.end())
            for kind, value, pattern in self._patterns
            for match in pattern.finditer(text)
        ]
        found += [
            Found("municipality", self._by_name[_plain(match[1])], match.start(), match.end())
            for match in self._municipality.finditer(text)
            # A name of one's own is written with a capital, or the whole message has none.
            if match[0][0].isupper() or text.islower()
        ]
        return sorted(found, key=lambda one: (one.start, -one.end))

    @classmethod
    def load(cls, folder: Path) -> WordLists:
        """Read the lists of a knowledge folder; raises KeyError when a section is missing."""
        lists = yaml.safe_load((folder / "entities.yml").read_text(encoding="utf-8"))
        return cls(lists, load_municipalities(folder / "municipalities.csv"))


def _compile(words: Iterable[str], *, behind: str = "", ending: str = "") -> re.Pattern[str]:
    alternatives = "|".join(_pattern(word) for word in words)
    return re.compile(rf"(?<!\w){behind}({alternatives}){ending}(?!\w)", re.IGNORECASE)


def _pattern(word: str) -> str:
    parts = (re.escape(part).replace(r"\*", r"\w*") for part in word.split(" * "))
    return r"(?:\s+\w+){0,4}\s+".join(part.replace(r"\ ", r"\s+") for part in parts)


def _plain(name: str) -> str:
    return name.casefold()
