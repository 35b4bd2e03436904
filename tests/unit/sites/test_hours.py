"""The office hours of a site as people type them."""

from __future__ import annotations

import pytest

from bot.errors import InvalidInput
from bot.sites.hours import read_hours, write_hours


def test_hours_are_read_as_people_type_them():
    typed = "Maandag: 13.00-16.30, 9:00-12:00\n\nvrijdag 9-12"
    assert read_hours(typed) == {
        "maandag": ["09:00-12:00", "13:00-16:30"],
        "vrijdag": ["09:00-12:00"],
    }


def test_hours_are_written_as_they_can_be_read():
    hours = {"vrijdag": ["09:00-12:00"], "maandag": ["09:00-12:00", "13:00-16:30"]}
    assert write_hours(hours) == "maandag 09:00-12:00 13:00-16:30\nvrijdag 09:00-12:00"
    assert read_hours(write_hours(hours)) == hours


def test_no_hours_are_those_of_the_helpdesk():
    assert read_hours(" \n") is None
    assert write_hours(None) == ""


@pytest.mark.parametrize(
    "typed",
    [
        "maandg 9-12", "maandag", "maandag 12-9", "maandag 9-25", "maandag 9 tot 12", "maandag 9-12 11-13",
        "maandag 9-12\nmaandag 13-14", "9-12",
    ],
)  # fmt: skip
def test_what_is_no_hours_is_refused(typed: str):
    with pytest.raises(InvalidInput):
        read_hours(typed)
