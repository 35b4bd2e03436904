"""Text into words with their place, and words into sentences short enough for the model."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(
    r"(?:[^\W\d_]\.-?)+[^\W\d_]\.(?!\w)|(?<!\w)[^\W\d_]\.(?=[ -]?[^\W\d_])(?!\w)|(?<= )[A-Z]\.(?!\w)"
    r"|\w+(?:-\w+|'(?!s\b)\w+)*|[^\w\s]"
)
_ENDS = frozenset(".!?")
_LONGEST = 60
"""Words of one sentence at most, so that a text without full stops costs no more."""
_LONG = 20
"""Words from which a sentence is cut before a word that begins a clause.

Where the cuts fall then hangs on the words and not on their number: a name that became one sign moves none of them, and
the next round over the message need not read the rest again.
"""
_BEGINS = re.compile(
    r"(?:dat|als|maar|want|dus|omdat|of|wat|hoe|waar|wanneer|wie|ik|wij|we|hij|ze|zij|kan|mag|moet|is|heeft)",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A word, an initial with its point, or a sign."""

    text: str
    start: int
    end: int


def sentences(text: str) -> list[list[Token]]:
    """The words of a text, by line and by full stop; not behind abbreviations such as "mevr."."""
    found: list[list[Token]] = []
    for line in re.finditer(r"[^\n]+", text):
        current: list[Token] = []
        for match in _WORD.finditer(line[0]):
            if len(current) >= _LONG and _BEGINS.fullmatch(match[0]):
                found.append(current)
                current = []
            start = line.start() + match.start()
            current.append(Token(match[0], start, line.start() + match.end()))
            if _ends(current) or len(current) == _LONGEST:
                found.append(current)
                current = []
        if current:
            found.append(current)
    return found


def _ends(words: list[Token]) -> bool:
    return (
        words[-1].text in _ENDS
        and len(words) > 1
        and (words[-1].text != "." or len(words[-2].text) > 4)
    )
