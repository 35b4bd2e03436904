"""The place in the queue, and a wait to expect from how long people waited and talked of late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.conversations.models import Conversation, State
from bot.handover.presence import present
from bot.registration.models import HandoverRecord

RECENT = timedelta(days=30)
FEWEST = 5
"""Handovers from which an expectation is given; with fewer it would be a guess."""
MOST = 50
"""Handovers that are looked at, newest first."""
LONGEST = timedelta(hours=4)
"""A talk that seems longer was left open, and says nothing."""


@dataclass(frozen=True)
class Handled:
    """How handovers went of late, each the middle one of all."""

    pickup: timedelta
    """From asking to a colleague."""
    talk: timedelta
    """From a colleague to the end."""


def waiting(session: Session) -> int:
    """How many wait now."""
    rows = select(func.count()).where(Conversation.state == State.WAITING.value)
    return session.scalar(rows.select_from(Conversation)) or 0


def place(session: Session, conversation: str) -> int | None:
    """The place of a conversation among those that wait, from 1; None when it does not wait."""
    found = session.get(Conversation, conversation)
    if found is None or found.waiting_since is None:
        return None
    before = select(func.count()).where(
        Conversation.state == State.WAITING.value, Conversation.waiting_since < found.waiting_since
    )
    return (session.scalar(before.select_from(Conversation)) or 0) + 1


def expected_wait(session: Session, place: int, *, at: datetime) -> timedelta | None:
    """How long who stands at a place may expect to wait; None when nobody is there or too little is known."""
    there = len(present(session, at=at))
    handled = _handled(session, at=at)
    if not there or handled is None:
        return None
    talking = select(func.count()).where(Conversation.state == State.STAFF.value)
    busy = session.scalar(talking.select_from(Conversation)) or 0
    free = max(there - busy, 0)
    rounds = -(-max(place - free, 0) // there)
    return handled.pickup + rounds * handled.talk


def _handled(session: Session, *, at: datetime) -> Handled | None:
    rows = session.execute(
        select(HandoverRecord.asked_at, HandoverRecord.claimed_at, HandoverRecord.ended_at)
        .where(
            HandoverRecord.asked_at > at - RECENT,
            HandoverRecord.claimed_at.is_not(None),
            HandoverRecord.ended_at.is_not(None),
        )
        .order_by(HandoverRecord.id.desc())
        .limit(MOST)
    ).all()
    done = [
        (claimed - asked, ended - claimed)
        for asked, claimed, ended in rows
        if claimed and ended and ended - claimed <= LONGEST
    ]
    if len(done) < FEWEST:
        return None
    return Handled(_middle([one for one, _ in done]), _middle([one for _, one in done]))


def _middle(spans: list[timedelta]) -> timedelta:
    return timedelta(seconds=median(one.total_seconds() for one in spans))
