"""Municipalities of before 2025 that are called like persons."""

from __future__ import annotations

import pytest

from bot.privacy.cleaning import clean


@pytest.mark.parametrize(
    "text",
    [
        "Melle",
        "De Pinte",
        "gemeente Melle",
        "wij zijn van De Pinte",
        "Nazareth - De Pinte",
        "voor Melle, en liefst in maart",
    ],
)
def test_a_place_by_its_words_stays(text: str):
    assert clean(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "mijn leerling Melle Claes zwijgt",
        "Melle Claes belde",
        "ik maak mij zorgen over Jan De Pinte",
        "de dochter van Tom De Pinte",
    ],
)
def test_a_person_of_that_name_is_masked(text: str):
    assert "PERSOON" in clean(text).text
