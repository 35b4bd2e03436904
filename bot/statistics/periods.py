"""Which moments belong to a period: days and months as Belgium's clocks count them, as a range in UTC."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.errors import InvalidInput

BRUSSELS = ZoneInfo("Europe/Brussels")

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

_WRITTEN = re.compile(r"([1-9][0-9]{3})-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Among:
    """Whose contacts are counted; None leaves a fact open."""

    municipality: str | None = None
    """NIS code, or `onbekend` for who told none."""
    audience: str | None = None
    channel: str | None = None


EVERYONE = Among()


@dataclass(frozen=True)
class Period:
    """Whole days in Brussels, from the first to the last one, both included."""

    first: date
    last: date
    among: Among = EVERYONE
    """A report and an answer are of everyone; only a page with filters asks for less."""

    @property
    def start(self) -> datetime:
        """The first moment that belongs to it, in UTC."""
        return _midnight(self.first)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def end(self) -> datetime:
        """The first moment that no longer belongs to it, in UTC."""
        return _midnight(self.last + timedelta(days=1))


@dataclass(frozen=True)
class Month:
    """A calendar month."""

    year: int
    number: int

    @property
    def period(self) -> Period:
        """Its days."""
        days = monthrange(self.year, self.number)[1]
        return Period(date(self.year, self.number, 1), date(self.year, self.number, days))

    @property
    def label(self) -> str:
        """As a reader writes it: november 2026."""
        return f"{MONTHS[self.number - 1]} {self.year}"

    def before(self, months: int) -> Month:
        """The month so many months earlier."""
        years, number = divmod(self.number - 1 - months, 12)
        return Month(self.year + years, number + 1)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"


def parse_month(text: str, *, now: datetime | None = None) -> Month:
    """Read YYYY-MM; raises InvalidInput for another form and for a month that has not begun."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        raise InvalidInput(f"'{text}' is geen maand: schrijf JJJJ-MM, bijvoorbeeld 2026-11")
    month = Month(int(match[1]), int(match[2]))
    if month.period.start > (now or datetime.now(UTC)):
        raise InvalidInput(f"{month.label} ligt in de toekomst: daar is nog geen verslag van")
    return month


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), BRUSSELS).astimezone(UTC)
