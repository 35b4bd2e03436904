"""A request and its contact details: stored with the messages they came in, or not at all."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import Any

import pytest

from bot.conversations.log import now
from bot.database.connection import Database
from bot.engine.protocol import RequestMade
from bot.errors import Conflict
from bot.knowledge.catalogue import Audience
from bot.privacy.cleaning import clean
from bot.privacy.contact import contact_line
from bot.registration.fieldwork import Refusal, VisitRecord
from bot.requests.kinds import Field, Status
from bot.requests.models import ContactDetails, RequestRecord
from bot.requests.sealing import OfferedContact, open_details
from bot.requests.store import change_status, drop_expired
from bot.vault.vault import Vault
from tests.unit.conversations.form import LINE, STORED, Form
from tests.unit.conversations.talk import CARD, Talk


def test_details_are_sealed_and_the_log_and_the_engine_see_placeholders(form: Form):
    accepted = form.give()
    assert (accepted.text, accepted.sealed) == (STORED, True)
    assert form.talk.texts("visitor")[-1] == STORED
    assert form.talk.take().request.text == STORED
    [kept] = form.contacts()
    details = open_details(form.vault, record=kept.id, key_id=kept.key_id, sealed=kept.sealed)
    assert (details.name, details.email, details.telephone) == (
        "An Peeters",
        "an.peeters@voorbeeld.be",
        None,
    )
    assert (kept.request_id, kept.phone, kept.seq) == (None, False, accepted.seq)


def test_details_at_any_step_of_a_form_are_sealed_without_the_words_around_them(form: Form):
    form.give()
    old = form.take_in()
    form.ask(**{Field.CONTACT.slot: old, "requested_slot": Field.AKKOORD.slot})
    accepted = form.give("neen, de gemeente is Aalst en mijn e-mail is b-nieuw@gent.be")
    assert (accepted.text, accepted.sealed) == (
        "neen, de gemeente is Aalst en mijn e-mail is [EMAIL-1]",
        True,
    )
    new = form.take_in()
    assert new != old
    [kept] = form.contacts()
    details = open_details(form.vault, record=kept.id, key_id=kept.key_id, sealed=kept.sealed)
    assert (kept.id, details.name, details.email) == (
        new,
        "An Peeters",
        "b-nieuw@gent.be",
    )
    form.submit(new)
    assert [one.id for one in form.contacts() if one.request_id] == [new]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ja, en bel mij ook op 0478 11 22 33", "an.peeters@voorbeeld.be"),
        ("mijn mailadres klopt niet, bel mij op 0478 11 22 33", None),
    ],
)
def test_what_is_not_given_again_stays_unless_it_was_wrong(
    form: Form, text: str, address: str | None
):
    form.give()
    old = form.take_in()
    form.ask(**{Field.CONTACT.slot: old, "requested_slot": Field.AKKOORD.slot})
    form.give(text)
    form.take_in()
    [kept] = form.contacts()
    details = open_details(form.vault, record=kept.id, key_id=kept.key_id, sealed=kept.sealed)
    assert (details.name, details.email, details.telephone) == (
        "An Peeters",
        address,
        "0478 11 22 33",
    )
    assert (kept.phone, kept.email) == (True, address is not None)


def test_nobody_asked_so_nothing_is_taken(talk: Talk, vault: Vault):
    talk.say("wat is OCAD?")
    talk.answer()
    line = contact_line(LINE, clean(LINE))
    assert line is not None
    accepted = talk.say(clean(LINE).text, contact=OfferedContact(line, vault))
    assert not accepted.sealed
    assert talk.all(ContactDetails) == []


def test_details_of_who_the_form_is_not_for_are_not_sealed_nor_said_to_be(talk: Talk, vault: Vault):
    form = Form(talk, vault)
    line = contact_line(LINE, clean(LINE), role=None)
    assert line is not None
    offered = OfferedContact(line, vault, who=Audience.HULPVERLENER)
    accepted = form.talk.say(clean(LINE).text, contact=offered)
    assert (accepted.text, accepted.sealed) == (STORED, False)
    assert form.contacts() == []


def test_in_danger_nothing_is_taken_either(form: Form):
    assert not form.give(card=CARD).sealed
    assert form.contacts() == []


def test_a_person_who_has_taken_over_gets_no_details_through_the_form(form: Form):
    form.talk.claim()
    assert not form.give().sealed


def test_a_retry_seals_once_also_when_the_form_has_moved_on(form: Form):
    first = form.give(client_id="een")
    again = form.give(client_id="een")
    form.take_in()
    late = form.give(client_id="een")
    assert first == again == late
    assert len(form.contacts()) == 1


def test_a_submitted_form_is_a_record_with_its_details_linked(form: Form):
    form.give()
    form.submit(form.take_in(), subject="jongeren", period="maart", function="schepen")
    [request] = form.requests()
    assert (request.kind, request.municipality, request.topic) == ("plaatsbezoek", "41002", "livc")
    assert (request.subject, request.period, request.function) == ("jongeren", "maart", "schepen")
    assert (request.status, request.initiative) == ("open", "theirs")
    assert request.contact_id == form.talk.contact_id
    assert [one.request_id for one in form.contacts()] == [request.id]
    assert form.talk.outcomes()[-1] == "aanvraag"


def test_an_answer_that_is_not_stored_leaves_no_request(form: Form):
    form.give()
    contact = form.take_in()
    form.talk.say("ja")
    pending = form.talk.take()
    form.talk.claim()
    stored = form.talk.store(pending, _submitting(contact))
    assert (stored, form.requests()) == (False, [])
    assert len(form.contacts()) == 1


def _submitting(contact: str) -> Any:
    from tests.unit.conversations.talk import answered

    return answered(request=RequestMade(kind="plaatsbezoek", contact=contact), questions=())


def test_the_same_answer_twice_is_one_request(form: Form):
    form.give()
    contact = form.take_in()
    form.talk.say("ja")
    pending = form.talk.take()
    assert form.talk.store(pending, _submitting(contact))
    assert not form.talk.store(pending, _submitting(contact))
    assert len(form.requests()) == 1


def test_details_that_were_replaced_go_when_the_form_is_submitted(form: Form):
    form.give()
    first = form.take_in()
    form.ask()
    form.give("an@elders.be")
    second = form.take_in()
    form.submit(second)
    assert [one.id for one in form.contacts()] == [second]
    assert first != second


def test_details_of_another_conversation_cannot_be_linked(form: Form, database: Database):
    form.give()
    contact = form.take_in()
    other = Talk(database)
    other.say()
    with pytest.raises(Conflict):
        other.store(other.take(), _submitting(contact))
    assert [one.request_id for one in form.contacts()] == [None]


def test_details_that_expired_are_asked_again_and_a_request_is_never_without(form: Form):
    form.give()
    form.take_in()
    later = now() + timedelta(days=2)
    form.talk.database.run(lambda session: drop_expired(session, at=later, keep=timedelta(days=90)))
    form.talk.say("ja")
    pending = form.talk.take()
    assert Field.CONTACT.slot not in pending.request.dialogue.slots
    with pytest.raises(Conflict):
        form.talk.store(pending, _submitting("weg"))
    assert (form.requests(), form.talk.waits()) == ([], [pending.seq])


@pytest.mark.parametrize(("days", "left"), [(2, 1), (89, 1), (91, 0)])
def test_details_of_a_request_that_nobody_closes_are_kept_for_90_days(
    form: Form, days: int, left: int
):
    form.give()
    form.submit(form.take_in())
    later = now() + timedelta(days=days)
    form.talk.database.run(lambda session: drop_expired(session, at=later, keep=timedelta(days=90)))
    assert (len(form.contacts()), len(form.requests())) == (left, 1)


def test_a_submitted_request_outlives_the_conversation_without_a_link_to_it(form: Form):
    form.give()
    form.submit(form.take_in())
    form.talk.erase()
    [request] = form.requests()
    [kept] = form.contacts()
    assert (request.conversation_id, kept.conversation_id) == (None, None)
    assert kept.request_id == request.id
    assert (request.opened_at.hour, request.opened_at.minute) == (12, 0)


@pytest.mark.parametrize(
    ("status", "left"), [(Status.PLANNED, 1), (Status.DONE, 0), (Status.REFUSED, 0)]
)
def test_details_go_when_the_request_is_closed_and_no_sooner(form: Form, status: Status, left: int):
    form.give()
    form.submit(form.take_in())
    [request] = form.requests()
    reason = clean("geen plaats meer").text
    form.talk.database.run(
        lambda session: change_status(session, request.id, status, reason=reason)
    )
    [changed] = form.requests()
    assert (changed.status, changed.reason) == (status.value, "geen plaats meer")
    assert (changed.closed_at is None) is (left == 1)
    assert len(form.contacts()) == left


def test_a_requested_visit_is_counted_without_what_was_typed_and_follows_its_request(form: Form):
    form.give()
    form.submit(form.take_in(), subject="jongeren", function="schepen")
    [request] = form.requests()
    [visit] = form.talk.all(VisitRecord)
    assert (visit.id, visit.contact_id) == (request.id, form.talk.contact_id)
    assert (visit.municipality, visit.topic, visit.status) == ("41002", "livc", "open")
    form.talk.database.run(
        lambda session: change_status(session, request.id, Status.REFUSED, why=Refusal.CAPACITY)
    )
    [visit] = form.talk.all(VisitRecord)
    assert (visit.status, visit.reason) == ("refused", "capaciteit")
    stored = {str(getattr(visit, column.name)) for column in VisitRecord.__table__.columns}
    assert not any("jongeren" in one or "schepen" in one for one in stored)


def test_the_handelingskader_is_given_once_a_conversation_and_is_done(talk: Talk):
    given = RequestMade(kind="handelingskader", topic="handelingskader_aanvragen")
    for _ in range(2):
        talk.say("mogen wij het handelingskader?")
        talk.answer(request=given)
    [request] = talk.all(RequestRecord)
    assert (request.kind, request.status) == ("handelingskader", "done")
    assert request.closed_at is not None


def test_a_step_in_a_form_is_no_message_of_its_own(form: Form):
    before = form.talk.outcomes()
    form.talk.say("Gent")
    form.talk.answer(outcome=None, questions=())
    assert form.talk.outcomes() == before


def test_what_the_log_hands_on_holds_no_contact_details(form: Form):
    form.give()
    handed_on = repr(dataclasses.asdict(form.talk.take()))
    assert "peeters" not in handed_on.casefold()
