"""What a message means while a form is open."""

from __future__ import annotations

import pytest

from bot.requests.kinds import Field, RequestKind
from tests.unit.requests.turns import AALST, GENT, turn


def test_an_answer_fills_the_field_that_was_asked():
    assert turn(Field.GEMEENTE, "Gent").values == {Field.GEMEENTE: GENT}


def test_what_cannot_be_read_asks_again_and_says_why():
    read = turn(Field.PERIODE, "blabla")
    assert (read.values, read.again) == ({}, Field.PERIODE)
    assert read.complaint is not None


@pytest.mark.parametrize(
    "text",
    ["stop", "Stop!", "stoppen aub", "annuleer", "laat maar", "ik wil stoppen", "wil toch stoppen"],
)
@pytest.mark.parametrize("asked", [Field.GEMEENTE, Field.ONDERWERP, Field.CONTACT, Field.AKKOORD])
def test_a_stop_is_heard_at_every_step(text: str, asked: Field):
    # The model hears danger in the bare word.
    assert turn(asked, text, decision="safety").stopped


def test_the_stop_button_stops():
    assert turn(Field.GEMEENTE, "Stoppen", choice="stop").stopped


@pytest.mark.parametrize(
    "text", ["bushalte en stopplaats", "een stop op haat", "hoe stoppen we haat"]
)
def test_a_word_like_stop_in_a_subject_stops_nothing(text: str):
    assert not turn(Field.ONDERWERP, text).stopped


@pytest.mark.parametrize(
    "text",
    [
        "nee, de gemeente is Aalst",
        "Neen de gemeente is Aalst",
        "sorry, mijn gemeente moet zijn Aalst",
        "gemeente: Aalst",
        "nee, Aalst",
        "niet Gent maar Aalst",
    ],
)
@pytest.mark.parametrize("asked", [Field.PERIODE, Field.FUNCTIE, Field.AKKOORD])
def test_a_municipality_is_corrected_from_any_later_step(text: str, asked: Field):
    read = turn(asked, text)
    if text == "niet Gent maar Aalst":
        assert [one.label for one in read.choices] == ["Gent", "Aalst"]
    else:
        assert read.values == {Field.GEMEENTE: AALST}


def test_another_field_is_corrected_by_its_name():
    assert turn(Field.AKKOORD, "de periode is april 2027").values == {Field.PERIODE: "april 2027"}
    assert turn(Field.CONTACT, "nee, mijn functie is schepen").values == {Field.FUNCTIE: "schepen"}


def test_a_correction_that_cannot_be_read_leaves_what_was_there():
    read = turn(Field.FUNCTIE, "nee, de gemeente is Blabla")
    assert read.complaint is not None
    assert Field.GEMEENTE not in read.values


def test_contact_details_are_corrected_by_asking_them_again():
    read = turn(Field.AKKOORD, "nee, mijn e-mail is [EMAIL-1]")
    assert (read.values, read.again) == ({Field.CONTACT: None}, Field.CONTACT)


def test_a_choice_at_the_summary_asks_that_field_again():
    read = turn(Field.AKKOORD, "Wijzig: periode", choice="veld:periode")
    assert (read.values, read.again) == ({}, Field.PERIODE)


def test_a_field_of_another_form_cannot_be_chosen():
    assert turn(Field.AKKOORD, "x", choice="veld:telefoon").elsewhere


@pytest.mark.parametrize("choice", ["onderwerp:ocad", "doelgroep:gemeente", "medewerker"])
def test_other_buttons_are_carried_out_beside_the_form(choice: str):
    assert turn(Field.GEMEENTE, choice=choice).elsewhere


@pytest.mark.parametrize(
    "asked", [Field.GEMEENTE, Field.ONDERWERP, Field.PERIODE, Field.FUNCTIE, Field.CONTACT]
)
def test_a_question_in_between_is_not_taken_for_an_answer(asked: Field):
    assert turn(asked, "Wat is OCAD?", decision="answer", intent="ocad").elsewhere
    assert turn(asked, "Wie leest dit?", decision="conversation", intent="privacy").elsewhere


def test_a_question_that_names_a_municipality_is_a_question():
    assert turn(Field.GEMEENTE, "Wat doet Gent rond radicalisering?", decision="answer").elsewhere


def test_a_time_proposed_as_a_question_is_a_time():
    read = turn(Field.PERIODE, "kan het in maart?", decision="answer", intent="plaatsbezoek")
    assert read.values == {Field.PERIODE: "maart"}


