"""Months as Belgium's clocks count them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from bot.errors import InvalidInput
from bot.statistics.periods import BRUSSELS, Month, Period, parse_month

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("month", "start", "end", "hours"),
    [
        # ordinary months, in winter and in summer time
        (Month(2026, 2), "2026-01-31T23:00", "2026-02-28T23:00", 28 * 24),
        (Month(2028, 2), "2028-01-31T23:00", "2028-02-29T23:00", 29 * 24),
        (Month(2026, 7), "2026-06-30T22:00", "2026-07-31T22:00", 31 * 24),
        (Month(2026, 12), "2026-11-30T23:00", "2026-12-31T23:00", 31 * 24),
        # the clock goes forward on 29 March 2026 and back on 25 October 2026
        (Month(2026, 3), "2026-02-28T23:00", "2026-03-31T22:00", 31 * 24 - 1),
        (Month(2026, 10), "2026-09-30T22:00", "2026-10-31T23:00", 31 * 24 + 1),
    ],
)
def test_a_month_is_a_range_in_utc(month: Month, start: str, end: str, hours: int):
    assert month.period.start == datetime.fromisoformat(f"{start}+00:00")
    assert month.period.end == datetime.fromisoformat(f"{end}+00:00")
    # Aware moments of one zone subtract by the clock on the wall, so the length is taken in UTC.
    assert month.period.end - month.period.start == timedelta(hours=hours)


def test_months_follow_on_each_other_without_gap_or_overlap():
    months = [Month(year, number) for year in range(2015, 2031) for number in range(1, 13)]
    for one, following in pairwise(months):
        assert one.period.end == following.period.start


def test_any_days_make_a_period():
    quarter = Period(date(2026, 1, 1), date(2026, 3, 22))
    assert quarter.start.astimezone(BRUSSELS).isoformat() == "2026-01-01T00:00:00+01:00"
    assert quarter.end.astimezone(BRUSSELS).isoformat() == "2026-03-23T00:00:00+01:00"


def test_a_month_is_written_as_a_reader_and_as_a_machine_write_it():
    assert Month(2026, 3).label == "maart 2026"
    assert str(Month(2026, 3)) == "2026-03"


def test_the_running_month_is_read():
    assert parse_month("2026-11", now=NOW) == Month(2026, 11)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "2026-1",
        "2026-13",
        "2026-00",
        "11-2026",
        "2026-11-01",
        " 2026-11",
        "2026-11\n",
        "0000-01",
        "٢٠٢٦-١١",
    ],
)
def test_another_form_is_refused_in_dutch(text: str):
    with pytest.raises(InvalidInput, match="is geen maand: schrijf JJJJ-MM"):
        parse_month(text, now=NOW)


@pytest.mark.parametrize("text", ["2026-12", "2027-01", "9999-12"])
def test_a_month_that_has_not_begun_is_refused(text: str):
    with pytest.raises(InvalidInput, match="ligt in de toekomst"):
        parse_month(text, now=NOW)


def test_a_month_begins_at_midnight_in_brussels():
    before, after = (
        datetime(2026, 11, 30, 22, 59, tzinfo=UTC),
        datetime(2026, 11, 30, 23, tzinfo=UTC),
    )
    with pytest.raises(InvalidInput):
        parse_month("2026-12", now=before)
    assert parse_month("2026-12", now=after) == Month(2026, 12)
