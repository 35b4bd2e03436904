"""What a message means while a form is open."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.knowledge.library import load_library
from bot.nlu.wordlists import WordLists
from bot.requests.kinds import Field, RequestKind
from bot.requests.reading import FIRST, NOT_YET, Heard, Turn, read_turn
from bot.requests.said import Said
from bot.settings import Settings

TODAY = date(2026, 11, 25)
KNOWLEDGE = Settings.from_environment().knowledge
LISTS = WordLists.load(KNOWLEDGE)
GENT, AALST = "44021", "41002"


def turn(
    asked: Field | None,
    text: str = "x",
    *,
    choice: str | None = None,
    kind: RequestKind = RequestKind.PLAATSBEZOEK,
    decision: str = "clarify",
    intent: str = "",
    changing: bool = False,
    known: dict[Field, Any] | None = None,
    **about: Any,
) -> Turn:
    found = [one for one in LISTS.find(text) if one.kind == "municipality"]
    said = Said(
        text,
        value=choice.partition(":")[2] if choice else None,
        municipalities=tuple(one.value for one in found),
        **about,
    )
    heard = Heard(said, choice=choice, decision=decision, intent=intent)
    library = load_library(KNOWLEDGE)
    return read_turn(kind, asked, heard, library, today=TODAY, changing=changing, known=known)


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
    assert (read.values, read.again) == ({}, Field.CONTACT)


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
    assert read.values == {Field.PERIODE: "kan het in maart?"}


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
