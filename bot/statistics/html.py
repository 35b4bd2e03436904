"""The monthly report as one Dutch page for screen and paper, that needs nothing from outside itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.statistics import summaries
from bot.statistics.calendar import Calendar, lay_out
from bot.statistics.chart import Chart, draw
from bot.statistics.days import DAYS
from bot.statistics.further import further
from bot.statistics.measures import MEASURES, TOTALS, UNKNOWN
from bot.statistics.notation import day, made_at, number, percentage
from bot.statistics.periods import BRUSSELS, MONTHS
from bot.statistics.report import Closing, Report

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True)
class Section:
    """One question of the member of parliament, with the tables that answer it."""

    id: str
    number: str
    """Its number in the parliamentary question; empty when it has none."""
    question: str
    name: str
    """The question in two words, for the list at the top."""
    summarise: Callable[[Report], str]
    tables: tuple[str, ...]


SECTIONS = (
    Section(
        "hoe-vaak",
        "1a",
        "Hoe vaak werd de helpdesk gecontacteerd?",
        "Hoe vaak",
        summaries.how_often,
        ("channels", "days", "outcomes"),
    ),
    Section(
        "wie",
        "1b",
        "Wie nam contact op?",
        "Wie",
        summaries.who,
        ("audiences", "provinces", "municipalities"),
    ),
    Section(
        "aard",
        "1c",
        "Wat was de aard van de vragen?",
        "Aard",
        summaries.what,
        ("natures", "topics"),
    ),
    Section(
        "steekproef",
        "1c",
        "Hoe verdelen de vragen zich volgens de indeling van de steekproef?",
        "Steekproef",
        summaries.sample,
        ("samples",),
    ),
    Section(
        "doorverwijzingen",
        "1d",
        "Naar welke diensten werd doorverwezen?",
        "Doorverwijzingen",
        summaries.where,
        ("referral_groups", "referral_contacts"),
    ),
    Section(
        "dienstverlening",
        "",
        "Hoe goed werd geholpen?",
        "Dienstverlening",
        summaries.service,
        ("usefulness", "handovers"),
    ),
)

FIRST_COLUMN = {
    "channels": "Kanaal",
    "audiences": "Vrager",
    "natures": "Aard",
    "samples": "Categorie",
    "topics": "Onderwerp",
    "referral_groups": "Groep",
    "referral_contacts": "Dienst",
    "municipalities": "Gemeente",
    "provinces": "Provincie",
    "outcomes": "Afloop",
    "days": "Dag",
    "usefulness": "Oordeel",
    "handovers": "Wat ervan kwam",
}
"""What a row of a table is."""


@dataclass(frozen=True)
class _Line:
    label: str
    count: str
    base: str
    share: str
    zero: bool
    apart: bool


@dataclass(frozen=True)
class _Table:
    id: str
    label: str
    subject: str
    numerator: str
    base: str
    definition: str
    rows: tuple[_Line, ...]
    chart: Chart | None
    calendar: Calendar | None
    """Of the days alone, instead of rows and bars."""


def render(report: Report) -> str:
    """The whole page."""
    first = date.fromisoformat(report["period"]["from"])
    last = date.fromisoformat(report["period"]["to"])
    month = f"{MONTHS[first.month - 1]} {first.year}"
    made = datetime.fromisoformat(report["made_at"]).astimezone(BRUSSELS)
    return _TEMPLATES.get_template("month.html.j2").render(
        title=f"Maandverslag helpdesk radicalisering – {month}",
        days=f"Van {day(first)} tot en met {day(last)}",
        made=made_at(made),
        notices=[*_empty(report, month), standing(report)],
        totals=[(one, number(report["totals"][one.id])) for one in TOTALS],
        sections=SECTIONS,
        tables={
            one.id: _table(report, one.id, one.numerator)
            for one in MEASURES
            if one.id in report["tables"]
        },
        further=further(report),
        summary=lambda section: _kept_together(section.summarise(report)),
    )


def _kept_together(text: str) -> str:
    """In running text a figure and its sign stay on one line."""
    return text.replace(" %", "\u00a0%")


def _empty(report: Report, month: str) -> list[str]:
    if report["totals"]["contacts"]:
        return []
    return [f"In {month} kwamen er geen contacten binnen bij de helpdesk."]


def standing(report: Report) -> str:
    """Whether the figures are for good, as a sentence of the report."""
    if "closed" in report:
        return _closing(report["closed"])
    last = date.fromisoformat(report["period"]["to"])
    if datetime.fromisoformat(report["made_at"]).astimezone(BRUSSELS).date() <= last:
        return "Voorlopige cijfers: de maand was nog niet voorbij toen dit verslag gemaakt werd."
    return "Voorlopige cijfers: deze maand is nog niet afgesloten, en een verbetering telt nog mee."


def _closing(closed: Closing) -> str:
    on = datetime.fromisoformat(closed["at"]).date()
    kept = f"Definitieve cijfers, afgesloten op {day(on)}. Vingerafdruk: {closed['sha256']}."
    later = " Daarna werd in deze maand nog iets verbeterd of toegevoegd: dat staat niet in dit verslag."
    return kept + (later if closed["corrected_since"] else "")


def _table(report: Report, table: str, numerator: str) -> _Table:
    rows, meaning = report["tables"][table], report["definitions"][table]
    return _Table(
        id=table,
        label=meaning["label"],
        subject=FIRST_COLUMN[table],
        numerator=numerator,
        base=meaning["base"],
        definition=_kept_together(meaning["definition"]),
        rows=tuple(
            _Line(
                label=row["label"],
                count=number(row["count"]),
                base=number(row["base"]),
                share=percentage(row["count"], row["base"]),
                zero=row["count"] == 0,
                apart=row["id"] == UNKNOWN,
            )
            for row in rows
        ),
        chart=draw(rows),
        calendar=lay_out(rows) if table == DAYS else None,
    )
