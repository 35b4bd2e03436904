"""Who asks after a request that was sent."""

from __future__ import annotations

import pytest

from bot.requests.asking_after import asks_after
from bot.requests.kinds import Field
from bot.requests.stopping import only_stops, stops
from tests.unit.requests.turns import turn


@pytest.mark.parametrize(
    "text",
    [
        "wat gebeurt er nu?",
        "ok, en hoe gaat het nu verder?",
        "wie belt mij?",
        "wanneer bellen jullie mij terug?",
        "belt u morgen?",
        "is mijn aanvraag goed aangekomen?",
        "heeft de helpdesk mijn aanvraag nog?",
        "wat hebben jullie genoteerd?",
        "wat is de status van mijn aanvraag",
    ],
)
def test_a_question_about_ones_own_request_is_heard(text: str):
    assert asks_after(text)


@pytest.mark.parametrize(
    "text",
    [
        "wat gebeurt er als iemand weigert?",
        "wie belt de politie?",
        "wanneer komt de LIVC samen?",
        "wat hebben jullie over polarisering?",
        "hoe gaat het met de subsidie verder?",
        "is mijn buurman gevaarlijk?",
    ],
)
def test_a_question_about_anything_else_is_not(text: str):
    assert not asks_after(text)


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("annuleer dat toch maar, een collega heeft me geholpen", True),
        ("stop, ik heb het al gevonden", True),
        ("niet meer nodig. bedankt", True),
        ("laat maar, wat is OCAD?", False),
        ("stop, kan ik later verder doen?", False),
        ("de stop van de presentatie, in maart", False),
    ],
)
def test_who_says_why_he_stops_stops(text: str, stop: bool):
    assert stops(text) is stop


def test_who_stops_and_tells_of_danger_is_heard_as_in_danger():
    text = "annuleer maar, ik zie het niet meer zitten"
    assert stops(text)
    assert not only_stops(text)
    assert not turn(Field.PERIODE, text, decision="safety").stopped
    assert turn(Field.PERIODE, text).stopped
