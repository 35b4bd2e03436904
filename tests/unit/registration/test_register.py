"""An answer that is given again replaces what the assistant gave, and nothing that a colleague gave."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.knowledge.catalogue import ContactId, TopicId
from bot.knowledge.contacts import ReferralGroup
from bot.registration.models import Outcome, OutcomeRecord, ReferralRecord
from bot.registration.register import Referral, register_questions, replace_answer
from tests.common.registration import NOON, add_contact

OCAD = TopicId("ocad")


def to(contact: str) -> Referral:
    return Referral(OCAD, ContactId(contact), ReferralGroup.INTERN_VVSG)


def given(session: Session) -> list[tuple[str, str]]:
    found = session.execute(
        select(ReferralRecord.contact, ReferralRecord.by).order_by(ReferralRecord.id)
    )
    return [(one.contact, one.by) for one in found]


def test_what_a_colleague_gave_stays_when_the_assistant_answers_again(session: Session):
    contact = add_contact(session)
    register_questions(session, contact, [OCAD], [to("abb")], at=NOON)
    register_questions(session, contact, [OCAD], [to("vvsg_vorming")], at=NOON, by="staff")
    replace_answer(session, contact, [OCAD], [], Outcome.ANSWERED, at=NOON)
    assert given(session) == [("vvsg_vorming", "staff")]


def test_what_is_given_again_is_counted_once(session: Session):
    contact = add_contact(session)
    register_questions(session, contact, [OCAD], [to("abb")], at=NOON)
    replace_answer(session, contact, [OCAD], [to("abb")], Outcome.REFERRED, at=NOON)
    assert given(session) == [("abb", "bot")]


@pytest.mark.parametrize("outcome", [Outcome.CONVERSATION, Outcome.SAFETY])
def test_what_is_no_answer_corrects_no_outcome(session: Session, outcome: Outcome):
    contact = add_contact(session, outcomes=[Outcome.REFERRED])
    replace_answer(session, contact, [], [], outcome, at=NOON)
    assert session.scalars(select(OutcomeRecord.outcome)).all() == ["doorverwezen"]
