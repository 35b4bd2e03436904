"""Words of the theme: they keep a message from being sent away, and are in no everyday question."""

from __future__ import annotations

import pytest

from bot.knowledge.theme import load_theme
from bot.settings import PROJECT

THEME = load_theme(PROJECT / "knowledge" / "theme.yml")


@pytest.mark.parametrize(
    "text",
    [
        "een leerling maakt nazigrapjes",
        "iemand praat over omvolking",
        "Extreemrechtse stickers op het station",
        "hij gelooft in complottheorieën",
        "wat doet een LTF of lokale taskforce",
        "de-radicalisering, of deradicalisering",
    ],
)
def test_a_word_of_the_theme_is_found_in_any_form(text: str):
    assert THEME.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "mag ik mijn belastingaanslag betwisten",
        "het terras van een café vergroten",
        "hoe vraag ik een parkeerkaart aan",
        "de politie zone belt niet terug",
        "mijn afspraak met de gemeente",
    ],
)
def test_an_everyday_question_holds_none(text: str):
    assert not THEME.search(text)
