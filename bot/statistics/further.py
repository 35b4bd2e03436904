"""The tables of a report that are no shares of a base: what moved, how long it took, what is overdue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.statistics.notation import NOT_APPLICABLE, day, number, plural
from bot.statistics.report import Report
from bot.statistics.unanswered import FEWEST

Cell = str | int | date | timedelta | None
"""A value of a row; None where there was nothing to measure."""


@dataclass(frozen=True)
class Further:
    """One table, in words."""

    label: str
    definition: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[Cell, ...], ...]
    """The same rows for a spreadsheet, to count on with."""
    empty: str


def further(report: Report) -> list[Further]:
    """All of them."""
    return [_movers(report), _durations(report), _overdue(report), *_unanswered(report)]


def _movers(report: Report) -> Further:
    return Further(
        label="Onderwerpen die het meest veranderden",
        definition="De tien onderwerpen waarvan het aantal vragen het meest verschilt van de maand ervoor, met "
        "dezelfde maand van het jaar ervoor ernaast.",
        heads=("Onderwerp", "Deze maand", "Maand ervoor", "Verschil", "Jaar ervoor"),
        rows=tuple(
            (
                one["label"],
                number(one["count"]),
                number(one["month_before"]),
                _signed(one["count"] - one["month_before"]),
                number(one["year_before"]),
            )
            for one in report["movers"]
        ),
        cells=tuple(
            (
                *(one["label"], one["count"], one["month_before"]),
                *(one["count"] - one["month_before"], one["year_before"]),
            )
            for one in report["movers"]
        ),
        empty="Geen enkel onderwerp veranderde.",
    )


def _durations(report: Report) -> Further:
    return Further(
        label="Wachttijd en gesprekstijd",
        definition="Van wie in de maand een medewerker vroeg. Wachten: tot een medewerker het gesprek overnam. "
        "Gesprek: van dan tot het afgesloten of teruggegeven werd. De helft, en negen op de tien, duurde niet langer "
        "dan wat er staat; wie geen medewerker kreeg, telt hier niet mee.",
        heads=("Duur", "Aantal", "Helft", "Negen op de tien"),
        rows=tuple(
            (one["label"], number(one["count"]), lasting(one["median"]), lasting(one["p90"]))
            for one in report["durations"].values()
        ),
        cells=tuple(
            (one["label"], one["count"], _span(one["median"]), _span(one["p90"]))
            for one in report["durations"].values()
        ),
        empty="",
    )


def _overdue(report: Report) -> Further:
    return Further(
        label="Antwoorden voorbij hun nazichtdatum",
        definition="Antwoorden die iemand had moeten nalezen vóór de dag waarop dit verslag gemaakt werd.",
        heads=("Antwoord", "Na te lezen vóór"),
        rows=tuple(
            (one["label"], day(date.fromisoformat(one["review_by"]))) for one in report["overdue"]
        ),
        cells=tuple(
            (one["label"], date.fromisoformat(one["review_by"])) for one in report["overdue"]
        ),
        empty="Alle antwoorden zijn nagelezen.",
    )


def _unanswered(report: Report) -> list[Further]:
    """None in a report that is made without."""
    if "unanswered" not in report:
        return []
    found = report["unanswered"]
    others = plural(found["others"], "ander bericht", "andere berichten") if found["groups"] else ""
    told = f" Daarnaast {others} zonder zulke woorden." if found["others"] and others else ""
    none = (
        f"In {plural(found['kept'], 'bericht', 'berichten')} komen geen woorden uit minstens {FEWEST} gesprekken terug."
        if found["kept"]
        else "Geen niet begrepen bericht waarvan de tekst nog bewaard is."
    )
    return [
        Further(
            label="Wat niet begrepen werd",
            definition="Berichten die op elkaar lijken, met de woorden uit onze eigen antwoorden die in minstens "
            f"{FEWEST} gesprekken terugkomen; een schatting "
            "op de gebruikte woorden, van de berichten waarvan de tekst nog bewaard is."
            f"{told} Berichten zelf staan in geen verslag: wie gesprekken mag zien, leest ze in de console.",
            heads=("Gedeelde woorden", "Berichten", "Gesprekken"),
            rows=tuple(
                (", ".join(one["words"]), number(one["messages"]), number(one["conversations"]))
                for one in found["groups"]
            ),
            cells=tuple(
                (", ".join(one["words"]), one["messages"], one["conversations"])
                for one in found["groups"]
            ),
            empty=none,
        )
    ]


def lasting(seconds: int | None) -> str:
    """45 → 45 s, 130 → 2 min, 7500 → 2 u 05"""
    if seconds is None:
        return NOT_APPLICABLE
    if seconds < 60:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} u {minutes % 60:02}"


def _span(seconds: int | None) -> timedelta | None:
    return None if seconds is None else timedelta(seconds=seconds)


def _signed(value: int) -> str:
    return f"+{number(value)}" if value > 0 else f"−{number(-value)}"
