"""Phrases of the lists in knowledge/, found in plain text by their first letters, so that long lists cost little."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

ANY = r"(?:\w[\w']* ){0,4}?"
"""A star on its own: up to four words."""

LETTERS = 3
"""Of the first word, that phrases are looked up by."""

Pattern = re.Pattern[str]


class Hit(NamedTuple):
    """A phrase in a text."""

    value: str
    start: int
    end: int


class Phrases:
    """Phrases by what they stand for."""

    def __init__(
        self, lists: Mapping[str, Iterable[str]], *, spell: Callable[[str], str] = str
    ) -> None:
        near: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._inner: list[tuple[str, str, Pattern]] = []
        for value, phrases in lists.items():
            for phrase in map(spell, phrases):
                core = phrase.split()[0].strip("*")
                if phrase.startswith("*"):
                    self._inner.append((core, value, _compile([phrase])))
                else:
                    near[core[:LETTERS]][value].append(phrase)
        self._near = {
            letters: [(value, _compile(phrases)) for value, phrases in values.items()]
            for letters, values in near.items()
        }

    def at(self, text: str, place: int) -> Hit | None:
        """The longest phrase that begins at a place."""
        hits = [
            Hit(value, place, found.end())
            for value, pattern in self._candidates(text, place)
            if (found := pattern.match(text, place))
        ]
        return max(hits, key=lambda one: one.end, default=None)

    def all(self, text: str, starts: Iterable[int]) -> Iterator[Hit]:
        """Every phrase that begins at one of the places, given all places where words begin."""
        for place in starts:
            for value, pattern in self._beginning(text, place):
                found = pattern.match(text, place)
                if found:
                    yield Hit(value, place, found.end())
        for core, value, pattern in self._inner:
            if core in text:
                for found in pattern.finditer(text):
                    yield Hit(value, found.start(), found.end())

    def _candidates(self, text: str, place: int) -> Iterator[tuple[str, Pattern]]:
        yield from self._beginning(text, place)
        yield from ((value, pattern) for _, value, pattern in self._inner)

    def _beginning(self, text: str, place: int) -> Iterable[tuple[str, Pattern]]:
        letters = text[place : place + LETTERS]
        return self._near.get(letters, self._near.get(letters.partition(" ")[0], ()))


def _compile(phrases: Iterable[str]) -> Pattern:
    spelt = sorted(set(phrases), key=lambda one: (-len(one), one))
    return re.compile(rf"\b(?:{'|'.join(map(_pattern, spelt))})(?!\w)")


def _pattern(phrase: str) -> str:
    *before, last = phrase.split()
    written = [ANY if one == "*" else f"{_word(one)} " for one in before]
    return "".join(written) + (r"\w[\w']*" if last == "*" else _word(last))


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"[\w']*")
