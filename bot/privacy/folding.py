"""The text as the recognisers read it, with the way back to the raw text.

Visitors paste from Word, PDF and phones: no-break spaces, soft hyphens, zero-width characters,
full-width or Arabic digits. A recogniser should see "0474 12 34 56" in all of them, and a span must
still point at the raw characters. Folding works on one character at a time, so folding a folded
text changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from bot.privacy.spans import Kind, Span

FENCE = "\ue000"
"""Stands for a placeholder: one private-use character that no recogniser reads as letter, digit or space."""

PERSON = "\ue001"
"""Stands for the placeholder of a person, since what stands beside a name may be about that person."""

FENCES = frozenset({FENCE, PERSON})

PLACEHOLDER = re.compile(
    rf"\[(?P<word>{'|'.join(kind.word for kind in Kind)})-(?P<number>\d{{1,3}})\]"
)

_KINDS = {kind.word: kind for kind in Kind}

# Ligatures and other compatibility forms follow NFKC; these three would change their meaning there.
_OWN = {
    "º": "°",
    "˚": "°",
    "´": "'",
    "’": "'",
    "‘": "'",
    FENCE: "\ufffd",
    PERSON: "\ufffd",
    "⁄": "/",
    "·": ".",
}
_LONGEST = 4
"""Characters that one may become; a few become 18, and no number or name is written with those."""
_DASHES = frozenset("‐‑‒–—―−﹣-")


@lru_cache(maxsize=4096)
def _character(character: str) -> str:
    """How the recognisers read one character; nothing for what is invisible."""
    if character in _OWN:
        return _OWN[character]
    if character in _DASHES:
        return "-"
    category = unicodedata.category(character)
    if category == "Cf" or "\ufe00" <= character <= "\ufe0f":
        return ""
    if category == "Zs":
        return " "
    if category == "Nd":
        return str(unicodedata.digit(character))
    folded = unicodedata.normalize("NFKC", character)
    fits = 0 < len(folded) <= _LONGEST and folded.strip() == folded
    return folded if fits else character


@dataclass(frozen=True)
class View:
    """Folded text; character i came from raw characters `starts[i]` up to `ends[i]`."""

    text: str
    starts: list[int]
    ends: list[int]

    def raw(self, span: Span) -> Span:
        """The same span by characters of the raw text."""
        return Span(self.starts[span.start], self.ends[span.end - 1], span.kind)

    def fenced(self, spans: list[Span]) -> View:
        """The view with every span shrunk to one fence, whatever the length of its placeholder will be."""
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        position = 0
        for span in map(self._whole, spans):
            text += [self.text[position : span.start], PERSON if span.kind is Kind.NAAM else FENCE]
            starts += [*self.starts[position : span.start], self.starts[span.start]]
            ends += [*self.ends[position : span.start], self.ends[span.end - 1]]
            position = span.end
        text.append(self.text[position:])
        return View("".join(text), starts + self.starts[position:], ends + self.ends[position:])

    def _whole(self, span: Span) -> Span:
        """The span with the rest of a raw character that became several: a placeholder takes all of it."""
        start, end = span.start, span.end
        while start > 0 and self.starts[start - 1] == self.starts[start]:
            start -= 1
        while end < len(self.text) and self.starts[end] == self.starts[end - 1]:
            end += 1
        return Span(start, end, span.kind)


def fold(text: str) -> View:
    """The text as the recognisers read it; placeholders that are already there become fences."""
    text = text.replace("`", "'")  # the one sign of ASCII that is read as another
    if text.isascii():
        view = View(text, list(range(len(text))), list(range(1, len(text) + 1)))
    else:
        origins = [
            (i, folded)
            for i, raw in enumerate(text)
            for folded in (raw if raw.isascii() else _character(raw))
        ]
        positions = [i for i, _ in origins]
        view = View("".join(c for _, c in origins), positions, [i + 1 for i in positions])
    return view.fenced(
        [Span(*match.span(), _KINDS[match["word"]]) for match in PLACEHOLDER.finditer(view.text)]
    )
