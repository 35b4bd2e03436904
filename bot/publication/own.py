"""What a municipality sees of its own contacts: by month once it is over, and by year once that is over.

Months are each hidden in for themselves, and stay as they were first shown. A year is the sum of its months, so in a
year is hidden besides whatever would tell of a month.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from bot.knowledge.library import Library
from bot.publication.figures import Published, shown
from bot.publication.linking import Cell, link, total
from bot.publication.reader import Linked, Sum
from bot.publication.suppression import INSIDE, hide
from bot.registration.models import ContactRecord, QuestionRecord
from bot.statistics.measure import Measure, Total
from bot.statistics.measures import CONTACTS, MEASURES, QUESTIONS
from bot.statistics.periods import BRUSSELS, Month, Period
from bot.statistics.report import Figures, define, figures

TABLES = ("channels", "audiences", "natures", "topics")
"""What it sees, in its order."""

TOTALS = (CONTACTS, QUESTIONS)

YEARS = 2
"""Whole years that can be chosen, beside the last twelve months."""

_When = tuple[str, str, str]
"""A cell with its period before it."""


def periods(now: datetime) -> list[str]:
    """What can be chosen, the newest first: months and years that are over."""
    current = _month_of(now)
    years = [str(current.year - back) for back in range(1, YEARS + 1)]
    return [*(str(current.before(back)) for back in range(1, 13)), *years]


def own_figures(session: Session, library: Library, nis: str, period: str) -> Published:
    """The figures of one municipality in a month or a year."""
    months = _months(period)
    measures = [_of(one, nis) for one in MEASURES if one.id in TABLES]
    totals = [_total_of(one, nis) for one in TOTALS]
    whole = Period(months[0].period.first, months[-1].period.last)
    counted = figures(session, library, whole, totals, measures)
    if len(months) == 1:
        hidden = hide(link(counted, library, measures), INSIDE)
    else:
        parts = {
            str(one): figures(session, library, one.period, totals, measures) for one in months
        }
        hidden = _hidden_in_year(library, measures, counted, parts)
    return Published(
        month=period,
        period={"from": whole.first.isoformat(), "to": whole.last.isoformat()},
        threshold=INSIDE,
        totals={id: None if total(id) in hidden else count for id, count in counted.totals.items()},
        tables={one.id: shown(one, counted.tables[one.id], hidden) for one in measures},
        definitions={one.id: define(one) for one in measures},
    )


def _hidden_in_year(
    library: Library, measures: list[Measure], whole: Figures, parts: dict[str, Figures]
) -> frozenset[Cell]:
    counts: dict[_When, int] = {}
    ties: list[Sum[_When]] = []
    before: set[_When] = set()
    for month, part in parts.items():
        linked = link(part, library, measures)
        before |= {(month, *cell) for cell in hide(linked, INSIDE)}
        _add(month, linked, counts, ties)
    seen = counts.keys() - before
    year = link(whole, library, measures)
    _add("", year, counts, ties)
    for cell in year.counts:
        months = tuple((month, *cell) for month in parts if (month, *cell) in counts)
        ties.append(Sum(("", *cell), months))
    hidden = hide(Linked(counts, ties), INSIDE, before=before, shown=seen)
    return frozenset((table, row) for when, table, row in hidden if not when)


def _add(when: str, linked: Linked[Cell], counts: dict[_When, int], ties: list[Sum[_When]]) -> None:
    def name(cell: Cell) -> _When:
        return (when, *cell)

    counts |= {name(cell): count for cell, count in linked.counts.items()}
    ties += [tie.renamed(name) for tie in linked.ties]


def _of(measure: Measure, nis: str) -> Measure:
    base = _total_of(measure.base, nis)
    query = measure.query
    return replace(
        measure, query=lambda period: query(period).where(_from(nis, base)), base=base, whole=base
    )


def _total_of(one: Total, nis: str) -> Total:
    return replace(one, query=lambda period: one.query(period).where(_from(nis, one)))


def _from(nis: str, base: Total) -> ColumnElement[bool]:
    """Whether a contact, or the contact of a question, came from the municipality."""
    own = ContactRecord.municipality == nis
    if base.id == CONTACTS.id:
        return own
    return QuestionRecord.contact_id.in_(select(ContactRecord.id).where(own))


def _months(period: str) -> list[Month]:
    year, _, number = period.partition("-")
    numbers = [int(number)] if number else range(1, 13)
    return [Month(int(year), one) for one in numbers]


def _month_of(moment: datetime) -> Month:
    local = moment.astimezone(BRUSSELS)
    return Month(local.year, local.month)
