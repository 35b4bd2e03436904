"""A service of a municipality, and nothing else, tells who asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.library import load_library
from bot.nlu.asker import service_told
from bot.nlu.wordlists import WordLists

KNOWLEDGE = Path("knowledge")
LISTS = WordLists.load(KNOWLEDGE)
NAMES = {one.name.casefold(): nis for nis, one in load_library(KNOWLEDGE).municipalities.items()}


@pytest.mark.parametrize(
    "text",
    [
        "gemeente Zemst, technische dienst",
        "technische dienst gemeente Zemst",
        "wij zijn van de gemeente Zemst, dienst vrije tijd",
        "de jeugddienst van de gemeente Zemst",
        "hallo, gemeente Zemst - team preventie",
    ],
)
def test_a_service_with_its_municipality_is_the_askers(text: str):
    told = service_told(text, LISTS, NAMES)
    assert told is not None
    assert (told.audience, told.municipality) == ("gemeente", NAMES["zemst"])


@pytest.mark.parametrize(
    "text",
    [
        "gemeente Zemst, wat is OCAD?",
        "de dienst burgerzaken van gemeente Mol zegt dat het mag",
        "de gemeente Mol heeft een dienst",
        "politiedienst gemeente Mol",
        "sociale dienst OCMW, gemeente Mol",
        "gemeente Zemst",
    ],
)
def test_what_says_more_or_names_another_board_is_not(text: str):
    assert service_told(text, LISTS, NAMES) is None
