"""Writing the counted facts, always inside the transaction that stores what they were counted from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from bot.database.base import table
from bot.knowledge.catalogue import Audience, ContactId, TopicId
from bot.knowledge.contacts import ReferralGroup
from bot.registration.models import (
    Channel,
    ContactRecord,
    Outcome,
    OutcomeRecord,
    QuestionRecord,
    ReferralRecord,
)

_OF_ANSWERS = (Outcome.ANSWERED, Outcome.REFERRED)

_CONTACTS, _OUTCOMES = table(ContactRecord), table(OutcomeRecord)
_QUESTIONS, _REFERRALS = table(QuestionRecord), table(ReferralRecord)

_COUNT_CONTACT, _COUNT_OUTCOME = insert(_CONTACTS), insert(_OUTCOMES)
_COUNT_QUESTION, _COUNT_REFERRAL = insert(_QUESTIONS).returning(_QUESTIONS.c.id), insert(_REFERRALS)
_IDENTIFY = (
    update(_CONTACTS)
    .where(_CONTACTS.c.id == bindparam("contact"))
    .values(
        audience=func.coalesce(bindparam("told_audience"), _CONTACTS.c.audience),
        municipality=func.coalesce(bindparam("told_municipality"), _CONTACTS.c.municipality),
    )
)
_KNOWN_QUESTION = select(_QUESTIONS.c.id).where(
    _QUESTIONS.c.contact_id == bindparam("contact"), _QUESTIONS.c.topic == bindparam("topic")
)
_KNOWN_REFERRAL = select(_REFERRALS.c.id).where(
    _REFERRALS.c.question_id == bindparam("question"), _REFERRALS.c.contact == bindparam("contact")
)


@dataclass(frozen=True)
class Referral:
    """A contact given as the answer to a question."""

    topic: TopicId
    contact: ContactId
    group: ReferralGroup


def register_contact(
    session: Session,
    *,
    id: str,
    channel: Channel,
    at: datetime,
    municipality: str | None = None,
    site: str | None = None,
    test: bool = False,
) -> None:
    """Count one contact, with an audience that is still unknown."""
    session.execute(
        _COUNT_CONTACT,
        {
            "id": id,
            "channel": channel.value,
            "audience": Audience.ONBEKEND.value,
            "municipality": municipality,
            "site": site,
            "opened_at": at,
            "test": test,
        },
    )


def identify_asker(
    session: Session, contact: str, *, audience: Audience | None, municipality: str | None
) -> None:
    """Note who asks; what is not told leaves what was known."""
    known = None if audience in (None, Audience.ONBEKEND) else audience
    if known is not None or municipality is not None:
        told = {"told_audience": known, "told_municipality": municipality}
        session.execute(_IDENTIFY, {"contact": contact, **told})


def register_outcome(session: Session, contact: str, outcome: Outcome, at: datetime) -> None:
    """Count what came of one message."""
    counted = {"contact_id": contact, "outcome": outcome.value, "at": at}
    session.execute(_COUNT_OUTCOME, counted)


def register_questions(
    session: Session,
    contact: str,
    topics: Iterable[TopicId],
    referrals: Iterable[Referral],
    *,
    at: datetime,
    by: str = "bot",
) -> None:
    """Count the questions of one message and where they were referred; what was counted before is not counted again."""
    questions = {topic: _question(session, contact, topic, at) for topic in topics}
    for referral in referrals:
        question = questions.get(referral.topic) or _question(session, contact, referral.topic, at)
        _refer(session, question, referral, at=at, by=by)


def replace_answer(
    session: Session,
    contact: str,
    topics: Iterable[TopicId],
    referrals: Iterable[Referral],
    outcome: Outcome,
    *,
    at: datetime,
) -> None:
    """Count an answer that stands in the place of the one before, now that it is known who asks.

    What the assistant no longer refers to is withdrawn; what a colleague gave stays.
    """
    topics, referrals = list(topics), list(referrals)
    for topic in topics:
        _withdraw(session, contact, topic, given=[one for one in referrals if one.topic == topic])
    register_questions(session, contact, topics, referrals, at=at)
    if outcome in _OF_ANSWERS:
        _correct_outcome(session, contact, outcome)


def _withdraw(session: Session, contact: str, topic: TopicId, *, given: Iterable[Referral]) -> None:
    asked = select(QuestionRecord.id).where(
        QuestionRecord.contact_id == contact, QuestionRecord.topic == topic
    )
    session.execute(
        delete(ReferralRecord).where(
            ReferralRecord.question_id.in_(asked),
            ReferralRecord.by == "bot",
            ReferralRecord.contact.not_in([one.contact for one in given]),
        )
    )


def _correct_outcome(session: Session, contact: str, outcome: Outcome) -> None:
    """Change what came of the last message that was answered: thanks or a call for a person may have come since."""
    last = session.scalar(
        select(OutcomeRecord)
        .where(OutcomeRecord.contact_id == contact, OutcomeRecord.outcome.in_(_OF_ANSWERS))
        .order_by(OutcomeRecord.id.desc())
        .limit(1)
    )
    if last is None:
        return
    # Another question of that message may be referred as before.
    still = session.scalar(
        select(ReferralRecord.id)
        .join(QuestionRecord)
        .where(QuestionRecord.contact_id == contact, ReferralRecord.at == last.at)
        .limit(1)
    )
    last.outcome = (outcome if still is None else Outcome.REFERRED).value


def _question(session: Session, contact: str, topic: TopicId, at: datetime) -> int:
    known: int | None = session.scalar(_KNOWN_QUESTION, {"contact": contact, "topic": topic})
    if known is not None:
        return known
    asked = {"contact_id": contact, "topic": topic, "asked_at": at}
    number: int = session.scalars(_COUNT_QUESTION, asked).one()
    return number


def _refer(session: Session, question: int, referral: Referral, *, at: datetime, by: str) -> None:
    place = {"question": question, "contact": referral.contact}
    if session.scalar(_KNOWN_REFERRAL, place) is None:
        given = {
            "question_id": question,
            "contact": referral.contact,
            "referral_group": referral.group.value,
            "given_by": by,
            "at": at,
        }
        session.execute(_COUNT_REFERRAL, given)
