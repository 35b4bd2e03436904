"""The page of a publication, for who reads and for who looks where the data are; it needs nothing from outside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.publication.figures import PublicRow, Published
from bot.publication.publisher import Publisher
from bot.statistics import html as report_page
from bot.statistics.chart import Chart, draw
from bot.statistics.measures import TOTALS, UNKNOWN
from bot.statistics.notation import NOT_APPLICABLE, day, number, percentage
from bot.statistics.periods import MONTHS
from bot.statistics.report import Row

_FOLDERS = [Path(one).parent / "templates" for one in (__file__, report_page.__file__)]
TEMPLATES = Environment(
    loader=FileSystemLoader(_FOLDERS),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)

HIDDEN = "verborgen"
"""What stands in a cell whose count is hidden."""


@dataclass(frozen=True)
class _Line:
    label: str
    count: str
    base: str
    share: str
    apart: bool


@dataclass(frozen=True)
class Table:
    """What the template needs of one table."""

    id: str
    label: str
    subject: str
    definition: str
    base: str
    rows: tuple[_Line, ...]
    chart: Chart | None


def render(figures: Published, publisher: Publisher, *, issued: date) -> str:
    """The whole page."""
    first = date.fromisoformat(figures["period"]["from"])
    return TEMPLATES.get_template("publication.html.j2").render(
        title=f"Vragen aan de helpdesk radicalisering – {MONTHS[first.month - 1]} {first.year}",
        days=f"Van {day(first)} tot en met {day(date.fromisoformat(figures['period']['to']))}",
        issued=day(issued),
        publisher=publisher,
        threshold=figures["threshold"],
        totals=[(one, as_shown(figures["totals"][one.id])) for one in TOTALS],
        tables=tables(figures),
    )


def tables(figures: Published) -> list[Table]:
    """Each table as a reader sees it."""
    return [
        Table(
            id=id,
            label=figures["definitions"][id]["label"],
            subject=report_page.FIRST_COLUMN[id],
            definition=figures["definitions"][id]["definition"],
            base=figures["definitions"][id]["base"],
            rows=tuple(_line(row) for row in rows),
            chart=_chart(rows),
        )
        for id, rows in figures["tables"].items()
    ]


def _line(row: PublicRow) -> _Line:
    count, base = row["count"], row["base"]
    share = NOT_APPLICABLE if count is None or base is None else percentage(count, base)
    return _Line(row["label"], as_shown(count), as_shown(base), share, row["id"] == UNKNOWN)


def _chart(rows: list[PublicRow]) -> Chart | None:
    """Bars of the rows that are shown, the largest first; without a base there is nothing to compare with."""
    shown = [
        Row(id=row["id"], label=row["label"], count=count, base=base, share=row["share"])
        for row in rows
        if (count := row["count"]) and (base := row["base"]) is not None
    ]
    return draw(sorted(shown, key=lambda row: -row["count"]))


def as_shown(count: int | None) -> str:
    """A count as a reader sees it."""
    return HIDDEN if count is None else number(count)
