"""A contact, its questions, referrals and outcomes are counted once."""

from __future__ import annotations

import pytest

from bot.database.connection import Database
from tests.unit.conversations.talk import CARD, Talk, answered, referral


def test_a_conversation_without_a_message_is_no_contact(talk: Talk):
    assert talk.contact() is None


def test_the_first_message_counts_the_contact_once(database: Database):
    talk = Talk(database, municipality="44021")
    talk.say()
    talk.say()
    contact = talk.contact()
    assert contact is not None
    assert (contact.channel, contact.audience, contact.municipality, contact.site, contact.test) == (
        "widget", "onbekend", "44021", "demo", False,
    )  # fmt: skip


def test_a_question_counts_once_a_contact(talk: Talk):
    for _ in range(2):
        talk.say()
        talk.answer(questions=("ocad", "dreigingsniveau"))
    assert sorted(talk.questions()) == ["dreigingsniveau", "ocad"]
    assert talk.outcomes() == ["beantwoord", "beantwoord"]


def test_a_question_counts_again_in_another_contact(talk: Talk):
    other = Talk(talk.database)
    for one in (talk, other):
        one.say()
        one.answer()
    assert (talk.questions(), other.questions()) == (["ocad"], ["ocad"])


def test_a_referral_counts_once_a_question(talk: Talk):
    for _ in range(2):
        talk.say()
        talk.answer(referrals=(referral(), referral("abb")), outcome="doorverwezen")
    assert sorted(talk.referrals()) == ["abb", "vvsg_vorming"]


def test_the_emergency_services_are_no_referral_of_a_question(talk: Talk):
    talk.say(card=CARD)
    talk.answer(
        questions=(), referrals=(referral("nooddiensten", topic=None),), outcome="veiligheid"
    )
    assert talk.referrals() == []


def test_who_asks_is_noted_and_given_to_the_engine(talk: Talk):
    talk.say()
    assert talk.take().request.audience == "onbekend"
    talk.answer(audience="politie", municipality="44021")
    talk.say()
    request = talk.take().request
    assert (request.audience, request.municipality) == ("politie", "44021")


def test_an_answer_that_does_not_tell_who_asks_forgets_nothing(talk: Talk):
    talk.say()
    talk.answer(audience="politie", municipality="44021")
    talk.say()
    talk.answer(audience=None)
    talk.say()
    talk.answer(audience="onbekend")
    contact = talk.contact()
    assert contact is not None
    assert (contact.audience, contact.municipality) == ("politie", "44021")


def test_an_answer_that_a_colleague_overtook_is_counted_all_the_same(talk: Talk):
    talk.say()
    pending = talk.take()
    talk.claim()
    talk.store(pending)
    assert (talk.questions(), talk.outcomes()) == (["ocad"], ["beantwoord"])


def test_nothing_but_an_answer_follows_the_card_and_that_counts_as_safety(talk: Talk):
    talk.say(card=CARD)
    talk.apologise(talk.take())
    assert talk.texts("bot") == ["Dag."]
    assert talk.waits() == []
    assert talk.outcomes() == ["veiligheid"]


def test_an_answer_that_cannot_be_counted_is_not_stored_either(talk: Talk):
    talk.say()
    pending = talk.take()
    with pytest.raises(ValueError, match="bogus"):
        talk.store(pending, answered(outcome="bogus"))
    assert talk.texts("bot") == ["Dag."]
    assert len(talk.waits()) == 1
