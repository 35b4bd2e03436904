"""What people type in a form besides the answer: corrections, refusals, going back, two answers at once."""

from __future__ import annotations

from typing import Any

import pytest

from bot.requests.kinds import Field, RequestKind
from bot.requests.reading import FIRST, NOT_YET
from tests.unit.requests.turns import AALST, GENT, turn

FILLED = {
    Field.GEMEENTE: GENT,
    Field.ONDERWERP: {"topic": None, "subject": "jongeren"},
    Field.PERIODE: "april",
    Field.FUNCTIE: "schepen",
    Field.CONTACT: "abc",
}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("wijzig: wanneer", Field.PERIODE),
        ("wijzig wanneer", Field.PERIODE),
        ("de datum is fout", Field.PERIODE),
        ("Wijzig: uw contactgegevens", Field.CONTACT),
        ("verander mijn functie", Field.FUNCTIE),
        ("kan ik de gemeente nog aanpassen?", Field.GEMEENTE),
    ],
)
def test_a_field_that_should_change_is_asked_and_keeps_its_answer_meanwhile(
    text: str, field: Field
):
    read = turn(Field.AKKOORD, text, known=FILLED)
    assert (read.again, read.values) == (field, {})


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("nee toch liever mei", Field.PERIODE, "mei"),
        ("het moet oktober zijn", Field.PERIODE, "oktober"),
        ("wanneer: na de zomer", Field.PERIODE, "na de zomer"),
        ("de functie moet burgemeester zijn", Field.FUNCTIE, "burgemeester"),
        ("sorry, ik ben eigenlijk burgemeester", Field.FUNCTIE, "burgemeester"),
        ("Aalst", Field.GEMEENTE, AALST),
    ],
)
def test_a_new_value_at_the_summary_corrects_the_field_that_it_fits(
    text: str, field: Field, value: str
):
    assert turn(Field.AKKOORD, text, known=FILLED).values == {field: value}


def test_a_question_with_wanneer_corrects_no_period():
    asks = turn(Field.AKKOORD, "wanneer is de volgende studiedag?", decision="answer")
    assert asks.elsewhere


@pytest.mark.parametrize("text", ["vorige", "terug", "stap terug", "ga naar de vorige vraag"])
def test_back_goes_to_the_question_before(text: str):
    assert turn(Field.PERIODE, text).again is Field.ONDERWERP
    assert turn(Field.AKKOORD, text, known=FILLED).again is Field.CONTACT
    read = turn(Field.GEMEENTE, text)
    assert (read.again, read.note) == (Field.GEMEENTE, FIRST)


def test_behind_the_question_what_should_change_back_is_the_summary():
    assert turn(Field.AKKOORD, "terug", changing=True).again is Field.AKKOORD


@pytest.mark.parametrize("text", ["laat maar zo", "laat maar", "klopt", "ongewijzigd"])
def test_an_answer_that_is_asked_again_may_stay(text: str):
    read = turn(Field.PERIODE, text, known=FILLED)
    assert (read.values, read.again, read.stopped, read.complaint) == ({}, None, False, None)
    assert turn(Field.PERIODE, "Laat zo", choice="waarde:behouden", known=FILLED) == read


def test_a_form_is_stopped_also_while_an_answer_is_asked_again():
    assert turn(Field.PERIODE, "annuleer", known=FILLED).stopped


def test_two_answers_in_one_message_fill_two_fields():
    read = turn(Field.ONDERWERP, "polarisering op school, liefst in maart")
    assert read.values == {
        Field.ONDERWERP: {"topic": None, "subject": "polarisering op school"},
        Field.PERIODE: "in maart",
    }
    read = turn(Field.GEMEENTE, "Gent, ik ben preventieambtenaar")
    assert read.values == {Field.GEMEENTE: GENT, Field.FUNCTIE: "preventieambtenaar"}


def test_what_was_answered_before_is_not_changed_by_what_stands_beside_another_answer():
    read = turn(Field.ONDERWERP, "polarisering, liefst in maart", known={Field.PERIODE: "mei"})
    assert read.values[Field.ONDERWERP]["subject"] == "polarisering, liefst in maart"
    assert Field.PERIODE not in read.values


@pytest.mark.parametrize("field", [Field.GEMEENTE, Field.CONTACT])
def test_who_refuses_what_the_helpdesk_needs_hears_why_and_how_to_stop(field: Field):
    read = turn(field, "dat zeg ik liever niet")
    assert (read.values, read.again) == ({}, field)
    assert "Kies **Stoppen**" in (read.complaint or "")


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (Field.PERIODE, "weet ik nog niet", "Later, in overleg"),
        (Field.PERIODE, "kies maar", "Later, in overleg"),
        (Field.FUNCTIE, "zeg ik liever niet", "niet opgegeven"),
        (Field.ONDERWERP, "geen idee", {"topic": None, "subject": "nog te bepalen"}),
    ],
)
def test_who_does_not_know_or_tell_what_can_wait_goes_on(field: Field, text: str, value: Any):
    assert turn(field, text).values == {field: value}


