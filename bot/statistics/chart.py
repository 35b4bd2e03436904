"""The bars beside a table: how long each is, and the same said in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.statistics.measures import UNKNOWN
from bot.statistics.notation import number, percentage
from bot.statistics.report import Row

WIDTH = 400
STEP = 36
"""Height of one bar with its label above it."""

MOST = 15
"""Bars that still read at a glance; a longer table shows its largest rows only."""

LABEL = 54
"""Characters of a label that fit beside the figure; the table has the whole name."""


@dataclass(frozen=True)
class Bar:
    """One bar."""

    label: str
    value: str
    length: float
    y: int
    zero: bool
    apart: bool
    """Whether it stands for what is unknown."""


@dataclass(frozen=True)
class Chart:
    """What the template needs to draw one."""

    bars: tuple[Bar, ...]
    description: str
    cut: bool
    """Whether the table has more rows than the chart."""
    width: int = WIDTH

    @property
    def height(self) -> int:
        """Of the whole drawing."""
        return STEP * len(self.bars)


def draw(rows: Sequence[Row], most: int = MOST) -> Chart | None:
    """Bars relative to the largest row; nothing when there is nothing to compare."""
    largest = max((row["count"] for row in rows), default=0)
    if largest == 0:
        return None
    shown = rows[:most]
    bars = tuple(
        Bar(
            label=_shortened(row["label"]),
            value=number(row["count"]),
            length=round(WIDTH * row["count"] / largest, 1),
            y=STEP * place,
            zero=row["count"] == 0,
            apart=row["id"] == UNKNOWN,
        )
        for place, row in enumerate(shown)
    )
    return Chart(bars=bars, description=_described(rows), cut=len(rows) > most)


def _described(rows: Sequence[Row]) -> str:
    top = max(rows, key=lambda row: row["count"])
    share = percentage(top["count"], top["base"])
    largest = f"{top['label']}: {number(top['count'])} van {number(top['base'])} ({share})"
    return f"Staafdiagram. Langste staaf: {largest}. De tabel ernaast geeft alle cijfers."


def _shortened(label: str) -> str:
    return label if len(label) <= LABEL else f"{label[: LABEL - 1].rstrip(' ,')}…"
