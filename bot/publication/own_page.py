"""The page on which a municipality reads its own figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.knowledge.municipalities import Municipality
from bot.publication.figures import Published
from bot.publication.own import TOTALS, periods
from bot.publication.page import TEMPLATES, as_shown, tables
from bot.publication.suppression import INSIDE
from bot.statistics.periods import MONTHS


@dataclass(frozen=True)
class Seen:
    """What somebody with the right code asked for."""

    municipality: Municipality
    figures: Published


def render(now: datetime, *, period: str = "", problem: str = "", seen: Seen | None = None) -> str:
    """The form, with the figures under it when there are any."""
    return TEMPLATES.get_template("own.html.j2").render(
        choices=[(one, named(one)) for one in periods(now)],
        period=period,
        problem=problem,
        threshold=INSIDE,
        name="" if seen is None else seen.municipality.name,
        when=named(period) if seen else "",
        totals=[]
        if seen is None
        else [(one, as_shown(seen.figures["totals"][one.id])) for one in TOTALS],
        tables=[] if seen is None else tables(seen.figures),
    )


def named(period: str) -> str:
    """2026-11 → november 2026; 2026 → heel 2026"""
    year, _, month = period.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else f"heel {year}"
