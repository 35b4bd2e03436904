"""Contact details that a visitor gives to be called, before any form is open."""

from __future__ import annotations

import pytest

from bot.engine.protocol import Dialogue
from bot.requests.kinds import FORM, KIND_SLOT, Field
from bot.requests.sealing import open_details
from tests.unit.conversations.form import Form
from tests.unit.conversations.talk import CARD

ASKS = "Gelieve mij terug te bellen op 0478 11 22 33"
STORED = "Gelieve mij terug te bellen op [TELEFOON-1]"


@pytest.fixture
def outside(form: Form) -> Form:
    """A conversation without a form."""
    form.talk.say("stop")
    form.talk.answer(dialogue=Dialogue(), questions=())
    return form


def test_who_gives_his_number_to_be_called_has_it_sealed_and_the_engine_sees_a_placeholder(
    outside: Form,
):
    accepted = outside.give(ASKS)
    # Whether they stay, only the answer knows: so it is not promised yet.
    assert (accepted.text, accepted.sealed) == (STORED, False)
    pending = outside.talk.take()
    [kept] = outside.contacts()
    details = open_details(outside.vault, record=kept.id, key_id=kept.key_id, sealed=kept.sealed)
    assert details.telephone == "0478 11 22 33"
    assert pending.request.contact is not None
    assert (pending.request.contact.id, pending.request.text) == (kept.id, STORED)


def test_a_form_that_opens_with_the_number_keeps_it_until_it_is_sent(outside: Form):
    outside.give(ASKS)
    pending = outside.talk.take()
    assert pending.request.contact is not None
    slots = {KIND_SLOT: "terugbellen", Field.TELEFOON.slot: pending.request.contact.id}
    outside.talk.answer(dialogue=Dialogue(slots=slots, active_loop=FORM), questions=())
    outside.submit(pending.request.contact.id, kind="terugbellen")
    [kept] = outside.contacts()
    assert kept.request_id is not None


def test_a_number_that_no_form_took_goes_with_the_answer(outside: Form):
    outside.give(ASKS)
    outside.talk.answer(dialogue=Dialogue(), questions=())
    assert outside.contacts() == []


def test_a_number_of_a_message_that_the_engine_did_not_survive_goes(outside: Form):
    outside.give(ASKS)
    outside.talk.apologise(outside.talk.take())
    assert outside.contacts() == []


@pytest.mark.parametrize("about", [{"card": CARD}, {}])
def test_neither_in_danger_nor_where_nobody_asks_to_be_reached_is_a_number_sealed(
    outside: Form, about: dict[str, object]
):
    line = ASKS if about else "Een man belde ons van 0478 11 22 33, wat nu?"
    outside.give(line, **about)
    assert outside.contacts() == []


def test_the_number_of_who_the_helpdesk_does_not_call_back_is_not_sealed(outside: Form):
    outside.talk.say("ik ben hulpverlener")
    known = Dialogue(slots={"known_audience": "hulpverlener"})
    outside.talk.answer(dialogue=known, questions=())
    outside.give(ASKS)
    assert outside.contacts() == []


def test_a_retry_promises_no_more_than_the_message_did(outside: Form):
    first = outside.give(ASKS, client_id="twee-keer")
    again = outside.give(ASKS, client_id="twee-keer")
    assert (first.seq, first.sealed) == (again.seq, again.sealed)
    assert not again.sealed
