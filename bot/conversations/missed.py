"""Messages that were not understood, while their text is still kept: for who teaches Wegwijs, never for a report."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversations.models import Conversation, Entry, Sender
from bot.registration.models import Outcome
from bot.statistics.counting import counts, within
from bot.statistics.periods import Period


@dataclass(frozen=True)
class Missed:
    """One message, as clean text, with where it stands."""

    text: str
    conversation: str


def missed(session: Session, period: Period, *, limit: int) -> list[Missed]:
    """The typed messages of a period that were not understood, newest first; those of tests are none."""
    rows = (
        select(Entry.text, Entry.conversation_id)
        .join(Conversation, Conversation.id == Entry.conversation_id)
        .where(
            Entry.sender == Sender.VISITOR.value,
            Entry.outcome == Outcome.NOT_UNDERSTOOD.value,
            Entry.choice.is_(None),
            Entry.text.is_not(None),
            within(period, Entry.at),
            counts(period, Conversation.contact_id),
        )
        .order_by(Entry.at.desc(), Entry.conversation_id, Entry.seq.desc())
        .limit(limit)
    )
    return [Missed(text or "", conversation) for text, conversation in session.execute(rows)]
