"""Contact details of a form that was never sent: what becomes of them, and of their bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.conversations.lifecycle import change_state
from bot.conversations.models import State
from bot.conversations.takeover import finish
from bot.engine.protocol import Dialogue
from bot.registration.models import Outcome
from bot.requests.kinds import FORM, KIND_SLOT, Field
from tests.unit.conversations.form import Form
from tests.unit.conversations.talk import CARD


def test_a_stopped_form_leaves_nothing(form: Form):
    form.give()
    form.take_in()
    form.talk.say("stop")
    form.talk.answer(dialogue=Dialogue(), questions=(), outcome="gesprek")
    assert (form.contacts(), form.requests()) == ([], [])


def test_a_form_that_waits_keeps_what_was_filled_in(form: Form):
    form.give()
    id = form.take_in()
    waiting = Dialogue(slots={KIND_SLOT: "plaatsbezoek", Field.CONTACT.slot: id})
    form.talk.say("er is gevaar", card=CARD)
    form.talk.answer(dialogue=waiting, replies=(), questions=(), outcome="veiligheid")
    assert [one.id for one in form.contacts()] == [id]


@pytest.mark.parametrize("act", ["erase", "close"])
def test_whoever_erases_or_closes_before_submitting_leaves_no_details(form: Form, act: str):
    form.give()
    getattr(form.talk, act)()
    assert form.contacts() == []


def test_a_colleague_who_closes_a_conversation_leaves_no_details_of_a_form_that_was_never_sent(
    form: Form,
):
    form.give()
    form.take_in()
    form.talk.database.run(
        lambda session: change_state(
            session, form.talk.id, to=State.STAFF, among=(State.BOT,), colleague="an"
        )
    )
    form.talk.database.run(
        lambda session: finish(session, form.talk.id, "an", outcome=Outcome.ANSWERED)
    )
    assert form.contacts() == []


def test_details_that_were_corrected_go_with_the_answer_that_takes_the_new_ones(form: Form):
    form.give()
    first = form.take_in()
    form.ask(**{Field.CONTACT.slot: first})
    assert [one.id for one in form.contacts()] == [first]
    form.give("An Peeters, an@elders.be")
    second = form.take_in()
    assert [one.id for one in form.contacts()] == [second]


def test_details_that_the_form_took_for_nothing_go_with_its_answer(form: Form):
    form.give()
    asked = {KIND_SLOT: "plaatsbezoek", "requested_slot": Field.CONTACT.slot}
    form.talk.answer(dialogue=Dialogue(slots=asked, active_loop=FORM), questions=())
    assert form.contacts() == []


def test_details_of_a_message_that_still_waits_are_kept(form: Form):
    form.give()
    form.give("An Peeters, an@elders.be")
    first = form.take_in()
    assert len(form.contacts()) == 2
    assert form.talk.take().request.contact != first


def test_an_engine_that_fails_on_the_details_leaves_none(form: Form):
    form.give()
    form.talk.apologise(form.talk.take())
    assert form.contacts() == []


def test_what_was_sealed_and_never_sent_leaves_no_bytes_in_the_file_of_the_database(
    form: Form,
):
    form.give()
    form.take_in()
    [kept] = form.contacts()
    file = Path(form.talk.database.engine.url.database or "")
    form.talk.database.scrub()
    assert kept.sealed in file.read_bytes()
    form.talk.say("stop")
    form.talk.answer(dialogue=Dialogue(), questions=(), outcome="gesprek")
    form.talk.database.scrub()
    assert not any(kept.sealed in one.read_bytes() for one in file.parent.glob(f"{file.name}*"))
