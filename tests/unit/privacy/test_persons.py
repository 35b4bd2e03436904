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
        ("Yassine", "Yassin"),
        ("Yassin", "Yassine"),
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
        ("Martin", "Martine"),
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


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        (
            "Fatima en Fatma Yilmaz zijn zussen. Fatma belde, Fatima niet.",
            "[PERSOON-1] en [PERSOON-2] zijn zussen. [PERSOON-2] belde, [PERSOON-1] niet.",
        ),
        ("Mohamed en Mohammed vochten", "[PERSOON-1] en [PERSOON-2] vochten"),
        ("Mohamed en zijn neef Mohammed", "[PERSOON-1] en zijn neef [PERSOON-2]"),
        ("Yassine wil weg. Yassin zwijgt.", "[PERSOON-1] wil weg. [PERSOON-1] zwijgt."),
        ("Mohamed belde. Mohammed is boos.", "[PERSOON-1] belde. [PERSOON-1] is boos."),
    ],
)
def test_two_names_joined_by_and_are_two_persons(text: str, clear: str) -> None:
    assert clean(text).text == clear


def test_a_numbered_person_with_a_well_known_name_is_masked_without_any_rule() -> None:
    persons = Persons.of_conversation(TOKEN, None)
    assert clean("Wim Claes en Abdeslam Bouzid belden", persons).text == (
        "[PERSOON-1] en [PERSOON-2] belden"
    )
    later = Persons.of_conversation(TOKEN, json.loads(json.dumps(persons.stored())))
    cleaned = clean("Abdeslam praat over vertrekken", later)
    assert cleaned.text == "[PERSOON-2] praat over vertrekken"
    assert [(one.start, one.end) for one in cleaned.spans] == [(0, 8)]
    assert clean("wat deed Salah Abdeslam?", later).text == "wat deed Salah Abdeslam?"


def test_within_a_message_such_a_person_is_masked_again_too() -> None:
    assert clean("Mijn leerling Dior weigert. Volgens Dior is er niets.").text == (
        "Mijn leerling [PERSOON-1] weigert. Volgens [PERSOON-1] is er niets."
    )


def test_a_well_known_name_of_nobody_numbered_stays() -> None:
    persons = Persons.alone()
    clean("Wim Claes belde", persons)
    assert clean("wat zegt Assad?", persons).text == "wat zegt Assad?"
