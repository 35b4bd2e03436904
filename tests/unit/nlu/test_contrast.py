"""Of two municipalities in a message, the one that is meant."""

from __future__ import annotations

import pytest

from bot.nlu.contrast import Contrast, contrasted, says_only
from bot.nlu.wordlists import WordLists
from bot.settings import PROJECT

LISTS = WordLists.load(PROJECT / "knowledge")
DESSEL, MOL = "13006", "13025"


@pytest.mark.parametrize(
    "text",
    [
        "nee, niet Mol, Dessel",
        "Dessel, niet Mol",
        "niet voor Mol maar voor Dessel",
        "het is voor Dessel in plaats van Mol",
        "we zijn van Dessel ipv Mol",
        "verander de gemeente van Mol naar Dessel",
    ],
)
def test_the_municipality_that_is_not_denied_is_meant(text: str):
    assert contrasted(text, LISTS.find(text)) == Contrast(meant=DESSEL, denied=MOL)


@pytest.mark.parametrize(
    "text", ["Mol en Dessel", "Mol of Dessel?", "niet Mol", "niet Mol en niet Dessel"]
)
def test_without_one_that_is_denied_none_is_meant(text: str):
    assert contrasted(text, LISTS.find(text)) is None


def test_a_message_with_more_than_its_municipalities_says_more():
    for text, only in (
        ("nee, niet Mol, Dessel", True),
        ("niet in Mol maar in Dessel is een bom", False),
    ):
        assert says_only(text, LISTS.find(text)) is only