def test_a_subject_that_the_model_knows_is_still_a_subject():
    read = turn(
        Field.ONDERWERP, "hoe omgaan met haatspraak", decision="answer", topic="online_haat"
    )
    assert read.values[Field.ONDERWERP]["topic"] == "online_haat"


def test_danger_is_none_of_the_forms_business_but_schoten_is_a_town():
    assert turn(Field.GEMEENTE, "er wordt geschoten in Gent", decision="safety").elsewhere
    assert turn(Field.ONDERWERP, "wapens op straat nu", decision="safety").elsewhere
    assert turn(Field.GEMEENTE, "Schoten", decision="safety").values == {Field.GEMEENTE: "11040"}


def test_a_time_alone_is_no_danger_whatever_the_model_hears():
    soon = "morgen in de voormiddag"
    assert turn(Field.PERIODE, soon, decision="safety").values == {Field.PERIODE: soon}
    assert turn(Field.PERIODE, "morgen schiet hij iemand neer", decision="safety").elsewhere


def test_who_wants_a_person_is_heard_but_a_medewerker_is_a_function():
    wish = {"decision": "conversation", "intent": "medewerker_spreken"}
    assert turn(Field.FUNCTIE, "ik wil iemand spreken", **wish).elsewhere
    assert turn(Field.GEMEENTE, "geef mij een medewerker", **wish).elsewhere
    read = turn(Field.FUNCTIE, "medewerker integratie", **wish)
    assert read.values == {Field.FUNCTIE: "medewerker integratie"}


def test_sealed_contact_details_are_the_answer_whatever_else_the_line_seems_to_ask():
    read = turn(Field.CONTACT, "[PERSOON-1] [EMAIL-1]", decision="answer", contact="abc")
    assert read.values == {Field.CONTACT: "abc"}


def test_the_message_that_begins_a_form_fills_nothing():
    assert turn(None, "Vraag een plaatsbezoek aan", choice="aanvraag:plaatsbezoek").elsewhere


def test_a_subject_is_corrected_in_passing():
    read = turn(Field.PERIODE, "nee sorry, het gaat over sociale media")
    assert read.values == {Field.ONDERWERP: {"topic": None, "subject": "sociale media"}}


def test_a_municipality_is_corrected_in_passing_and_the_first_is_meant():
    assert turn(Field.FUNCTIE, "eigenlijk is het voor Aalst, niet voor Gent").values == {
        Field.GEMEENTE: AALST
    }


def test_a_municipality_is_no_subject():
    assert turn(Field.ONDERWERP, "ja Gent").values == {Field.GEMEENTE: GENT}


@pytest.mark.parametrize(
    "text", ["nee", "nee het is fout", "klopt niet", "weerbaarheid van jongeren"]
)
def test_whatever_is_no_yes_to_the_summary_asks_what_should_change(text: str):
    read = turn(Field.AKKOORD, text)
    assert read.changing
    assert read.values == {}


def test_a_field_called_wrong_is_asked_again_and_keeps_no_words_of_the_complaint():
    assert turn(Field.AKKOORD, "het onderwerp klopt niet").again is Field.ONDERWERP
    assert turn(Field.FUNCTIE, "het onderwerp is verkeerd").again is Field.ONDERWERP
    assert turn(Field.AKKOORD, "onderwerp", changing=True).again is Field.ONDERWERP


def test_a_yes_sends_but_not_when_something_should_change():
    assert turn(Field.AKKOORD, "ja klopt").values == {Field.AKKOORD: True}
    read = turn(Field.AKKOORD, "ja klopt", changing=True)
    assert (read.values, read.changing) == ({}, False)


def test_a_subject_about_a_town_that_changes_is_a_subject():
    read = turn(Field.ONDERWERP, "veranderingen in de stad")
    assert read.values[Field.ONDERWERP]["subject"] == "veranderingen in de stad"


@pytest.mark.parametrize("text", ["bel mij morgen maar", "bel mij morgenvoormiddag"])
def test_a_wish_to_be_called_that_says_when_fills_the_moment(text: str):
    read = turn(
        Field.WANNEER,
        text,
        kind=RequestKind.TERUGBELLEN,
        decision="conversation",
        intent="medewerker_spreken",
    )
    assert read.values == {Field.WANNEER: text}
    assert read.complaint is None
