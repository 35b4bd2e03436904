"""The hours of the helpdesk: a week with lunch, holidays, 11 July, bridge days and closures (knowledge/opening.yml)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import holidays
import yaml

from bot.errors import ConfigurationError

BRUSSELS = ZoneInfo("Europe/Brussels")
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
AHEAD = 60
"""Days that are looked ahead for the next opening: longer than any closure."""


@dataclass(frozen=True)
class Closure:
    """Days on which nobody is there, both included."""

    first: date
    last: date
    reason: str


@dataclass(frozen=True)
class Opening:
    """When somebody is there. Times are Belgian clock times."""

    week: tuple[tuple[tuple[time, time], ...], ...]
    """Blocks from and until, for Monday to Sunday."""
    on_holidays: bool
    on_11_july: bool
    on_bridge_days: bool
    closures: tuple[Closure, ...] = ()

    def is_open(self, at: datetime) -> bool:
        """Whether somebody is there at a moment."""
        local = at.astimezone(BRUSSELS)
        return any(start <= local.time() < end for start, end in self._blocks(local.date()))

    def next_opening(self, at: datetime) -> datetime | None:
        """The next moment at which somebody comes; None when none is known."""
        local = at.astimezone(BRUSSELS)
        for ahead in range(AHEAD):
            day = local.date() + timedelta(days=ahead)
            for start, _ in self._blocks(day):
                moment = datetime.combine(day, start, BRUSSELS)
                if moment > local:
                    return moment
        return None

    def closing(self, at: datetime) -> datetime | None:
        """The end of the block in which somebody is there at a moment; None when nobody is."""
        local = at.astimezone(BRUSSELS)
        for start, end in self._blocks(local.date()):
            if start <= local.time() < end:
                return datetime.combine(local.date(), end, BRUSSELS)
        return None

    def reason_closed(self, day: date) -> str | None:
        """Why nobody is there on a day on which otherwise somebody is, in Dutch; None on an ordinary day."""
        for one in self.closures:
            if one.first <= day <= one.last:
                return one.reason
        if not self.on_holidays and (name := _holidays(day.year).get(day)):
            return name
        if not self.on_11_july and (day.month, day.day) == (7, 11):
            return "Vlaamse feestdag"
        return "brugdag" if not self.on_bridge_days and self._bridges(day) else None

    def _blocks(self, day: date) -> tuple[tuple[time, time], ...]:
        return () if self.reason_closed(day) else self.week[day.weekday()]

    def _bridges(self, day: date) -> bool:
        """Monday before or Friday behind a holiday."""
        if day.weekday() not in (0, 4):
            return False
        beside = day + timedelta(days=1 if day.weekday() == 0 else -1)
        return beside in _holidays(beside.year)

    def with_hours(self, hours: Mapping[str, Sequence[str]] | None) -> Opening:
        """The same with another week, given as blocks by day; the same when none is given."""
        if not hours:
            return self
        week = tuple(tuple(_block(one) for one in hours.get(day, ())) for day in DAYS)
        return replace(self, week=week)

    @classmethod
    def load(cls, folder: Path) -> Opening:
        """Read the hours of a knowledge folder; raises ConfigurationError (Dutch)."""
        path = folder / "opening.yml"
        try:
            return _read(yaml.safe_load(path.read_text(encoding="utf-8")))
        except (
            OSError,
            yaml.YAMLError,
            ValueError,
            LookupError,
            TypeError,
            AttributeError,
        ) as error:
            raise ConfigurationError(
                f"De openingsuren in {path.name} zijn niet in orde; voer uit: wegwijs check"
            ) from error


@cache
def load_opening(folder: Path) -> Opening:
    """The hours of a knowledge folder, read once a process."""
    return Opening.load(folder)


@cache
def _holidays(year: int) -> dict[date, str]:
    """The legal holidays of Belgium in a year, with their Dutch names."""
    return dict(holidays.country_holidays("BE", years=[year], language="nl"))


def _read(data: dict[str, Any]) -> Opening:
    unknown = set(data["uren"]) - set(DAYS)
    if unknown:
        raise ValueError(unknown)
    return Opening(
        week=tuple(tuple(_block(one) for one in data["uren"].get(day, ())) for day in DAYS),
        on_holidays=_is_open(data["feestdagen"]),
        on_11_july=_is_open(data["feestdag_11_juli"]),
        on_bridge_days=_is_open(data["brugdagen"]),
        closures=tuple(
            Closure(one["van"], one["tot"], str(one["reden"]))
            for one in data.get("sluitingen") or ()
        ),
    )


def _block(text: str) -> tuple[time, time]:
    start, end = (time.fromisoformat(part.strip()) for part in text.split("-"))
    if start >= end:
        raise ValueError(text)
    return start, end


def _is_open(value: str) -> bool:
    return {"open": True, "gesloten": False}[value]
