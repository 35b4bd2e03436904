"""What a measure is: a query on the counted facts with its meaning beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import Select

from bot.knowledge.library import Library
from bot.statistics.periods import Period

Query = Callable[[Period], Select[str | None, int]]
"""Counts by key of one period; measures that share a query share its cost."""


@dataclass(frozen=True, kw_only=True)
class Total:
    """A number that stands by itself, and that shares can be taken of."""

    id: str
    label: str
    definition: str
    words: str
    """How it is called as the base of a share."""
    query: Callable[[Period], Select[int]]


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A table of counts by one characteristic."""

    id: str
    label: str
    definition: str
    numerator: str
    """What one row counts, in words."""
    base: Total
    """What the shares are of."""
    whole: Total
    """What the counts add up to: the base, unless one question can stand in several rows."""
    query: Query
    labels: Callable[[Library], Mapping[str, str]]
    """Every row it can have, in the order of the catalogue."""
    rows: Callable[[Period], Mapping[str, str]] | None = None
    """The same, for rows that depend on the period."""
    row_of: Callable[[Library, str], str] = lambda _library, key: key
    """The row that a counted key belongs to."""
    complete: bool = False
    """Whether rows of zero are shown, in the order of the catalogue."""
    unknown_shown: bool = False
    """Whether the row of what is unknown is shown when it is zero."""

    def named(self, library: Library, period: Period) -> Mapping[str, str]:
        """Every row it can have in a period, in order, with its label."""
        return self.labels(library) if self.rows is None else self.rows(period)

    @property
    def denominator(self) -> str:
        """The base of the shares, in words."""
        return self.base.words
