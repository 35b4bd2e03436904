"""Counting how often a person was asked for, how long that took and how it ended."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.registration.models import HandoverEnd, HandoverRecord


def asked(session: Session, contact: str | None, at: datetime) -> None:
    """A person is asked for."""
    if _open(session, contact) is None:
        session.add(HandoverRecord(contact_id=contact, asked_at=at))


def claimed(session: Session, contact: str | None, *, asked_at: datetime, at: datetime) -> None:
    """A colleague is there. One who takes over from another leaves the first moment as it was."""
    record = _open(session, contact)
    if record is None:
        record = HandoverRecord(contact_id=contact, asked_at=asked_at)
        session.add(record)
    record.claimed_at = record.claimed_at or at


def ended(session: Session, contact: str | None, how: HandoverEnd, at: datetime) -> None:
    """The wait or the talk is over."""
    record = _open(session, contact)
    if record is not None:
        record.ended_at, record.ended_as = at, how.value


def _open(session: Session, contact: str | None) -> HandoverRecord | None:
    if contact is None:
        return None
    return session.scalar(
        select(HandoverRecord)
        .where(HandoverRecord.contact_id == contact, HandoverRecord.ended_at.is_(None))
        .order_by(HandoverRecord.id.desc())
        .limit(1)
    )
