"""The period that an answer is asked for."""

from __future__ import annotations

from datetime import date, datetime

from bot.errors import InvalidInput
from bot.statistics.periods import BRUSSELS, Period


def asked_period(first: date, last: date) -> Period:
    """The days from the first to the last; raises InvalidInput (Dutch) for what has no figures."""
    if last < first:
        raise InvalidInput("De laatste dag ligt vóór de eerste.")
    if first > datetime.now(BRUSSELS).date():
        raise InvalidInput("Deze periode ligt in de toekomst: daar zijn nog geen cijfers van.")
    if last.year >= date.max.year:
        raise InvalidInput("De laatste dag ligt te ver weg.")
    return Period(first, last)
