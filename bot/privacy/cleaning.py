"""The filter itself: find, replace by placeholders, or fail closed. `CleanText` is made here alone."""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from bot.errors import FilterFailed
from bot.privacy.again import known_again
from bot.privacy.folding import PLACEHOLDER, fold
from bot.privacy.persons import Persons
from bot.privacy.recognisers import RECOGNISERS
from bot.privacy.spans import Kind, Span, merge
from bot.privacy.text import CleanText
from bot.privacy.values import normalised

_LOG = logging.getLogger(__name__)

T = TypeVar("T")

_TELLING = 8
"""Length from which a value means the same wherever it stands in a text."""

_AND = re.compile(
    r"\s+(?:en|&|noch|plus)(?:\s+(?:zijn|haar|hun|mijn|onze|ons|diens)\s+[^\W\d_]+)?\s+",
    re.IGNORECASE,
)
"""Between two names: they are two persons, also when the names differ by a letter."""

FAILED = (
    "Uw bericht is niet bewaard: het filter voor persoonsgegevens werkte niet. Probeer het opnieuw."
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text after the filter, and what was replaced, by characters of the raw text."""

    text: CleanText
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A raw text and where the personal data stand in it. It lives in memory only."""

    raw: str
    spans: tuple[Span, ...]


def clean(text: str, persons: Persons | None = None) -> Cleaned:
    """Replace personal data by `[KIND-n]`; the same value keeps its number within the text.

    With `persons` a person keeps the number of the conversation, and new persons are added to it.
    Cleaning a cleaned text changes nothing. Whatever goes wrong, the caller gets `FilterFailed` and
    no text.
    """
    return mask(find(text), Persons.alone() if persons is None else persons)


def find(text: str) -> Found:
    """The slow half of `clean`: where personal data stand. Raises FilterFailed."""
    return _or_fail(lambda: Found(text, tuple(_find(text))))


def mask(found: Found, persons: Persons) -> Cleaned:
    """The other half, for whoever holds the persons of a conversation. Raises FilterFailed."""
    return _or_fail(lambda: _masked(found, persons))


def _masked(found: Found, persons: Persons) -> Cleaned:
    """The text with its persons numbered, and then those of them who come back under a well-known name."""
    text, spans = _replace(found.raw, found.spans, persons), found.spans
    if again := known_again(found.raw, spans, persons):
        spans = tuple(merge([*spans, *again]))
        text = _replace(found.raw, spans, persons)
    return Cleaned(CleanText(text), spans)


def joined(texts: Iterable[CleanText], between: str) -> CleanText:
    """Clean texts as one."""
    return CleanText(between.join(texts))


def shortened(text: CleanText, length: int) -> CleanText:
    """The beginning of a clean text."""
    return text if len(text) <= length else CleanText(f"{text[:length].rstrip()} […]")


def _or_fail(work: Callable[[], T]) -> T:
    failure = ""
    try:
        return work()
    except Exception as error:
        failure = type(error).__name__
    # Raised out here, and not in the handler, so that the error of a recogniser is no link of the
    # chain: its message could quote the raw text, and a log would print it.
    _LOG.error("the privacy filter failed: %s", failure)
    raise FilterFailed(FAILED)


def _find(text: str) -> list[Span]:
    """Look until nothing new turns up.

    What is found becomes a fence before the next round, exactly as a placeholder does in a cleaned
    text; so the last round, which finds nothing, is the first round of cleaning the result again.
    Names come last, when no address or e-mail is left that could be taken for one.
    """
    view = fold(text)
    spans: list[Span] = []
    while found := _structured(view.text) or _names(view.text):
        spans += [view.raw(span) for span in found]
        view = view.fenced(found)
    return merge(spans)


def _structured(text: str) -> list[Span]:
    """Everything but names."""
    return merge(
        _again(
            text,
            [
                span
                for kind, find in RECOGNISERS.items()
                if kind is not Kind.NAAM
                for span in find(text)
            ],
        )
    )


def _names(text: str) -> list[Span]:
    """Persons; who is named in one place is named in the others."""
    return merge(_again(text, list(RECOGNISERS[Kind.NAAM](text))))


def _again(text: str, found: list[Span]) -> list[Span]:
    """The spans, and every other place where one of these values stands, whatever stands around it there.

    A date of birth may come back without "geboren", a number glued to other digits; not so
    a name. Short values are words too, and an age is a number like any other elsewhere.
    """
    values = {
        text[span.start : span.end]: span.kind
        for span in found
        if span.length >= _TELLING and span.kind is not Kind.LEEFTIJD
    }
    return found + [
        Span(match.start(), match.end(), kind)
        for value, kind in values.items()
        for match in re.finditer(
            rf"(?<!\w){re.escape(value)}(?!\w)" if kind is Kind.NAAM else re.escape(value), text
        )
    ]


def _replace(text: str, spans: tuple[Span, ...], persons: Persons) -> str:
    """The text with a placeholder for each span; numbers that the visitor typed in placeholders are left out."""
    numbers: dict[tuple[Kind, str], int] = {}
    last = _typed(text)
    parts: list[str] = []
    position = 0
    beside: tuple[Kind, str] | None = None
    for span in spans:
        raw = text[span.start : span.end]
        value = (span.kind, normalised(span.kind, fold(raw).text))
        if span.kind is Kind.NAAM:
            apart = beside != value and _AND.fullmatch(text, position, span.start)
            other = numbers.get(beside, 0) if beside and apart else 0
            numbers[value] = persons.number(raw, above=last[span.kind.word], other_than=other)
        elif value not in numbers:
            last[span.kind.word] += 1
            numbers[value] = last[span.kind.word]
        parts += [text[position : span.start], f"[{span.kind.word}-{numbers[value]}]"]
        position = span.end
        beside = value if span.kind is Kind.NAAM else None
    return "".join([*parts, text[position:]])


def _typed(text: str) -> defaultdict[str, int]:
    """The highest number of each placeholder that is already in the text."""
    highest: defaultdict[str, int] = defaultdict(int)
    for match in PLACEHOLDER.finditer(text):
        highest[match["word"]] = max(highest[match["word"]], int(match["number"]))
    return highest
