"""Numbers as people mistype them: a letter O for a nought, an l or I for a one, underscores between the parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.privacy.digits import NearDigits

_LETTERS = str.maketrans("OoIl_", "0011 ")
_DIGIT = r"[\dOoIl]"
_GAP = r"[ \t.,\-/_:*|]{0,3}"
_LETTER = r"[^\W\d_]"
_WORD = re.compile(
    rf"(?<!{_LETTER})[OoIl]*\d[\dOoIl]*(?!{_LETTER})|(?<=\d[ ./_-])[Oo]{{1,4}}(?=[ ./_-]\d)|(?<=\d)_(?=[\dOo])"
)
_SLIP = re.compile(r"\d[_ ./-]{0,2}[OoIl_]|[OoIl_]\d")

_REACH = 40
"""Characters between the word and its number: "rijksregisternummer van mijn zoon is: "."""
_SEEN = 2 * _REACH
"""Characters from a digit within which such a word is looked for: with room for the word itself."""
_BETWEEN = re.compile(r"[^\d.!?\n]*(?:nr\.|[.:#°(=]|\n)?[^\d.!?\n]{0,4}")
_ENDS = re.compile(r"(?:[ ,;:(=-]|is|dat|mijn|zijn|haar|het|als|van|de|een)*", re.IGNORECASE)


def as_digits(text: str) -> str:
    """The text with such letters as digits; every character keeps its place."""
    if not _SLIP.search(text):
        return text
    return _WORD.sub(lambda match: match[0].translate(_LETTERS), text)


def run_of(least: int, most: int, *, glued: bool = False) -> str:
    """A pattern of so many signs that are or look like digits, the first a digit or an O, with signs between them.

    Glued, it may begin in the middle of a word.
    """
    edge = "" if glued else r"(?<![\w+])"
    return rf"{edge}(?:\d|[Oo](?={_GAP}\d))(?:{_GAP}{_DIGIT}){{{least - 1},{most - 1}}}(?!\w)"


def beside(
    text: str, word: re.Pattern[str], number: re.Pattern[str], unlike: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """Where a number stands that a word announces, before or behind it, with at most a few small words between."""
    for match in NearDigits(text, before=_SEEN, behind=_SEEN).matches(word):
        yield from _behind(text, match.end(), number, unlike)
        yield from _before(text, match.start(), number)


def _behind(
    text: str, start: int, number: re.Pattern[str], unlike: re.Pattern[str]
) -> Iterable[tuple[int, int]]:
    found = number.search(text, start, start + _REACH + 40)
    if not found or found.start() - start > _REACH:
        return
    between = text[start : found.start()]
    if _BETWEEN.fullmatch(between) and not unlike.search(between):
        yield found.span()


def _before(text: str, end: int, number: re.Pattern[str]) -> Iterable[tuple[int, int]]:
    for found in number.finditer(text, max(0, end - _REACH), end):
        if _ENDS.fullmatch(text[found.end() : end]):
            yield found.span()
