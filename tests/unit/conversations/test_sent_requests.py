"""A request that was sent, changed or withdrawn by its visitor: really, in that conversation, while it is open."""

from __future__ import annotations

from typing import Any

import pytest

from bot.database.connection import Database
from bot.engine.protocol import Dialogue, RequestMade
from bot.errors import Conflict
from bot.mail.models import OutgoingMail
from bot.registration.fieldwork import Refusal, VisitRecord
from bot.replies import Kind, Reply
from bot.requests.changing import WITHDRAWN
from bot.requests.kinds import CHANGED_SLOT, FORM, KIND_SLOT, SENT_SLOT, Field, Status
from bot.requests.models import RequestRecord
from bot.requests.sealing import open_details
from bot.requests.store import change_status, requests_by_status
from bot.vault.vault import Vault
from tests.unit.conversations.form import Form
from tests.unit.conversations.talk import Talk, answered

SENT = Dialogue(slots={SENT_SLOT: True})
DONE = (Reply(kind=Kind.NOTICE, text="Gedaan."),)


@pytest.fixture
def sent(form: Form) -> Form:
    """A conversation in which a visit was requested."""
    form.give()
    form.submit(form.take_in(), subject="online haat", period="maart")
    form.talk.say("dank u")
    form.talk.answer(dialogue=SENT, questions=())
    return form


def act(form: Form, **about: Any) -> bool:
    form.talk.say("ja")
    return form.talk.answer(replies=DONE, questions=(), dialogue=SENT, **about)


def settle(form: Form, status: Status) -> None:
    [request] = form.requests()
    form.talk.database.run(lambda session: change_status(session, request.id, status))


def test_who_withdraws_a_request_closes_it_and_leaves_no_contact_details(sent: Form):
    act(sent, withdrawn=1)
    [request] = sent.requests()
    assert (request.status, request.reason) == (Status.REFUSED, WITHDRAWN)
    assert request.closed_at is not None
    assert sent.contacts() == []


def test_the_figures_keep_that_a_withdrawn_visit_was_asked_and_why_it_did_not_go_through(
    sent: Form,
):
    act(sent, withdrawn=1)
    [visit] = sent.talk.all(VisitRecord)
    assert (visit.status, visit.reason, visit.municipality) == (
        Status.REFUSED,
        Refusal.WITHDRAWN,
        "41002",
    )


def test_colleagues_see_a_withdrawn_request_among_those_that_do_not_go_through(sent: Form):
    act(sent, withdrawn=1)
    found = sent.talk.database.run(
        lambda session: [one.reason for one in requests_by_status(session, Status.REFUSED)]
    )
    assert found == [WITHDRAWN]


def test_the_engine_hears_what_was_sent_only_where_something_was_sent(form: Form):
    form.give()
    form.submit(form.take_in(), period="maart")
    form.talk.say("en nu?")
    assert form.talk.take().request.sent == ()
    form.talk.answer(dialogue=SENT, questions=())
    form.talk.say("trek ze in")
    [told] = form.talk.take().request.sent
    [kept] = form.contacts()
    assert (told.kind, told.status, told.period) == ("plaatsbezoek", "open", "maart")
    assert told.contact == kept.id


def test_who_gave_a_wrong_address_has_the_right_one_sealed_in_its_place(sent: Form, vault: Vault):
    old = sent.contacts()[0].id
    slots = {
        KIND_SLOT: "plaatsbezoek",
        CHANGED_SLOT: 1,
        SENT_SLOT: True,
        "requested_slot": Field.CONTACT.slot,
    }
    sent.talk.say("mijn mailadres was fout")
    sent.talk.answer(dialogue=Dialogue(slots=slots, active_loop=FORM), questions=())
    sent.give("an.peters@voorbeeld.be")
    new = sent.take_in()
    act(sent, request=_made(contact=new, period="april"))
    [request], [kept] = sent.requests(), sent.contacts()
    details = open_details(vault, record=kept.id, key_id=kept.key_id, sealed=kept.sealed)
    assert (kept.id, kept.request_id, details.email) == (new, request.id, "an.peters@voorbeeld.be")
    assert new != old
    assert (request.period, request.status) == ("april", "open")


def test_who_changes_something_else_keeps_the_contact_details(sent: Form):
    [old] = sent.contacts()
    act(sent, request=_made(contact=old.id, municipality="44021", subject="livc"))
    [request], [kept], [visit] = sent.requests(), sent.contacts(), sent.talk.all(VisitRecord)
    assert (request.municipality, request.subject) == ("44021", "livc")
    assert (kept.id, kept.request_id) == (old.id, request.id)
    assert visit.municipality == "44021"


def test_a_change_is_no_second_request(sent: Form):
    before = len(sent.talk.all(OutgoingMail))
    act(sent, request=_made(contact=sent.contacts()[0].id))
    assert len(sent.requests()) == 1
    assert len(sent.talk.all(OutgoingMail)) == before


@pytest.mark.parametrize("status", [Status.PLANNED, Status.DONE, Status.REFUSED])
def test_what_a_colleague_has_planned_or_closed_is_answered_again_and_not_withdrawn(
    sent: Form, status: Status
):
    sent.talk.say("ja")
    pending = sent.talk.take()
    settle(sent, status)
    with pytest.raises(Conflict):
        sent.talk.store(pending, answered(withdrawn=1, dialogue=SENT))
    assert sent.requests()[0].status == status
    assert sent.talk.take().request.sent[0].status == status


def test_nobody_can_withdraw_the_request_of_another_conversation(sent: Form, database: Database):
    other = Talk(database)
    other.say("trek ze in")
    with pytest.raises(Conflict):
        other.answer(withdrawn=1, dialogue=SENT)
    assert other.all(RequestRecord)[0].status == Status.OPEN
    assert len(sent.contacts()) == 1


def _made(**about: Any) -> RequestMade:
    values = {"kind": "plaatsbezoek", "municipality": "41002", "replaces": 1, **about}
    return RequestMade(**values)
