"""Persons of the conversation who come back under a name that everybody knows: their number tells it, no rule does.

"Abdeslam Bouzid" is a client; then "Abdeslam praat over vertrekken" is about that client, and not about the news.
"""

from __future__ import annotations

from collections.abc import Iterator

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
        length = next(
            (
                length
                for length in range(min(_MOST_WORDS, len(words) - place), 0, -1)
                if _listed(" ".join(folded[place : place + length]), words[place].text)
            ),
            0,
        )
        if length:
            yield Span(words[place].start, words[place + length - 1].end, Kind.NAAM)
        place += length or 1


def _listed(folded: str, first: str) -> bool:
    return folded in items(_FIGURES) or (
        first[0].isupper() and any(folded in items(name) for name in _ALSO)
    )
