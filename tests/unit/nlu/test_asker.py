"""Only a message that is nothing but a municipality tells whose local government asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.library import load_library
from bot.nlu.asker import skips, told_municipality
from bot.nlu.wordlists import WordLists

KNOWLEDGE = Path("knowledge")
LISTS = WordLists.load(KNOWLEDGE)
NAMES = {one.name.casefold(): nis for nis, one in load_library(KNOWLEDGE).municipalities.items()}


@pytest.mark.parametrize(
    "text",
    ["Aalst", "stad Aalst.", "wij zijn van Aalst", "Ik werk bij de stad Aalst", "nee, Aalst"],
)
def test_a_bare_municipality_is_the_askers(text: str):
    assert told_municipality(text, LISTS, NAMES) == "41002"


@pytest.mark.parametrize(
    "text",
    ["Wat doet Aalst?", "en in Aalst?", "Aalst of Gent", "Aalst heeft een LIVC R", "", "hallo"],
)
def test_a_municipality_that_is_spoken_about_is_not(text: str):
    assert told_municipality(text, LISTS, NAMES) is None


def test_who_would_rather_not_tell_skips():
    assert skips("liever niet")
    assert skips("Overslaan.")
    assert not skips("liever niet in Aalst")
