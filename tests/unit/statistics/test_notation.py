"""Numbers as a Dutch reader writes them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.statistics.notation import day, enumeration, number, percentage, plural


@pytest.mark.parametrize(
    ("value", "written"), [(0, "0"), (999, "999"), (1234, "1.234"), (1234567, "1.234.567")]
)
def test_thousands_have_a_point(value: int, written: str):
    assert number(value) == written


@pytest.mark.parametrize(
    ("count", "base", "written"),
    [
        (7, 35, "20,0 %"),
        (1, 3, "33,3 %"),
        (1, 16, "6,3 %"),
        (35, 35, "100,0 %"),
        (0, 35, "0,0 %"),
        (0, 0, "n.v.t."),
    ],
)
def test_shares_have_a_comma_and_one_decimal(count: int, base: int, written: str):
    assert percentage(count, base) == written


def test_days_and_lists_are_written_out():
    assert day(date(2026, 8, 1)) == "1 augustus 2026"
    assert [enumeration(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a en b",
        "a, b en c",
    ]
    assert [plural(value, "vraag", "vragen") for value in (0, 1, 2)] == [
        "0 vragen",
        "1 vraag",
        "2 vragen",
    ]
