"""Text into words with their place, and words into sentences short enough for the model."""

from __future__ import annotations

import re
from typing import NamedTuple

_JOINED = r"(?:-\w+|'(?!s\b)\w+)*"
# Longer words first: most are, and no initial begins with two letters.
_WORD = re.compile(
    rf"\w{{2,}}{_JOINED}"
    r"|(?:[^\W\d_]\.-?)+[^\W\d_]\.(?!\w)|(?<!\w)[^\W\d_]\.(?=[ -]?[^\W\d_])(?!\w)|(?<= )[A-Z]\.(?!\w)"
    rf"|\w{_JOINED}|[^\w\s]"
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
        for match in _WORD.finditer(text, *line.span()):
            word = match[0]
            if len(current) >= _LONG and _BEGINS.fullmatch(word):
                found.append(current)
                current = []
            current.append(Token(word, *match.span()))
            if len(current) == _LONGEST or (word in _ENDS and _ends(current)):
                found.append(current)
                current = []
        if current:
            found.append(current)
    return found


def _ends(words: list[Token]) -> bool:
    """Whether the sign at the end closes a sentence, and is no point of an abbreviation."""
    return len(words) > 1 and (words[-1].text != "." or len(words[-2].text) > 4)
