"""What the filter finds: a kind of personal data and where it stands in the raw text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of personal data (DESIGN.md §5, `clean`); on equal length the first one wins."""

    RIJKSREGISTER = "rijksregister"
    IDENTITEITSBEWIJS = "identiteitsbewijs"
    IBAN = "iban"
    EMAIL = "email"
    TELEFOON = "telefoon"
    NUMMERPLAAT = "nummerplaat"
    SOCIALEMEDIA = "socialemedia"
    GEBOORTEDATUM = "geboortedatum"
    ADRES = "adres"
    NAAM = "naam"
    LEEFTIJD = "leeftijd"
    SCHOOL = "school"

    @property
    def word(self) -> str:
        """The word a reader sees in the placeholder, as in [TELEFOON-1]."""
        return _WORDS.get(self, self.value.upper())

    @property
    def rank(self) -> int:
        """Place in the fixed order, for ties."""
        return _ORDER.index(self)


_WORDS = {Kind.NAAM: "PERSOON", Kind.SOCIALEMEDIA: "PROFIEL"}
_ORDER = tuple(Kind)


@dataclass(frozen=True, slots=True)
class Span:
    """A found value: characters `start` up to and not including `end`."""

    start: int
    end: int
    kind: Kind

    def __post_init__(self) -> None:
        """Refuse an empty span, which would insert a placeholder and hide nothing."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"no such span: {self.start}-{self.end}")

    @property
    def length(self) -> int:
        """Number of characters."""
        return self.end - self.start


def merge(spans: list[Span]) -> list[Span]:
    """Join overlapping spans into one, so that never half of a value stays in clear.

    The kind of the longest wins, ties go by the order of `Kind`. (A filter that drops the loser of
    an overlap leaves the rest of it readable: a fault found in the tests of
    buerokratt/Presidio-Anonymizer, RELIABILITY.md §2a.)
    """
    merged: list[Span] = []
    strongest: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if merged and span.start < merged[-1].end:
            strongest[-1] = min(strongest[-1], span, key=lambda one: (-one.length, one.kind.rank))
            end = max(merged[-1].end, span.end)
            merged[-1] = Span(merged[-1].start, end, strongest[-1].kind)
        else:
            merged.append(span)
            strongest.append(span)
    return merged
