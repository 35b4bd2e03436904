"""What a municipality sees of its own contacts: by month once it is closed, and by year once all its months are.

The figures are those of the closing: what is registered or corrected later changes none of them, so that two views of a
month never differ by one contact. Months are each hidden in for themselves. A year is the sum of its months, so in a
year is hidden besides whatever would tell of a month.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import datetime

from sqlalchemy.orm import Session

from bot.knowledge.library import Library
from bot.publication.figures import Published, shown
from bot.publication.linking import Cell, link, total
from bot.publication.reader import Linked, Sum
from bot.publication.suppression import INSIDE, hide
from bot.statistics.closing import municipal_figures
from bot.statistics.municipal import OWN_MEASURES
from bot.statistics.periods import BRUSSELS, Month
from bot.statistics.report import Figures, Row, define

YEARS = 2
"""Whole years that can be chosen, beside the last twelve months."""

_When = tuple[str, str, str]
"""A cell with its period before it."""


def periods(closed: Set[Month], now: datetime) -> list[str]:
    """What can be chosen, the newest first: closed months, and years of which each month is closed."""
    current = _month_of(now)
    months = [one for one in (current.before(back) for back in range(1, 13)) if one in closed]
    years = [str(current.year - back) for back in range(1, YEARS + 1)]
    return [*map(str, months), *(year for year in years if closed >= {*_months(year)})]


def own_figures(session: Session, library: Library, nis: str, period: str) -> Published:
    """The figures of one municipality in a month or a year; raises InvalidInput (Dutch) when it is not closed."""
    months = _months(period)
    parts = {str(one): municipal_figures(session, one, nis) for one in months}
    counted = _added(list(parts.values()))
    if len(months) == 1:
        hidden = hide(link(counted, library, OWN_MEASURES), INSIDE)
    else:
        hidden = _hidden_in_year(library, counted, parts)
    first, last = months[0].period.first, months[-1].period.last
    return Published(
        month=period,
        period={"from": first.isoformat(), "to": last.isoformat()},
        threshold=INSIDE,
        totals={id: None if total(id) in hidden else count for id, count in counted.totals.items()},
        tables={one.id: shown(one, counted.tables[one.id], hidden) for one in OWN_MEASURES},
        definitions={one.id: define(one) for one in OWN_MEASURES},
    )


def _added(parts: Sequence[Figures]) -> Figures:
    """The figures of months together."""
    totals = {id: sum(one.totals[id] for one in parts) for id in parts[0].totals}
    tables = {}
    for measure in OWN_MEASURES:
        rows: dict[str, Row] = {}
        base = totals[measure.base.id]
        for row in (row for one in parts for row in one.tables[measure.id]):
            before = rows[row["id"]]["count"] if row["id"] in rows else 0
            count = before + row["count"]
            share = round(count / base, 4) if base else None
            rows[row["id"]] = {**row, "count": count, "base": base, "share": share}
        tables[measure.id] = list(rows.values())
    return Figures(totals, tables)


def _hidden_in_year(library: Library, whole: Figures, parts: dict[str, Figures]) -> frozenset[Cell]:
    counts: dict[_When, int] = {}
    ties: list[Sum[_When]] = []
    before: set[_When] = set()
    for month, part in parts.items():
        linked = link(part, library, OWN_MEASURES)
        before |= {(month, *cell) for cell in hide(linked, INSIDE)}
        _add(month, linked, counts, ties)
    seen = counts.keys() - before
    year = link(whole, library, OWN_MEASURES)
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


def _months(period: str) -> list[Month]:
    year, _, number = period.partition("-")
    numbers = [int(number)] if number else range(1, 13)
    return [Month(int(year), one) for one in numbers]


def _month_of(moment: datetime) -> Month:
    local = moment.astimezone(BRUSSELS)
    return Month(local.year, local.month)
