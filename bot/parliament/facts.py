"""What the sentences of an answer are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.parliament.details import EventFacts
from bot.parliament.listing import MunicipalityList
from bot.statistics.periods import Period
from bot.statistics.report import Figures, Row


@dataclass(frozen=True)
class Facts:
    """The figures of one period with what stands beside them."""

    period: Period
    figures: Figures
    events: tuple[EventFacts, ...]
    listed: MunicipalityList
    first_contact: date | None
    today: date
    """Day on which this is told, in Brussels; a period may end later."""

    @property
    def still_running(self) -> bool:
        """Whether days of the period have yet to come."""
        return self.today < self.period.last

    def total(self, key: str) -> int:
        """One number."""
        return self.figures.totals[key]

    def rows(self, table: str) -> list[Row]:
        """One table."""
        return self.figures.tables[table]

    def count(self, table: str, row: str) -> int:
        """One cell, zero when the row is not there."""
        return next((one["count"] for one in self.rows(table) if one["id"] == row), 0)
