"""Factory of proposals from a mailbox."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from bot.knowledge.catalogue import Audience, TopicId
from bot.mailbox.proposing import Draft
from bot.mailbox.store import add
from bot.privacy.cleaning import clean

ASKED_AT = datetime(2026, 2, 5, 9, tzinfo=UTC)


def add_proposal(
    session: Session,
    text: str = "Wat is een LIVC?",
    *,
    at: datetime = ASKED_AT,
    date_known: bool = True,
) -> str:
    """Store a proposal about the topic livc, from Mechelen; gives its id."""
    draft = Draft(
        opened_at=at,
        date_known=date_known,
        audience=Audience.GEMEENTE,
        municipality="12025",
        decision="answer",
        topics=(TopicId("livc"),),
        referrals=(),
        answered=True,
        messages=1,
        attachments=2,
        text=clean(text).text,
    )
    return add(session, draft, at=at)
