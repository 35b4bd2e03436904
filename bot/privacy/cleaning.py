"""The filter itself: find, replace by placeholders, or fail closed. `CleanText` is made here alone."""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from dataclasses import dataclass

from bot.errors import FilterFailed
from bot.privacy.folding import PLACEHOLDER, fold
from bot.privacy.recognisers import RECOGNISERS
from bot.privacy.spans import Kind, Span, merge
from bot.privacy.text import CleanText
from bot.privacy.values import normalised

_LOG = logging.getLogger(__name__)

_TELLING = 8
"""Length from which a value means the same wherever it stands in a text."""

FAILED = (
    "Uw bericht is niet bewaard: het filter voor persoonsgegevens werkte niet. Probeer het opnieuw."
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text after the filter, and what was replaced, by characters of the raw text."""

    text: CleanText
    spans: tuple[Span, ...]


def clean(text: str) -> Cleaned:
    """Replace personal data by `[KIND-n]`; the same value keeps its number within the text.

    Cleaning a cleaned text changes nothing. Whatever goes wrong, the caller gets `FilterFailed` and
    no text.
    """
    failure = ""
    try:
        spans = tuple(_find(text))
        return Cleaned(CleanText(_replace(text, spans)), spans)
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
    """
    view = fold(text)
    spans: list[Span] = []
    while found := merge(
        _again(view.text, [span for find in RECOGNISERS.values() for span in find(view.text)])
    ):
        spans += [view.raw(span) for span in found]
        view = view.fenced([(span.start, span.end) for span in found])
    return merge(spans)


def _again(text: str, found: list[Span]) -> list[Span]:
    """The spans, and every other place where one of these values stands, whatever stands around it there.

    A date of birth may come back without "geboren", a number glued to other digits. Short values are words too.
    """
    values = {text[span.start : span.end]: span.kind for span in found if span.length >= _TELLING}
    return found + [
        Span(match.start(), match.end(), kind)
        for value, kind in values.items()
        for match in re.finditer(re.escape(value), text)
    ]


def _replace(text: str, spans: tuple[Span, ...]) -> str:
    """The text with a placeholder for each span; numbers that the visitor typed in placeholders are left out."""
    numbers: dict[tuple[Kind, str], int] = {}
    last = _typed(text)
    parts: list[str] = []
    position = 0
    for span in spans:
        value = (span.kind, normalised(span.kind, fold(text[span.start : span.end]).text))
        if value not in numbers:
            last[span.kind.word] += 1
            numbers[value] = last[span.kind.word]
        parts += [text[position : span.start], f"[{span.kind.word}-{numbers[value]}]"]
        position = span.end
    return "".join([*parts, text[position:]])


def _typed(text: str) -> defaultdict[str, int]:
    """The highest number of each placeholder that is already in the text."""
    highest: defaultdict[str, int] = defaultdict(int)
    for match in PLACEHOLDER.finditer(text):
        highest[match["word"]] = max(highest[match["word"]], int(match["number"]))
    return highest
