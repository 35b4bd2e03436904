"""Of an erased conversation the day stays, in the month that every report counts it in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.registration.erasing import day_of

BRUSSELS = ZoneInfo("Europe/Brussels")


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 11, 30, 22, 59, tzinfo=UTC), 30),
        (datetime(2026, 11, 29, 23, 0, tzinfo=UTC), 30),
        (datetime(2026, 6, 29, 22, 0, tzinfo=UTC), 30),
    ],
)
def test_the_day_is_that_of_the_clocks_in_belgium(at: datetime, day: int):
    assert day_of(at) == datetime(at.year, at.month, day, 12, tzinfo=UTC)


@given(hours=st.integers(0, 20 * 366 * 24), seconds=st.integers(0, 3599))
def test_a_day_that_is_kept_is_the_same_day_in_belgium(hours: int, seconds: int):
    at = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=hours, seconds=seconds)
    kept = day_of(at)
    assert kept.astimezone(BRUSSELS).date() == at.astimezone(BRUSSELS).date()
    assert day_of(kept) == kept
