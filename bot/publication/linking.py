"""What ties the figures of a report together for whoever reads it: totals, sums of topics, groups of services."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.knowledge.catalogue import ContactId
from bot.knowledge.library import Library
from bot.publication.reader import Limit, Linked, Sum
from bot.statistics.measure import Measure
from bot.statistics.report import Figures

Cell = tuple[str, str]
"""A figure: table and row. Totals, and the bases of shares, are rows of the table `totals`."""

MADE_OF = {"natures": "topics", "samples": "topics", "provinces": "municipalities"}
"""Tables whose rows are sums of rows of a finer table."""


def total(id: str) -> Cell:
    """The cell of a total."""
    return ("totals", id)


def link(figures: Figures, library: Library, measures: Sequence[Measure]) -> Linked[Cell]:
    """The figures of these measures, with every tie between them."""
    counts = {total(id): count for id, count in figures.totals.items()}
    for one in measures:
        for row in figures.tables[one.id]:
            counts[one.id, row["id"]] = row["count"]
            counts[total(one.base.id)] = row["base"]
    return Linked(counts, list(_ties(figures, library, measures)))


def _ties(figures: Figures, library: Library, measures: Sequence[Measure]) -> Iterator[Sum[Cell]]:
    cells = {one.id: [(one.id, row["id"]) for row in figures.tables[one.id]] for one in measures}
    for one in measures:
        if cells[one.id]:
            yield from _to_base(one, cells[one.id])
        if one.id in MADE_OF and MADE_OF[one.id] in cells:
            yield from _to_finer(library, one, cells[one.id], cells[MADE_OF[one.id]])
    if {"referral_groups", "referral_contacts"} <= cells.keys():
        yield from _of_groups(library, cells["referral_groups"], cells["referral_contacts"])
        yield Limit(total("referred"), (total("questions"),))


def _to_base(measure: Measure, rows: Sequence[Cell]) -> Iterator[Sum[Cell]]:
    base = total(measure.base.id)
    if measure.base is measure.whole:
        yield Sum(base, tuple(rows))
        return
    # What counts in several rows: no row is more than the base, and together they are no less.
    yield Limit(base, tuple(rows))
    for row in rows:
        yield Limit(row, (base,))


def _to_finer(
    library: Library, measure: Measure, rows: Sequence[Cell], finer: Sequence[Cell]
) -> Iterator[Sum[Cell]]:
    """A nature is the sum of its topics."""
    for row in rows:
        yield Sum(row, tuple(cell for cell in finer if measure.row_of(library, cell[1]) == row[1]))


def _of_groups(
    library: Library, groups: Sequence[Cell], services: Sequence[Cell]
) -> Iterator[Limit[Cell]]:
    """A question for a service is one for its group; of a service that is gone nobody knows which."""
    group_of = {
        cell: library.contacts[ContactId(cell[1])].group.value
        for cell in services
        if cell[1] in library.contacts
    }
    for group in groups:
        own = [cell for cell in services if group_of.get(cell) == group[1]]
        gone = [cell for cell in services if cell not in group_of]
        if own or gone:
            yield Limit(group, (*own, *gone))
        for cell in own:
            yield Limit(cell, (group,))
