"""Contacts by day: days are Belgium's, so a period says itself which rows it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, case, func

from bot.errors import Unknown
from bot.registration.models import ContactRecord
from bot.statistics.counting import contacts
from bot.statistics.measure import Measure, Total
from bot.statistics.notation import day
from bot.statistics.periods import Period

DAYS = "days"
"""Id of the measure."""


def by_day(base: Total) -> Measure:
    """The measure, of the total of contacts."""
    return Measure(
        id=DAYS,
        label="Contacten per dag",
        definition="Elk contact telt eenmaal, op de dag van het eerste bericht van de vrager, naar Belgische tijd.",
        numerator="contacten op deze dag",
        base=base,
        whole=base,
        query=_counted,
        labels=lambda _library: {},
        rows=lambda period: {one.isoformat(): day(one) for one in _days(period)},
        complete=True,
    )


def _counted(period: Period) -> Select[Any]:
    # No database here knows when Belgium's days begin, so each is named by the moment it ends.
    ends = [
        (ContactRecord.opened_at < Period(one, one).end, one.isoformat()) for one in _days(period)
    ]
    key = case(*ends).label("day")
    return contacts(key, func.count())(period).group_by(key)


def of_day(period: Period, row: str) -> Period:
    """The part of a period that one row counts; raises Unknown."""
    found = next((one for one in _days(period) if one.isoformat() == row), None)
    if found is None:
        raise Unknown("Deze dag ligt niet in de periode.")
    return replace(period, first=found, last=found)


def _days(period: Period) -> Iterator[date]:
    for number in range(period.days):
        yield period.first + timedelta(days=number)
