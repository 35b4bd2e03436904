"""Persons of the conversation who come back under a name that everybody knows: their number tells it, no rule does.

"Abdeslam Bouzid" is a client; then "Abdeslam praat over vertrekken" is about that client, and not about the news.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bot.privacy.names.lexicon import fold_name, items
from bot.privacy.names.tokens import Token, sentences
from bot.privacy.persons import Persons
from bot.privacy.spans import Kind, Span

_FIGURES = "namen/openbaar"
_ALSO = ("namen/woord-voornaam", "merken", "titels")
"""Lists of names that are a person's only where they are written with a capital."""
_MOST_WORDS = 4
"""Words of such a name at most."""


def known_again(raw: str, spans: tuple[Span, ...], persons: Persons) -> list[Span]:
    """Where a well-known name stands that is the name of a numbered person, outside what was found."""
    if not persons.known:
        return []
    return [
        span
        for words in sentences(raw)
        for span in _well_known(words)
        if not any(span.start < one.end and one.start < span.end for one in spans)
        and persons.knows(raw[span.start : span.end])
    ]


def _well_known(words: list[Token]) -> Iterator[Span]:
    """Well-known names, the longest first: "Salah Abdeslam" holds no "Abdeslam"."""
    folded = [fold_name(one.text) for one in words]
    place = 0
    while place < len(words):
        length = _length(folded, place, words[place].text) if folded[place] in _first_words() else 0
        if length:
            yield Span(words[place].start, words[place + length - 1].end, Kind.NAAM)
        place += length or 1


def _length(folded: list[str], place: int, first: str) -> int:
    """How many words the longest well-known name has that begins here; 0 when none does."""
    longest = min(_MOST_WORDS, len(folded) - place)
    return next(
        (
            length
            for length in range(longest, 0, -1)
            if _listed(" ".join(folded[place : place + length]), first)
        ),
        0,
    )


def _listed(folded: str, first: str) -> bool:
    return folded in items(_FIGURES) or (
        first[0].isupper() and any(folded in items(name) for name in _ALSO)
    )


@cache
def _first_words() -> frozenset[str]:
    """With which these names begin: at most other words there is nothing to look up."""
    return frozenset(
        words[0].text
        for name in (_FIGURES, *_ALSO)
        for one in items(name)
        for words in sentences(one)
    )
