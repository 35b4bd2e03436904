"""A text as words, each in one spelling (lower case, no accents) with its place."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple


class Token(NamedTuple):
    """A word, or a placeholder of the privacy filter."""

    plain: str
    start: int
    end: int


class _Plain(dict[int, str]):
    """One lower-case character without accent for each, so that places stay what they were."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code))[0].lower()
        self[code] = plain if len(plain) == 1 else chr(code)
        return self[code]


_PLAIN = _Plain({ord("’"): "'", ord("‘"): "'"})
_TOKEN = re.compile(r"\[[A-Z]+-\d+\]|\b[Vv]/[dhDH]\b|[^\W_]+(?:['’][^\W_]+)*")


def plain(text: str) -> str:
    """Lower case without accents; as many characters as before."""
    return text.translate(_PLAIN)


def tokens(text: str) -> list[Token]:
    """The words of a text in order."""
    folded = plain(text)
    return [
        Token(folded[found.start() : found.end()], found.start(), found.end())
        for found in _TOKEN.finditer(text)
    ]
