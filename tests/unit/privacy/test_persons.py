"""The same person keeps the same number in a conversation, and no name is kept for it."""

from __future__ import annotations

import json

import pytest

from bot.privacy.cleaning import clean
from bot.privacy.persons import Persons

TOKEN = "geheim-van-de-bezoeker"


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Yassine El Ouariachi", "Yassine"),
        ("Yassine El Ouariachi", "El Ouariachi"),
        ("Yassine", "Yassine El Ouariachi"),
        ("Yassine El Ouariachi", "yassine el ouariachi"),
        ("Yassine El Ouariachi", "YASSINE E."),
        ("Yassine", "Yassines"),
        ("Karim", "Karims"),
        ("Wim Verbruggen", "Verbruggen Wim"),
        ("Özlem Şahin", "ozlem sahin"),
        ("Mohammed Bouzid", "Mohamed Bouzid"),
        ("Kristof", "Krsitof"),
        ("P. Claes", "Piet Claes"),
        ("K.V.", "K. V."),
    ],
)
def test_another_way_to_write_a_name_is_the_same_person(first: str, later: str) -> None:
    persons = Persons.alone()
    assert persons.number(first, above=0) == 1
    assert persons.number(later, above=0) == 1


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Karim", "Karima"),
        ("Hamid", "Hamed"),
        ("Samira Haddad", "Karim Haddad"),
        ("Tom", "Tim"),
        ("Jan Peeters", "An Peeters"),
    ],
)
def test_another_name_is_another_person(first: str, later: str) -> None:
    persons = Persons.alone()
    assert persons.number(first, above=0) == 1
    assert persons.number(later, above=0) == 2


def test_a_person_keeps_the_number_in_the_next_message() -> None:
    first = Persons.of_conversation(TOKEN, None)
    text = "Ik sprak met Sofie Maes en met Mehmet Yilmaz."
    assert clean(text, first).text == "Ik sprak met [PERSOON-1] en met [PERSOON-2]."
    later = Persons.of_conversation(TOKEN, json.loads(json.dumps(first.stored())))
    assert clean("Mehmet belde mij, en Fatima ook.", later).text == (
        "[PERSOON-2] belde mij, en [PERSOON-3] ook."
    )


def test_a_typed_number_is_left_out() -> None:
    assert clean("[PERSOON-1] is de zus van Wim Verbruggen").text == (
        "[PERSOON-1] is de zus van [PERSOON-2]"
    )


def test_what_is_stored_holds_no_name_and_says_nothing_without_the_token() -> None:
    persons = Persons.of_conversation(TOKEN, None)
    persons.number("Yassine El Ouariachi", above=0)
    stored = persons.stored()
    assert "yassine" not in json.dumps(stored).lower()
    other = Persons.of_conversation("een andere sleutel", stored)
    assert other.number("Yassine El Ouariachi", above=0) == 2


def test_a_colleague_without_the_token_knows_nobody_again_and_takes_no_number_twice() -> None:
    visitor = Persons.of_conversation(TOKEN, None)
    assert clean("Yassine Bouzid is weg", visitor).text == "[PERSOON-1] is weg"
    colleague = Persons.beside(visitor.stored())
    said = clean("Is Mehmet Yilmaz bij Wim Claes? Mehmet weet meer.", colleague).text
    assert said == "Is [PERSOON-2] bij [PERSOON-3]? [PERSOON-2] weet meer."
    later = Persons.of_conversation(TOKEN, colleague.stored())
    assert clean("Yassine zag Fatima El Amrani", later).text == "[PERSOON-1] zag [PERSOON-4]"
