"""Counting what reached the helpdesk outside the chat, as a colleague tells it: a call, a mail, a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.audit.models import Act, AuditLine
from bot.errors import InvalidInput, Unknown
from bot.knowledge.catalogue import Audience, ContactId, TopicId
from bot.knowledge.library import Library
from bot.registration.models import (
    Channel,
    ContactRecord,
    Outcome,
    OutcomeRecord,
    QuestionRecord,
    ReferralRecord,
)
from bot.registration.places import check_municipality, check_topic
from bot.registration.referring import referrals_of
from bot.registration.register import (
    identify_asker,
    register_contact,
    register_outcome,
    register_questions,
)
from bot.registration.signing import Signature

KIND = "contact"
"""How the audit log calls one."""

OUTCOMES = (Outcome.ANSWERED, Outcome.REFERRED, Outcome.REQUEST, Outcome.OUT_OF_SCOPE)
"""What a talk with a colleague can come to."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """One contact, in facts alone."""

    channel: Channel
    at: datetime
    audience: Audience
    municipality: str | None
    topics: Sequence[TopicId]
    referrals: Sequence[ContactId]
    outcome: Outcome

    def check(self, library: Library) -> None:
        """Raises InvalidInput when a part does not exist, or does not go with another."""
        check_municipality(library, self.municipality)
        for topic in self.topics:
            check_topic(library, topic)
        if self.outcome not in OUTCOMES:
            raise InvalidInput("Kies een van de mogelijkheden.")
        if not self.topics and (self.referrals or self.outcome is not Outcome.OUT_OF_SCOPE):
            raise InvalidInput("Kies waarover het ging.")
        if self.outcome is Outcome.REFERRED and not self.referrals:
            raise InvalidInput("Kies naar wie u doorverwees.")


@dataclass(frozen=True)
class Registered:
    """A contact that is counted, with who registered it."""

    id: str
    by: str
    """Id of the account."""
    told: Told


def register_by_hand(
    session: Session, library: Library, id: str, told: Told, *, by: Signature
) -> None:
    """Count a contact under an id that the form carried: sent twice, it counts once. Raises InvalidInput."""
    told.check(library)
    if session.get(ContactRecord, id) is None:
        _count(session, library, id, told)
        by.sign(session, Act.REGISTERED, f"{KIND}:{id}")


def correct_by_hand(
    session: Session, library: Library, id: str, told: Told, *, since: datetime, by: Signature
) -> None:
    """Put other facts in the place of what was registered since a moment. Raises Unknown, InvalidInput."""
    told.check(library)
    session.delete(_known(session, id, since))
    session.flush()
    _count(session, library, id, told)
    by.sign(session, Act.CHANGED, f"{KIND}:{id}")


def undo(session: Session, id: str, *, since: datetime, by: Signature) -> None:
    """Take back what was registered since a moment: it counts nowhere. Raises Unknown."""
    session.delete(_known(session, id, since))
    by.sign(session, Act.ERASED, f"{KIND}:{id}")


def registered(session: Session, *, since: datetime) -> list[Registered]:
    """What colleagues registered since a moment and did not take back, newest first."""
    return [
        Registered(contact.id, actor, _told(session, contact))
        for contact, actor in session.execute(
            select(ContactRecord, AuditLine.actor)
            .join(AuditLine, AuditLine.object == f"{KIND}:" + ContactRecord.id)
            .where(AuditLine.act == Act.REGISTERED.value, AuditLine.at >= since)
            .order_by(AuditLine.seq.desc())
        )
    ]


def registered_one(session: Session, id: str, *, since: datetime) -> Told:
    """What was registered since a moment under an id. Raises Unknown."""
    return _told(session, _known(session, id, since))


def _known(session: Session, id: str, since: datetime) -> ContactRecord:
    """A contact that a colleague registered: what the assistant counted is not erased from here."""
    line = session.scalar(
        select(AuditLine.seq)
        .where(
            AuditLine.act == Act.REGISTERED.value,
            AuditLine.object == f"{KIND}:{id}",
            AuditLine.at >= since,
        )
        .limit(1)
    )
    record = None if line is None else session.get(ContactRecord, id)
    if record is None:
        raise Unknown("Deze registratie staat niet (meer) in de lijst van vandaag.")
    return record


def _count(session: Session, library: Library, id: str, told: Told) -> None:
    at, topics = told.at, list(dict.fromkeys(told.topics))
    register_contact(session, id=id, channel=told.channel, at=at, municipality=told.municipality)
    session.flush()
    identify_asker(session, id, audience=told.audience, municipality=None)
    referrals = referrals_of(topics, dict.fromkeys(told.referrals), told.audience, library)
    register_questions(session, id, topics, referrals, at=at, by="staff")
    # A question with a service as its answer is a referral, as it is in the chat.
    referred = bool(referrals) and told.outcome is Outcome.ANSWERED
    register_outcome(session, id, Outcome.REFERRED if referred else told.outcome, at)


def _told(session: Session, contact: ContactRecord) -> Told:
    questions = select(QuestionRecord).where(QuestionRecord.contact_id == contact.id)
    given = select(ReferralRecord.contact).join(QuestionRecord)
    outcome = select(OutcomeRecord.outcome).where(OutcomeRecord.contact_id == contact.id)
    return Told(
        channel=Channel(contact.channel),
        at=contact.opened_at,
        audience=Audience(contact.audience),
        municipality=contact.municipality,
        topics=[
            TopicId(one.topic) for one in session.scalars(questions.order_by(QuestionRecord.id))
        ],
        referrals=[
            ContactId(one)
            for one in session.scalars(
                given.where(QuestionRecord.contact_id == contact.id).order_by(ReferralRecord.id)
            )
        ],
        outcome=Outcome(session.scalars(outcome).first() or Outcome.ANSWERED),
    )
