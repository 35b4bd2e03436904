"""A question, a correction of another field or a story where a form asks something is no answer to it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.knowledge.library import load_library
from bot.requests.elsewhere import only_asks
from bot.requests.fields import read_field
from bot.requests.going_back import resumes
from bot.requests.kinds import Field
from bot.requests.reading import NOT_KNOWN
from bot.requests.said import Filled, Heard, Said
from bot.settings import PROJECT
from tests.unit.requests.turns import turn

KNOWN: dict[Field, Any] = {
    Field.GEMEENTE: "41002",
    Field.ONDERWERP: {"topic": None, "subject": "online haat"},
    Field.PERIODE: "maart",
    Field.FUNCTIE: "schepen",
    Field.CONTACT: "id",
}


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (Field.FUNCTIE, "moet ik daar zelf bij zijn?"),
        (Field.FUNCTIE, "waar gaat dat door"),
        (Field.AKKOORD, "wanneer krijg ik antwoord?"),
        (Field.AKKOORD, "hoe snel bellen jullie"),
        (Field.ONDERWERP, "moet ik daar zelf bij zijn?"),
        (Field.PERIODE, "hoeveel mensen mogen er komen?"),
    ],
)
def test_a_question_that_is_not_understood_is_no_answer_and_the_form_goes_on(
    asked: Field, text: str
):
    said = turn(asked, text, known=KNOWN)
    assert (said.values, said.again, said.note) == ({}, asked, NOT_KNOWN)


@pytest.mark.parametrize("text", ["is goe", "is in orde", "ja hoor"])
def test_a_yes_that_begins_as_a_question_is_a_yes(text: str):
    assert turn(Field.AKKOORD, text, known=KNOWN).values == {Field.AKKOORD: True}


@pytest.mark.parametrize(
    "text", ["waarom radicaliseren jongeren?", "wat is extremisme?", "hoe omgaan met haatspraak"]
)
def test_a_subject_may_be_worded_as_a_question(text: str):
    assert turn(Field.ONDERWERP, text).values[Field.ONDERWERP]["subject"] == text


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("doe maar mei in plaats van maart", "mei"),
        ("mei ipv maart", "mei"),
        ("niet maart maar mei", "mei"),
        ("maart wordt mei", "mei"),
        ("toch liever oktober", "oktober"),
    ],
)
@pytest.mark.parametrize("asked", [Field.FUNCTIE, Field.AKKOORD])
def test_who_puts_another_time_in_place_corrects_the_time(text: str, period: str, asked: Field):
    assert turn(asked, text, known=KNOWN).values == {Field.PERIODE: period}


@pytest.mark.parametrize("text", ["en als onderwerp livc", "voor het onderwerp livc"])
def test_who_names_the_field_with_as_corrects_it(text: str):
    said = turn(Field.AKKOORD, text, known=KNOWN)
    assert said.values[Field.ONDERWERP]["subject"] == "livc"


def test_who_names_his_function_with_as_corrects_it():
    said = turn(Field.AKKOORD, "en als functie burgemeester", known=KNOWN)
    assert said.values == {Field.FUNCTIE: "burgemeester"}


@pytest.mark.parametrize(
    "text",
    [
        "schepen en zijn vader is imam in de moskee van Ledeberg",
        "ambtenaar, hij woont in onze straat",
        "een jongen die naar Syrië wilt",
        "mijn buurman dreigt",
    ],
)
def test_what_is_told_of_another_is_no_function(text: str):
    said = turn(Field.FUNCTIE, text)
    assert said.values == {}
    assert "eigen functie" in (said.complaint or "")


@pytest.mark.parametrize(
    "text",
    [
        "schepen van jeugd en preventie",
        "wij zijn preventiedienst",
        "beleidsmedewerker integratie en samenleven",
        "coördinator van het team dat de LIVC voorbereidt",
        "diensthoofd gezin en kind",
    ],
)
def test_a_function_of_more_words_is_taken(text: str):
    assert Field.FUNCTIE in turn(Field.FUNCTIE, text).values


@pytest.mark.parametrize(
    "text",
    [
        "ga verder met de aanvraag",
        "ik wil toch verder met mijn aanvraag",
        "kan ik de aanvraag nog afmaken",
        "herneem mijn aanvraag",
        "terug naar de aanvraag",
    ],
)
def test_who_wants_to_go_on_with_a_request_is_heard(text: str):
    assert resumes(text)


@pytest.mark.parametrize(
    "text",
    ["ik wil niet verder met de aanvraag", "hoe gaat het verder met mijn aanvraag", "ga verder"],
)
def test_who_asks_how_a_request_goes_or_stops_does_not_go_on_with_it(text: str):
    assert not resumes(text)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("kan dat 's avonds?", "'s avonds"),
        ("kan het ook in juni?", "juni"),
        ("maart?", "maart?"),
        ("na de zomer", "na de zomer"),
    ],
)
def test_of_a_time_that_is_asked_only_the_time_is_kept(text: str, period: str):
    reading = read_field(
        Field.PERIODE,
        Said(text),
        load_library(PROJECT / "knowledge"),
        today=date(2026, 11, 27),
        optional=False,
    )
    assert reading == Filled(period)


@pytest.mark.parametrize("asked", [Field.GEMEENTE, Field.CONTACT, Field.PERIODE])
def test_what_it_costs_is_no_answer(asked: Field):
    assert only_asks(asked, Heard(Said("hoeveel kost dat?")))
