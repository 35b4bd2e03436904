"""A typed answer as the button that it comes down to."""

from __future__ import annotations

from typing import Any

import pytest

from bot.engine.protocol import Dialogue, EngineRequest
from bot.engine.spoken import OFFERED, UNSURE, answered_choice, first_offer, spoken_choice
from bot.replies import Choice, Kind, Reply

VISIT = Choice(label="Vraag een presentatie of plaatsbezoek aan", value="aanvraag:plaatsbezoek")
OFFER = {OFFERED: "plaatsbezoek"}


def spoken(text: str, slots: dict[str, Any], **about: Any) -> str | None:
    loop = about.pop("active_loop", None)
    dialogue = Dialogue(slots=slots, active_loop=loop)
    return spoken_choice(EngineRequest(text=text, dialogue=dialogue, **about))


def answered(text: str, slots: dict[str, Any], **about: Any) -> str | None:
    return answered_choice(EngineRequest(text=text, dialogue=Dialogue(slots=slots), **about))


@pytest.mark.parametrize(
    "text",
    [
        "ja",
        "ja graag",
        "Ja, dat wil ik aanvragen",
        "start de aanvraag",
        "vul het formulier in",
        "ok",
    ],
)
def test_an_offered_form_is_accepted_in_words(text: str):
    assert spoken(text, OFFER) == "aanvraag:plaatsbezoek"
    assert spoken(text, {}) is None


@pytest.mark.parametrize("text", ["?", "ja maar wat kost dat?", "nee", "wat is OCAD?"])
def test_other_words_accept_nothing(text: str):
    assert spoken(text, OFFER) is None


def test_an_offered_form_is_declined_in_words():
    assert spoken("stop", OFFER) == "stop"
    assert spoken("ik wil dit niet meer doen", OFFER) == UNSURE


@pytest.mark.parametrize(
    "text", ["ik wil niet meer", "ik wil niet meer leven", "ik wil niet verder"]
)
def test_who_may_not_be_well_declines_no_form(text: str):
    assert spoken(text, OFFER) is None


def test_the_words_on_a_button_are_that_button_for_whom_it_is_meant():
    assert spoken(VISIT.label, {}, audience="gemeente") == VISIT.value
    assert spoken("laat mij terugbellen", {}, audience="gemeente") == "aanvraag:terugbellen"
    assert spoken("laat mij terugbellen", {}) is None
    assert spoken("laat mij terugbellen", {}, audience="burger") is None


def test_a_form_that_was_put_aside_is_resumed_in_words():
    resumes = "ik wil verder met mijn aanvraag"
    assert spoken(resumes, {"aanvraag": "plaatsbezoek"}) == "aanvraag:plaatsbezoek"
    assert spoken(resumes, {}) is None


@pytest.mark.parametrize("text", ["voor mezelf", "gewoon voor mij", "Ik vraag het voor mezelf."])
def test_who_asks_for_themselves_is_a_citizen_when_that_was_asked(text: str):
    assert answered(text, {"audience_asked": "net"}) == "doelgroep:burger"
    assert answered(text, {"audience_asked": "eerder", "known_audience": "gemeente"}) is None
    assert answered(text, {"audience_asked": "eerder"}) is None
    assert answered(text, {}) is None
    assert answered(text, {"audience_asked": "net"}, alarmed=True) is None


def test_nothing_is_spoken_behind_an_alarm_or_in_a_form():
    assert spoken("ja graag", OFFER, alarmed=True) is None
    assert spoken("ja graag", OFFER, active_loop="aanvraag_form") is None


def test_the_first_of_the_last_buttons_is_what_is_offered():
    other = Choice(label="Wat is OCAD?", value="onderwerp:ocad")
    assert first_offer([Reply(kind=Kind.REFER, text="x", choices=(VISIT, other))]) == "plaatsbezoek"
    assert first_offer([Reply(kind=Kind.REFER, text="x", choices=(other, VISIT))]) is None
    assert first_offer([Reply(kind=Kind.REFER, text="x")]) is None


def test_a_yes_behind_the_emergency_card_starts_no_form():
    card = Reply(kind=Kind.SAFETY, text="x")
    assert first_offer([card, Reply(kind=Kind.SMALLTALK, text="x", choices=(VISIT,))]) is None
