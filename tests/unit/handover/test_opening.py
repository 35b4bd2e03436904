"""When somebody is there: hours with lunch, holidays, 11 July, bridge days and closures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.handover.opening import BRUSSELS, Opening
from bot.handover.words import about, availability, hours
from bot.settings import Settings

USUAL = """
uren:
  maandag: ["09:00-12:00", "13:00-16:30"]
  donderdag: ["09:00-12:00"]
  vrijdag: ["09:00-12:00"]
feestdagen: gesloten
feestdag_11_juli: gesloten
brugdagen: gesloten
sluitingen:
  - {van: 2026-12-24, tot: 2027-01-03, reden: kerstsluiting}
"""


@pytest.fixture
def opening(tmp_path: Path) -> Opening:
    (tmp_path / "opening.yml").write_text(USUAL, encoding="utf-8")
    return Opening.load(tmp_path)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        ("2026-11-23 08:59", False),
        ("2026-11-23 09:00", True),
        ("2026-11-23 12:00", False),  # lunch
        ("2026-11-23 13:00", True),
        ("2026-11-23 16:30", False),
        ("2026-11-24 10:00", False),  # Tuesday has no hours
        ("2026-04-06 10:00", False),  # Easter Monday
        ("2026-05-14 10:00", False),  # Ascension Day, a Thursday
        ("2026-05-15 10:00", False),  # the bridge behind it
        ("2026-07-20 10:00", False),  # the bridge before 21 July
        ("2026-12-28 10:00", False),  # closure
        ("2027-01-04 10:00", True),
        ("2026-10-26 09:30", True),  # the day after the clock change
    ],
)
def test_somebody_is_there_or_not(opening: Opening, at: str, is_open: bool):
    assert opening.is_open(moment(at)) is is_open


def test_the_flemish_holiday_is_one(opening: Opening):
    assert opening.reason_closed(date(2025, 7, 11)) == "Vlaamse feestdag"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-23 10:00", "De helpdesk is open, maar er is nu niemand aanwezig."),
        (
            "2026-11-23 12:30",
            "Er is nu niemand van de helpdesk. Wij zijn er vandaag om 13 uur weer.",
        ),
        ("2026-11-26 18:00", "Er is nu niemand van de helpdesk. Wij zijn er morgen om 9 uur weer."),
        (
            "2026-12-25 10:00",
            "Er is nu niemand van de helpdesk (kerstsluiting). Wij zijn er op maandag 4 januari om 9 uur weer.",
        ),
    ],
)
def test_it_is_said_when_somebody_comes(opening: Opening, at: str, said: str):
    assert availability(opening, moment(at), attended=False) == said


@pytest.mark.parametrize("at", ["2026-11-23 10:00", "2026-11-23 20:00"])
def test_a_colleague_who_is_there_counts_for_more_than_the_hours(opening: Opening, at: str):
    assert availability(opening, moment(at), attended=True) == "Er is nu iemand van de helpdesk."


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "minder dan 5 minuten"),
        (4, "minder dan 5 minuten"),
        (7, "ongeveer 10 minuten"),
        (22, "ongeveer 25 minuten"),
        (90, "meer dan een uur"),
    ],
)
def test_a_wait_is_rounded_up(minutes: int, said: str):
    assert about(timedelta(minutes=minutes)) == said


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("09:00-12:00", "12:00-09:00"),
        ("09:00-12:00", "9 tot 12"),
        ("maandag:", "mandag:"),
        ("brugdagen: gesloten", "brugdagen: misschien"),
        ("feestdagen: gesloten", ""),
    ],
)
def test_hours_that_cannot_be_are_refused(tmp_path: Path, right: str, wrong: str):
    (tmp_path / "opening.yml").write_text(USUAL.replace(right, wrong), encoding="utf-8")
    with pytest.raises(ConfigurationError, match="wegwijs check"):
        Opening.load(tmp_path)


def test_the_hours_of_the_project_can_be_read():
    Opening.load(Settings.from_environment().knowledge)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-23 10:00", "Medewerkers: tot 12 uur"),
        ("2026-11-23 16:29", "Medewerkers: tot 16.30 uur"),
        ("2026-11-23 12:30", "Medewerkers: maandag vanaf 13 uur"),
        ("2026-11-24 10:00", "Medewerkers: donderdag vanaf 9 uur"),
        ("2026-12-24 10:00", "Medewerkers: 4 januari vanaf 9 uur"),
    ],
)
def test_the_head_of_the_chat_says_when_people_are_there(opening: Opening, at: str, said: str):
    assert hours(opening, moment(at)) == said


def test_who_never_opens_says_nothing_in_the_head(opening: Opening):
    assert hours(replace(opening, week=((),) * 7), moment("2026-11-23 10:00")) == ""
