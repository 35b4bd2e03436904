"""The words in a request: they go some time after it is closed, at once when its conversation is gone; facts stay."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Session

from bot.requests.models import RequestRecord

_ASKERS = (RequestRecord.subject, RequestRecord.period, RequestRecord.function)
_ALL = (*_ASKERS, RequestRecord.reason)
"""With what a colleague wrote."""


def drop_old_texts(session: Session, *, before: datetime) -> int:
    """Take the words out of requests closed before a moment, or closed and without conversation; gives how many."""
    late = RequestRecord.closed_at < before
    alone = and_(RequestRecord.closed_at.is_not(None), RequestRecord.conversation_id.is_(None))
    words = or_(*(one.is_not(None) for one in _ALL))
    by_age = session.scalars(
        update(RequestRecord)
        .where(late, words)
        .values(dict.fromkeys(_ALL))
        .returning(RequestRecord.id)
    ).all()
    askers = or_(*(one.is_not(None) for one in _ASKERS))
    by_erasure = session.scalars(
        update(RequestRecord)
        .where(alone, askers)
        .values(dict.fromkeys(_ASKERS))
        .returning(RequestRecord.id)
    ).all()
    return len({*by_age, *by_erasure})


def forget_askers_words(request: RequestRecord) -> None:
    """Take out what the asker typed, when the request is closed and its conversation is gone."""
    if request.closed_at is not None and request.conversation_id is None:
        request.subject = request.period = request.function = None


def holding(session: Session, text: str) -> list[str]:
    """The requests with a text in their words."""
    said = or_(*(one.icontains(text, autoescape=True) for one in _ALL))
    return list(session.scalars(select(RequestRecord.id).where(said).order_by(RequestRecord.id)))


def erase_words(session: Session, request: str) -> None:
    """Take every word out of one request, open or closed."""
    session.execute(
        update(RequestRecord).where(RequestRecord.id == request).values(dict.fromkeys(_ALL))
    )
