"""Words that stop a request."""

from __future__ import annotations

import pytest

from bot.requests.stopping import declines_offer, may_mean_more, stops


@pytest.mark.parametrize(
    "text",
    [
        "stop",
        "stop ermee aub",
        "ik wil het annuleren",
        "ik wil er toch mee stoppen",
        "Nee, laat maar.",
        "stop deze aanvraag",
        "nee toch niet, stop maar",
        "laat maar zitten",
    ],
)
def test_a_stop_is_only_that(text: str):
    assert stops(text)
    assert declines_offer(text)
    assert not may_mean_more(text)


@pytest.mark.parametrize("text", ["ik wil niet meer", "ik wil niet verder", "Ik wil het niet meer"])
def test_some_words_stop_a_form_and_may_mean_more(text: str):
    assert stops(text)
    assert may_mean_more(text)
    assert not declines_offer(text)


def test_who_names_the_request_declines_it_and_may_mean_more():
    assert declines_offer("ik wil dit niet meer doen")
    assert may_mean_more("ik wil dit niet meer doen")


@pytest.mark.parametrize(
    "text",
    [
        "ik wil niet meer leven",
        "ik wil niet verder leven",
        "ik wil er een eind aan maken",
        "ik wil alles stoppen",
        "ik wil er niet meer zijn",
        "ik kan niet meer",
        "hoe stoppen we haat",
    ],
)
def test_what_is_said_beyond_a_form_stops_none(text: str):
    assert not stops(text)
    assert not declines_offer(text)
