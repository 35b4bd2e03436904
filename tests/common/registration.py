"""Factory of counted facts: one call a contact, with what it asked, where that was referred and how it went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from itertools import count

from sqlalchemy.orm import Session

from bot.knowledge.catalogue import Audience, ContactId, TopicId
from bot.knowledge.contacts import Contact
from bot.registration.models import Channel, Outcome
from bot.registration.register import (
    Referral,
    identify_asker,
    register_contact,
    register_outcome,
    register_questions,
)

_NUMBERS = count(1)

NOON = datetime(2026, 11, 10, 11, tzinfo=UTC)
"""A moment in the middle of a month, far from its borders."""


def add_contact(
    session: Session,
    *,
    at: datetime = NOON,
    channel: Channel = Channel.WIDGET,
    audience: Audience = Audience.ONBEKEND,
    municipality: str | None = None,
    questions: Iterable[str] = (),
    outcomes: Iterable[Outcome] = (),
    test: bool = False,
) -> str:
    """Register a contact with all its questions and outcomes at one moment; gives its id."""
    id = f"contact-{next(_NUMBERS)}"
    register_contact(session, id=id, channel=channel, at=at, municipality=municipality, test=test)
    session.flush()
    identify_asker(session, id, audience=audience, municipality=None)
    register_questions(session, id, [TopicId(one) for one in questions], [], at=at)
    for outcome in outcomes:
        register_outcome(session, id, outcome, at)
    return id


def add_question(
    session: Session,
    contact: str,
    topic: str,
    *,
    at: datetime = NOON,
    refer_to: Iterable[str] = (),
    contacts: Mapping[ContactId, Contact],
    by: str = "bot",
) -> None:
    """Register a question in a contact, with the services that were its answer."""
    referrals = [
        Referral(TopicId(topic), ContactId(one), contacts[ContactId(one)].group) for one in refer_to
    ]
    register_questions(session, contact, [TopicId(topic)], referrals, at=at, by=by)
