"""The days of a period as weeks from Monday on, and a column each."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.library import Library
from bot.statistics.calendar import HEIGHT, WIDTH, lay_out
from bot.statistics.report import Row
from tests.common import made_report


def rows(first: date, counts: list[int]) -> list[Row]:
    days = [first + timedelta(days=one) for one in range(len(counts))]
    base = sum(counts)
    return [
        Row(id=f"{day}", label=f"{day}", count=count, base=base, share=None)
        for day, count in zip(days, counts, strict=True)
    ]


@given(
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.lists(st.integers(0, 5000), min_size=1, max_size=92),
)
def test_each_day_stands_once_under_its_weekday_and_inside_the_drawing(
    first: date, counts: list[int]
):
    made = lay_out(rows(first, counts))
    if not any(counts):
        assert made is None
        return
    assert made is not None
    placed = [(place, day) for week in made.weeks for place, day in enumerate(week.days) if day]
    assert [day.count for _, day in placed] == counts
    assert all(place == day.day.weekday() for place, day in placed)
    for day in made.days:
        assert 0 <= day.x <= day.x + made.column <= WIDTH
        assert 0 < day.y <= HEIGHT
    # Two counts that differ by one may be drawn as high.
    tallest = max(one.height for one in made.days)
    assert {one.height for one in made.days if one.count == max(counts)} == {tallest}


def test_of_many_days_only_mondays_are_named():
    made = lay_out(rows(date(2026, 9, 1), [1] * 60))
    assert made is not None
    assert {one.day.weekday() for one in made.days if one.named} == {0}


def test_the_example_report_is_what_the_code_makes(library: Library):
    again = "python -m tests.common.made_report schrijft het opnieuw"
    assert made_report.PAGE.read_text(encoding="utf-8") == made_report.page(library), again
