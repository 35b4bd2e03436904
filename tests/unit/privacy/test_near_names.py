"""Names that are ordinary words, where what stands beside them tells that they are names."""

from __future__ import annotations

import pytest

from bot.privacy.cleaning import clean
from bot.privacy.recognisers.naam import find

from .tables import found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gisteren sprak ik met mevrouw Wijn over de vlag.", "Wijn"),
        ("Ik zag dat mijn zoon Boek niet thuis was.", "Boek"),
        ("Toen belde dhr. Tafel ons op.", "Tafel"),
    ],
)
def test_behind_a_title_or_a_relation_a_word_with_a_capital_is_a_name(text: str, name: str):
    assert found(find, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "mevrouw heeft drie kinderen",
        "Geachte mevrouw, mijn zoon wil Graag hulp",
        "mijn dochter wil niet meer eten",
        "Kan CAW Kempen ons helpen?",
    ],
)
def test_behind_them_ordinary_words_stay(text: str):
    assert clean(text).text == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("we praatten met fatiha hendrickx over school", "fatiha hendrickx"),
        ("we praatten met roos vermeulen over school", "roos vermeulen"),
        ("bel yaro van vermeulen terug", "yaro van vermeulen"),
    ],
)
def test_the_halves_of_a_name_are_one_person(text: str, name: str):
    assert found(find, text) == [name]


def test_the_word_that_announces_a_name_in_another_language_is_no_part_of_it():
    assert "Ursula" in " ".join(found(find, "mein Sohn Ursula hat neue Freunde"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mevrouw De Wilde is boos", "De Wilde"),
        ("mevrouw de wilde is boos", "de wilde"),
        ("MENEER DE GROOTE BELDE", "DE GROOTE"),
        ("meneer Peeters belde", "Peeters"),
        ("meneer peeters belde", "peeters"),
        ("juf Roos weet het niet", "Roos"),
        ("juf roos weet het niet", "roos"),
        ("de heer Baert zijn zoon", "Baert"),
        ("de heer wolf zijn zoon", "wolf"),
        ("mevrouw wit is weg", "wit"),
        ("de kleinzoon van mevrouw Van Damme is weg", "Van Damme"),
    ],
)
def test_behind_a_title_a_family_name_that_is_a_word_is_found_however_it_is_written(
    text: str, name: str
):
    assert found(find, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "meneer de burgemeester zei iets",
        "mevrouw de directeur belde",
        "meneer de bakker was er",
        "de heer des huizes",
        "mevrouw van het loket",
        "juf zegt dat het goed is",
        "de burgemeester van Damme",
    ],
)
def test_an_office_behind_a_title_stays(text: str):
    assert clean(text).text == text
