"""Messages that hold no danger by themselves."""

from __future__ import annotations

import pytest

from bot.nlu.calm import is_calm


@pytest.mark.parametrize(
    "text",
    [
        "morgen om 10 uur",
        "zaterdag om 20 uur",
        "dinsdag om 9 uur",
        "Hallo!",
        "goedemorgen",
        "hij",
        "alles",
        "ga door",
        "oké, ga maar verder",
        "stop alles",
        "nee, annuleer alles",
        "ik hoef dit niet meer",
        "bel maar naar het stadhuis",
    ],
)
def test_a_word_a_moment_a_greeting_going_on_or_stopping_is_calm(text: str):
    assert is_calm(text)


@pytest.mark.parametrize(
    "text",
    [
        "morgen om 10 uur ontploft het",
        "hallo help mij",
        "ik wil niet meer",
        "",
        "ga dood",
        "het hoeft voor mij niet meer",
        "stop alles, ik wil dood",
    ],
)
def test_whatever_says_more_is_heard_in_full(text: str):
    assert not is_calm(text)
