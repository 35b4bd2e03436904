"""The days of a period as a calendar, a week a row, with one column a day drawn above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.statistics.notation import number, percentage
from bot.statistics.report import Row

WIDTH, HEIGHT = 720, 170
TOP, BOTTOM = 18, 26
"""Room for the figure above the highest column, and for the day under it."""

MOST_NUMBERED = 31
"""Columns that each have room for a figure and a day; of more, only Mondays are named."""


@dataclass(frozen=True)
class Day:
    """One day, in its cell and as its column."""

    id: str
    day: date
    label: str
    value: str
    count: int
    x: float
    y: float
    height: float
    named: bool

    @property
    def weekend(self) -> bool:
        """Saturday or Sunday."""
        return self.day.weekday() > 4


@dataclass(frozen=True)
class Week:
    """Seven cells from Monday on; None is a day outside the period."""

    monday: date
    days: tuple[Day | None, ...]


@dataclass(frozen=True)
class Calendar:
    """What a template needs for the table and the drawing."""

    weeks: tuple[Week, ...]
    days: tuple[Day, ...]
    step: float
    description: str
    numbered: bool
    width: int = WIDTH
    height: int = HEIGHT
    ground: int = HEIGHT - BOTTOM

    @property
    def column(self) -> float:
        """Width of one column."""
        return round(self.step * 0.72, 1)


def lay_out(rows: Sequence[Row]) -> Calendar | None:
    """The rows of the measure of days; nothing when nothing came in."""
    largest = max((row["count"] for row in rows), default=0)
    if largest == 0:
        return None
    step, room = WIDTH / len(rows), HEIGHT - TOP - BOTTOM
    numbered = len(rows) <= MOST_NUMBERED
    days = []
    for place, row in enumerate(rows):
        day = date.fromisoformat(row["id"])
        height = round(room * row["count"] / largest, 1)
        days.append(
            Day(
                id=row["id"],
                day=day,
                label=row["label"],
                value=number(row["count"]),
                count=row["count"],
                x=round(step * (place + 0.14), 1),
                y=round(HEIGHT - BOTTOM - height, 1),
                height=height,
                named=numbered or day.weekday() == 0,
            )
        )
    return Calendar(_weeks(days), tuple(days), step, _described(rows), numbered)


def _weeks(days: Sequence[Day]) -> tuple[Week, ...]:
    known = {one.day: one for one in days}
    monday = days[0].day - timedelta(days=days[0].day.weekday())
    weeks = []
    while monday <= days[-1].day:
        weeks.append(
            Week(monday, tuple(known.get(monday + timedelta(days=one)) for one in range(7)))
        )
        monday += timedelta(days=7)
    return tuple(weeks)


def _described(rows: Sequence[Row]) -> str:
    top = max(rows, key=lambda row: row["count"])
    share = percentage(top["count"], top["base"])
    busiest = f"{top['label']}: {number(top['count'])} van {number(top['base'])} ({share})"
    return f"Een kolom per dag. Hoogste kolom: {busiest}. De tabel eronder geeft alle cijfers."
