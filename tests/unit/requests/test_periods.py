"""Whether a text names a time, and whether that time is over."""

from __future__ import annotations

from datetime import date

import pytest

from bot.requests.periods import (
    is_moment,
    is_night,
    is_only_period,
    is_past,
    is_period,
    missing_day,
)

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    "text",
    [
        "maart",
        "Ergens in april of mei",
        "15/01/2027",
        "15 januari",
        "zo snel mogelijk",
        "na de zomer",
        "eerste kwartaal 2027",
        "een dinsdagavond, dinsdag dus",
        "week 12",
        "na 14 uur",
        "tussen 9u en 12u",
        "14u30",
        "in overleg",
        "zaterdag",
        "zondagvoormiddag",
        "vanavond",
        "voorjaar",
        "volgend schooljaar",
        "bel mij morgen maar",
    ],
)
def test_a_time_in_any_wording_is_a_period(text: str):
    assert is_period(text)


@pytest.mark.parametrize(
    "text",
    [
        "morgenvoormiddag",
        "overmorgenvoormiddag",
        "morgenochtend",
        "morgenvroeg",
        "morgennamiddag",
        "morgenavond",
        "vanochtend",
        "'s ochtends",
        "tussen 10 en 12",
        "zo snel mogelijk",
        "asap",
        "na nieuwjaar",
        "Q1",
        "15/01/2027",
        "03/12",
        "9u30",
    ],
)
def test_a_moment_to_be_called_at_is_a_period_and_nothing_besides(text: str):
    assert is_period(text)
    assert is_only_period(text)


def test_a_number_between_two_others_of_something_is_no_time():
    assert not is_period("tussen 10 en 12 deelnemers")


@pytest.mark.parametrize(
    "text", ["", "blabla", "polarisering", "weet ik niet", "12", "gent", "meid"]
)
def test_words_without_time_are_none(text: str):
    assert not is_period(text)


@pytest.mark.parametrize(
    "text",
    [
        "oktober 2026",
        "24/11/2026",
        "24 november 2026",
        "in 2025",
        "1 jan 2020",
        "mei of juni 2026",
        "vorig jaar",
        "vorige maart",
        "gisteren",
        "twee weken geleden",
    ],
)
def test_a_time_before_today_is_over(text: str):
    assert is_past(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "maart",
        "november 2026",
        "25/11/2026",
        "in 2026",
        "oktober 2026 of maart 2027",
        "31/02/2027",
        "15 januari 2027",
        "zo snel mogelijk",
    ],
)
def test_a_time_that_may_still_come_is_not(text: str):
    assert not is_past(text, TODAY)


@pytest.mark.parametrize(
    "text",
    ["morgen in de voormiddag", "15/01/2027", "liefst dinsdag na 14 uur", "zaterdag om 20 uur"],
)
def test_a_time_and_nothing_besides_is_only_a_period(text: str):
    assert is_only_period(text)


@pytest.mark.parametrize("text", ["vandaag ga ik dood", "morgen ontploft het", "", "de het een"])
def test_who_says_more_than_when_is_heard_in_full(text: str):
    assert not is_only_period(text)


@pytest.mark.parametrize("text", ["23 uur", "om 22u30", "tussen 21:00 en 23:00", "0 uur"])
def test_nobody_is_called_at_night(text: str):
    assert is_night(text)


@pytest.mark.parametrize("text", ["om 3 uur", "20 uur", "tussen 14u en 22u", "dinsdag", "23 maart"])
def test_an_hour_of_the_day_is_no_night(text: str):
    assert not is_night(text)


@pytest.mark.parametrize(
    "text", ["morgen om 10 uur", "dinsdag", "vrijdag in de voormiddag", "14u30"]
)
def test_a_day_or_an_hour_is_a_moment(text: str):
    assert is_moment(text)


@pytest.mark.parametrize(
    "text", ["in overleg", "2027", "later", "morgen?", "morgen is er een betoging"]
)
def test_a_period_or_more_than_a_time_is_no_moment(text: str):
    assert not is_moment(text)


@pytest.mark.parametrize("text", ["31/02", "30 februari", "29/02/2027", "31-04-2027", "45/13"])
def test_a_day_on_no_calendar_is_found(text: str):
    assert missing_day(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "15/03",
        "29/02",
        "28 februari",
        "15/03/2027",
        "tussen 10-14u",
        "10/12 of 11/12",
        "maart",
        "9-17 uur",
        "2 weken",
    ],
)
def test_other_times_name_no_day_that_is_missing(text: str):
    assert missing_day(text) is None