def test_who_will_explain_the_subject_on_the_phone_need_not_type_it():
    read = turn(Field.ONDERWERP, "dat leg ik dan wel uit", kind=RequestKind.TERUGBELLEN)
    assert read.values == {Field.ONDERWERP: {"topic": None, "subject": None}}


@pytest.mark.parametrize("text", ["waarom wilt u dat weten?", "is dat verplicht?"])
def test_who_asks_why_hears_why_and_is_asked_again(text: str):
    read = turn(Field.GEMEENTE, text, decision="answer")
    assert (read.again, read.values) == (Field.GEMEENTE, {})
    assert "welke collega" in (read.complaint or "")


def test_who_asks_what_becomes_of_the_number_hears_that():
    read = turn(Field.CONTACT, "wat doen jullie met mijn nummer?", decision="answer")
    assert "versleuteld" in (read.complaint or "")


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (Field.GEMEENTE, "Gent, nee wacht, Aalst", AALST),
        (Field.GEMEENTE, "Gent, sorry, voor Aalst", AALST),
        (Field.FUNCTIE, "schepen, sorry ik bedoel burgemeester", "burgemeester"),
        (Field.PERIODE, "april, of beter mei", "mei"),
    ],
)
def test_who_takes_back_a_word_in_the_same_message_means_the_last(
    field: Field, text: str, value: str
):
    assert turn(field, text).values == {field: value}


def test_sending_too_early_asks_what_is_still_missing():
    read = turn(Field.ONDERWERP, "verzenden")
    assert (read.values, read.again, read.note) == ({}, Field.ONDERWERP, NOT_YET)


def test_going_on_with_the_form_asks_its_question_again_at_every_step():
    read = turn(Field.CONTACT, "ik wil toch verder met de aanvraag")
    assert (read.again, read.complaint) == (Field.CONTACT, None)


def test_a_sentence_in_another_language_is_no_answer():
    french = "Je ne comprends pas le néerlandais"
    assert turn(Field.GEMEENTE, french, decision="other_language").elsewhere
    assert turn(Field.FUNCTIE, french, decision="other_language").values


@pytest.mark.parametrize(
    "text",
    [
        "Het gaat over een jongen van 16 die wil vertrekken",
        "morgen, want een jongen van 16 jaar wil weg",
    ],
)
def test_a_case_is_not_told_in_the_form_for_a_meeting_about_it(text: str):
    read = turn(Field.PERIODE, text, kind=RequestKind.CASUSBESPREKING)
    assert read.values == {}
    assert "niets over de casus" in (read.complaint or "")


@pytest.mark.parametrize("text", ["👍", "oui", "alles klopt nu", "ja dat is goed, stuur maar door"])
def test_a_yes_has_many_forms(text: str):
    assert turn(Field.AKKOORD, text, known=FILLED).values == {Field.AKKOORD: True}


@pytest.mark.parametrize("asked", [Field.FUNCTIE, Field.CONTACT, Field.AKKOORD])
def test_a_time_where_none_is_asked_corrects_the_time(asked: Field):
    assert turn(asked, "nee wacht, juni", known=FILLED).values == {Field.PERIODE: "juni"}


def test_a_subject_told_late_is_still_the_subject():
    read = turn(Field.FUNCTIE, "over haatspraak")
    assert read.values == {Field.ONDERWERP: {"topic": None, "subject": "haatspraak"}}


def test_a_town_that_is_also_a_word_is_no_subject():
    assert turn(Field.ONDERWERP, "Geel").values == {Field.GEMEENTE: "13008"}


def test_of_two_fields_that_should_change_the_first_is_asked():
    read = turn(Field.AKKOORD, "onderwerp en periode", changing=True, known=FILLED)
    assert read.again is Field.ONDERWERP


@pytest.mark.parametrize("text", ["klopt dat?", "is dat wel zo?", "verzend ik nu?"])
def test_a_question_at_the_summary_sends_nothing(text: str):
    assert turn(Field.AKKOORD, text, known=FILLED).values == {}


def test_an_old_button_to_leave_an_answer_fills_in_nothing():
    read = turn(Field.FUNCTIE, "Laat zo", choice="waarde:behouden")
    assert (read.values, read.again) == ({}, Field.FUNCTIE)
