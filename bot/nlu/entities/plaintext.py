"""A message as the word lists read it: chat spellings written out, typing errors in listed words mended.

Each word keeps its place, so that what is found can be pointed at in the message itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from bot.nlu.entities.tokens import Token, plain, tokens
from bot.nlu.entities.typos import Typos

CHAT = {
    "v/d": "van de",
    "v/h": "van het",
    "kben": "ik ben",
    "kzijn": "ik ben",
    "kwerk": "ik werk",
    "kgeef": "ik geef",
    "kstudeer": "ik studeer",
    "kik": "ik",
    "kzen": "ik ben",
    "we": "wij",
    "wijle": "wij",
    "wulder": "wij",
    "t": "het",
    "ne": "een",
    "nen": "een",
    "mn": "mijn",
    "m'n": "mijn",
    "mijne": "mijn",
    "onzen": "onze",
    "ulder": "jullie",
    "inne": "in een",
    "int": "in het",
    "bijt": "bij het",
    "vant": "van het",
    "kunne": "kunnen",
    "moete": "moeten",
    "moette": "moeten",
    "moeme": "moeten wij",
    "kunnme": "kunnen wij",
}
"""Spellings that matter to who speaks; knowledge/abbreviations.yml has the others."""

_BREAKS = ".!?;:"
_SCHOOL = "[school-"
"""How the placeholder of a named school begins: who works there works at a school."""


class PlainText:
    """A text of plain words with one space or break between them."""

    def __init__(self, text: str, said: Sequence[Token], read: Iterable[str]) -> None:
        self._said = said
        self.starts: list[int] = []
        """Where each word begins."""
        parts: list[str] = []
        length, before = 0, 0
        for token, word in zip(said, read, strict=True):
            gap = _gap(text[before : token.start]) if parts else ""
            parts += (gap, word)
            length += len(gap)
            self.starts.append(length)
            length += len(word)
            before = token.end
        closing = text[before:].strip()[:1]
        self.text = "".join(parts) + (closing if closing and closing in _BREAKS else "")

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Where the words of a stretch of the message stand here."""
        inside = [
            (place, place + one.end - one.start)
            for place, one in zip(self.starts, self._said, strict=True)
            if start <= one.start < end
        ]
        return inside[0][0], inside[-1][1]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the words of a stretch stand in the message."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, max(start, end - 1)) - 1
        return self._said[first].start, self._said[last].end


def _gap(between: str) -> str:
    if "\n" in between:
        return "\n"
    found = next((char for char in between if char in _BREAKS), None)
    if found is not None:
        return f"{found} "
    return ", " if "," in between else " "


class Plainly:
    """Makes plain texts, with the words of the lists as what may be misspelt."""

    def __init__(self, abbreviations: Mapping[str, str]) -> None:
        self._written_out = {**abbreviations, **CHAT}
        self._typos = Typos(())
        self._listed: frozenset[str] = frozenset()

    def learn(self, listed: Iterable[str]) -> None:
        """Take the words of the lists as those that typing errors are mended to."""
        words = {word for one in listed for word in self.phrase(one).split()}
        self._listed = frozenset(word for word in words if "*" not in word)
        stems = {word[:-1] for word in words if word.endswith("*") and word[:-1].isalpha()}
        self._typos = Typos({word for word in self._listed if word.isalpha()} | stems, stems)

    def read(self, text: str, said: Sequence[Token]) -> PlainText:
        """A message, given with its tokens."""
        return PlainText(text, said, [self._word(one.plain) for one in said])

    def phrase(self, listed: str) -> str:
        """A phrase of a list, written as messages are read; its stars stay."""
        return " ".join(
            plain(part) if "*" in part else self._spell(part) for part in listed.split()
        )

    def _spell(self, part: str) -> str:
        return " ".join(self._written_out.get(one.plain, one.plain) for one in tokens(part))

    def _word(self, word: str) -> str:
        if word.startswith(_SCHOOL):
            return "school"
        written_out = self._written_out.get(word)
        if written_out is not None:
            return written_out
        if word in self._listed:
            return word
        return self._typos.meant(word) or word
