"""The page on which a municipality reads its own figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.knowledge.municipalities import Municipality
from bot.publication.figures import Published
from bot.publication.page import TEMPLATES, as_shown, tables
from bot.publication.suppression import INSIDE
from bot.statistics.municipal import TOTALS
from bot.statistics.periods import MONTHS


@dataclass(frozen=True)
class Seen:
    """What somebody with the right code asked for."""

    municipality: Municipality
    figures: Published


def render(
    offered: Sequence[str], *, period: str = "", problem: str = "", seen: Seen | None = None
) -> str:
    """The form, with the figures under it when there are any."""
    return TEMPLATES.get_template("own.html.j2").render(
        choices=[(one, named(one)) for one in offered],
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
