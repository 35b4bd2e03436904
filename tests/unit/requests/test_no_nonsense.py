"""What a form does not take for an answer, because it is about another field or about none."""

from __future__ import annotations

from typing import Any

import pytest

from bot.requests.kinds import Field, RequestKind
from bot.requests.reading import PAUSE
from tests.unit.requests.turns import turn

CALL = RequestKind.TERUGBELLEN
DUFFEL, ANTWERPEN = "12009", "11002"


@pytest.mark.parametrize("asked", [Field.ONDERWERP, Field.FUNCTIE])
@pytest.mark.parametrize("text", ["ja", "ok", "ja graag"])
def test_a_yes_is_no_subject_and_no_function(asked: Field, text: str):
    read = turn(asked, text)
    assert (read.values, read.again) == ({}, asked)
    assert read.complaint


@pytest.mark.parametrize(
    ("kind", "field"),
    [(CALL, Field.WANNEER), (RequestKind.PLAATSBEZOEK, Field.PERIODE)],
)
def test_a_time_where_the_subject_was_asked_is_the_time(kind: RequestKind, field: Field):
    read = turn(Field.ONDERWERP, "zo snel mogelijk", kind=kind)
    assert read.values == {field: "zo snel mogelijk"}


def test_a_meeting_is_a_subject():
    assert turn(Field.ONDERWERP, "overleg").values[Field.ONDERWERP]["subject"] == "overleg"


@pytest.mark.parametrize("asked", [Field.PERIODE, Field.FUNCTIE, Field.CONTACT])
@pytest.mark.parametrize(
    "text", ["kan ik later verder doen", "ik wil straks verder invullen", "even pauze"]
)
def test_who_wants_to_go_on_later_hears_that_it_can(asked: Field, text: str):
    read = turn(asked, text)
    assert (read.values, read.again, read.note) == ({}, asked, PAUSE)


@pytest.mark.parametrize(
    ("text", "nis"), [("ja maar het is voor Duffel", DUFFEL), ("Antwerpen", ANTWERPEN)]
)
@pytest.mark.parametrize("asked", [Field.FUNCTIE, Field.CONTACT])
def test_a_municipality_changes_the_municipality_and_is_no_function(
    asked: Field, text: str, nis: str
):
    assert turn(asked, text).values == {Field.GEMEENTE: nis}


@pytest.mark.parametrize("text", ["dat is niet juist", "nee, dat klopt niet", "er is iets fout"])
def test_who_calls_something_wrong_is_asked_what(text: str):
    assert turn(Field.FUNCTIE, text).changing


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (Field.AKKOORD, "het onderwerp is eigenlijk online haat"),
        (Field.PERIODE, "liever nog iets over online haat"),
        (Field.FUNCTIE, "liever nog iets over online haat"),
    ],
)
def test_a_new_subject_is_heard_at_any_step_without_the_words_around_it(asked: Field, text: str):
    [(field, value)] = turn(asked, text).values.items()
    assert (field, value["subject"]) == (Field.ONDERWERP, "online haat")


def test_over_two_weeks_is_a_time():
    assert Field.PERIODE in turn(Field.PERIODE, "over twee weken").values


@pytest.mark.parametrize("asked", [Field.CONTACT, Field.FUNCTIE, Field.AKKOORD])
def test_a_period_by_its_name_needs_no_verb(asked: Field):
    assert turn(asked, "en de periode juni").values == {Field.PERIODE: "juni"}


KNOWN: dict[Field, Any] = {Field.GEMEENTE: DUFFEL, Field.CONTACT: "id"}


def test_who_says_to_send_behind_the_question_what_to_change_sends_what_was_shown():
    plan = RequestKind.PLAN_NALEZEN
    sent = turn(Field.AKKOORD, "ja verzenden", kind=plan, changing=True, known=KNOWN)
    assert sent.values == {Field.AKKOORD: True}
    assert turn(Field.AKKOORD, "ja", kind=plan, changing=True, known=KNOWN).values == {}
    part = {Field.GEMEENTE: DUFFEL}
    assert turn(Field.AKKOORD, "verzend", kind=plan, changing=True, known=part).values == {}


def test_who_says_to_send_while_nothing_is_missing_sees_the_summary():
    read = turn(Field.CONTACT, "verzend", kind=RequestKind.PLAN_NALEZEN, known=KNOWN)
    assert (read.values, read.again) == ({}, None)


@pytest.mark.parametrize("text", ["stop alles", "annuleer alles", "stop maar met alles"])
@pytest.mark.parametrize("asked", [Field.ONDERWERP, Field.PERIODE, Field.AKKOORD])
def test_who_stops_everything_stops_the_form(asked: Field, text: str):
    assert turn(asked, text).stopped
