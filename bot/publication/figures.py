"""The figures of a closed month as anybody may read them: small counts and what gives them away are hidden.

Nothing else of the report goes along: its fingerprint would let a reader try figures until one fits, and rows in order
of size would tell between which two a hidden one lies.
"""

from __future__ import annotations

from collections.abc import Set
from typing import TypedDict

from bot.errors import InvalidInput
from bot.knowledge.library import Library
from bot.publication.linking import Cell, link, total
from bot.publication.suppression import hide
from bot.statistics.measure import Measure
from bot.statistics.measures import MEASURES, UNKNOWN
from bot.statistics.report import Days, Definition, Figures, Report, Row

TABLES = (
    "channels",
    "audiences",
    "natures",
    "samples",
    "topics",
    "referral_groups",
    "referral_contacts",
    "provinces",
    "municipalities",
    "outcomes",
)
"""What is published, in its order."""

KNOWN_TO_ONE = "municipalities"
"""The table of which every row is known to somebody: to the municipality itself, from its own page."""


class PublicRow(TypedDict):
    """One line of a table; None is hidden."""

    id: str
    label: str
    count: int | None
    base: int | None
    share: float | None
    hidden: bool
    """Whether the count is hidden."""


class Published(TypedDict):
    """What is published of one month."""

    month: str
    period: Days
    threshold: int
    totals: dict[str, int | None]
    tables: dict[str, list[PublicRow]]
    definitions: dict[str, Definition]


def shield(report: Report, library: Library, threshold: int) -> Published:
    """The figures of a month without what is hidden; raises InvalidInput (Dutch) when it is not closed."""
    if "closed" not in report:
        # Twice the same month with a contact more: the difference would be that contact.
        raise InvalidInput(
            f"{report['month']} is nog niet afgesloten. Alleen vaste cijfers worden gepubliceerd: "
            f"gebruik eerst wegwijs report --month {report['month']} --close"
        )
    measures = [one for one in MEASURES if one.id in TABLES and one.id in report["tables"]]
    measures.sort(key=lambda one: TABLES.index(one.id))
    counted = Figures(totals=report["totals"], tables=report["tables"])
    linked = link(counted, library, measures)
    known = {cell for cell in linked.counts if cell[0] == KNOWN_TO_ONE}
    hidden = hide(linked, threshold, known=known)
    return Published(
        month=report["month"],
        period=report["period"],
        threshold=threshold,
        totals={
            id: None if total(id) in hidden else count for id, count in report["totals"].items()
        },
        tables={one.id: shown(one, report["tables"][one.id], hidden) for one in measures},
        definitions={one.id: report["definitions"][one.id] for one in measures},
    )


def shown(measure: Measure, rows: list[Row], hidden: Set[Cell]) -> list[PublicRow]:
    """A table without its hidden counts, in an order that tells nothing."""
    ordered = rows if measure.complete else sorted(rows, key=_by_label)
    base_hidden = total(measure.base.id) in hidden
    return [_row(row, (measure.id, row["id"]) in hidden, base_hidden) for row in ordered]


def _by_label(row: Row) -> tuple[bool, str]:
    return row["id"] == UNKNOWN, row["label"].casefold()


def _row(row: Row, hidden: bool, base_hidden: bool) -> PublicRow:
    return PublicRow(
        id=row["id"],
        label=row["label"],
        count=None if hidden else row["count"],
        base=None if base_hidden else row["base"],
        share=None if hidden or base_hidden else row["share"],
        hidden=hidden,
    )
