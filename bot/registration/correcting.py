"""Corrections by a colleague of what was counted: who asked, about what, and whether it counts at all."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.errors import Unknown
from bot.knowledge.catalogue import Audience, TopicId
from bot.registration.models import ContactRecord, QuestionRecord, ReferralRecord
from bot.registration.register import register_questions


def correct_asker(
    session: Session, contact: str, *, audience: Audience, municipality: str | None
) -> None:
    """Note who asked as a colleague knows it; both may become unknown again. Raises Unknown."""
    record = _known(session, contact)
    record.audience, record.municipality = audience.value, municipality


def mark_as_test(session: Session, contact: str, *, test: bool) -> None:
    """Say whether a conversation is a test; what is one never counts. Raises Unknown."""
    _known(session, contact).test = test


def topics_of(session: Session, contact: str) -> list[TopicId]:
    """The topics that were counted, in the order in which they were asked."""
    rows = select(QuestionRecord.topic).where(QuestionRecord.contact_id == contact)
    return [TopicId(one) for one in session.scalars(rows.order_by(QuestionRecord.id))]


def correct_topics(
    session: Session, contact: str, *, wrong: TopicId | None, right: TopicId | None, at: datetime
) -> None:
    """Replace a topic by another, take one away (no `right`) or add one (no `wrong`). Raises Unknown.

    Where it was referred to goes along with the question, each service once.
    """
    _known(session, contact)
    if right is not None and wrong is None:
        register_questions(session, contact, [right], [], at=at)
    if wrong is None:
        return
    question = _question(session, contact, wrong)
    if question is None:
        raise Unknown("Dit onderwerp staat niet (meer) bij dit gesprek.")
    other = None if right is None else _question(session, contact, right)
    if right is not None and other is None:
        question.topic = right
        return
    if other is not None and other.id != question.id:
        _move_referrals(session, question.id, other.id)
    if other is None or other.id != question.id:
        session.delete(question)


def _move_referrals(session: Session, old: int, new: int) -> None:
    given = select(ReferralRecord.contact).where(ReferralRecord.question_id == new)
    known = list(session.scalars(given))
    session.execute(
        update(ReferralRecord)
        .where(ReferralRecord.question_id == old, ReferralRecord.contact.not_in(known))
        .values(question_id=new)
    )
    session.execute(delete(ReferralRecord).where(ReferralRecord.question_id == old))


def _question(session: Session, contact: str, topic: TopicId) -> QuestionRecord | None:
    return session.scalar(
        select(QuestionRecord).where(
            QuestionRecord.contact_id == contact, QuestionRecord.topic == topic
        )
    )


def _known(session: Session, contact: str) -> ContactRecord:
    record = session.get(ContactRecord, contact)
    if record is None:
        raise Unknown("Dit gesprek is nog niet geregistreerd: de bezoeker vroeg nog niets.")
    return record
