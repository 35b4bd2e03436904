"""Taking a decision on a proposal back: it waits again, and what it counted is counted no more."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.errors import Conflict, Unknown
from bot.mailbox.models import MailProposal, ProposalState
from bot.mailbox.store import ASKED_AGAIN
from bot.registration.models import ContactRecord, OutcomeRecord, QuestionRecord, ReferralRecord

UNDO_WITHIN = timedelta(hours=1)
"""A slip of a key is seen at once; what was reported later is corrected in the open."""


def undo(session: Session, id: str, *, text: str | None, at: datetime) -> None:
    """Let a proposal wait again, with the clean text that it had if that is still known.

    Raises Unknown, or Conflict (Dutch) when it waits already, when it is too late or when the thread went on.
    """
    record = session.get(MailProposal, id, with_for_update=True)
    if record is None:
        raise Unknown("Dit voorstel bestaat niet.")
    if record.state == ProposalState.PROPOSED or record.settled_at is None:
        raise Conflict("Dit voorstel staat al in de lijst.")
    if at - record.settled_at > UNDO_WITHIN:
        raise Conflict("Ongedaan maken kan tot een uur na de beslissing.")
    if record.state == ProposalState.ACCEPTED:
        _uncount(session, record)
    record.state, record.settled_at = ProposalState.PROPOSED.value, None
    record.text, record.corrected, record.added = text, False, None


def _uncount(session: Session, record: MailProposal) -> None:
    if (record.added or {}).get(ASKED_AGAIN):
        raise Conflict(
            "Een latere mail van deze draad stelde dezelfde vraag, en die is hiermee geteld: "
            "ongedaan maken zou ook die vraag wissen."
        )
    if record.contact_id == record.id:
        _refuse_when_it_went_on(session, record)
        session.delete(session.get_one(ContactRecord, record.id))
        session.flush()
        record.contact_id = None
        return
    added = record.added or {}
    for table in (ReferralRecord, QuestionRecord, OutcomeRecord):
        session.execute(delete(table).where(table.id.in_(added.get(table.__tablename__, []))))


def _refuse_when_it_went_on(session: Session, record: MailProposal) -> None:
    """A later mail of the thread adds its questions to this contact: without it, the thread would count twice."""
    later = select(MailProposal.id).where(
        MailProposal.contact_id == record.contact_id, MailProposal.id != record.id
    )
    if session.scalar(later.limit(1)) is not None:
        raise Conflict("Deze draad ging intussen verder: eerst het vervolg, dan dit.")
