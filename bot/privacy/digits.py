"""Where the digits of a text stand: plates, dates and house numbers need not be looked for anywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DIGITS = re.compile(r"\d+")
_DIGIT = re.compile(r"\d")
_FEWEST = 5
"""Digits of the shortest number of a person when slips are allowed for."""


def has_number(text: str, least: int = _FEWEST) -> bool:
    """Whether the text has digits enough for a number of a person; most have not, and need no further look."""
    return len(_DIGIT.findall(text)) >= least


class NearDigits:
    """The parts of a text around its digits; what a pattern finds stands whole in one of them."""

    def __init__(self, text: str, *, before: int, behind: int) -> None:
        """Reach `before` and `behind` characters from each digit."""
        self._text = text
        self._parts: list[tuple[int, int]] = []
        for match in _DIGITS.finditer(text):
            start, end = max(0, match.start() - before), match.end() + behind
            if self._parts and start <= self._parts[-1][1]:
                start = self._parts.pop()[0]
            self._parts.append((start, end))

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Every match, by characters of the whole text."""
        for start, end in self._parts:
            yield from pattern.finditer(self._text, start, end)

    def beginning(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Every match that begins in one of the parts, wherever it ends."""
        last = 0
        for start, end in self._parts:
            place = max(start, last)
            while place < end:
                if match := pattern.match(self._text, place):
                    yield match
                place = last = match.end() if match else place + 1
