"""The words in a request: they go some time after it is closed, at once when its conversation is gone; facts stay."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot.requests.models import RequestRecord

Words = tuple[InstrumentedAttribute[str | None], ...]

_ASKERS: Words = (RequestRecord.subject, RequestRecord.period, RequestRecord.function)
_ALL: Words = (*_ASKERS, RequestRecord.reason)
"""With what a colleague wrote."""


def drop_old_texts(session: Session, *, before: datetime) -> int:
    """Take the words out of requests closed before a moment, or closed and without conversation; gives how many."""
    late = RequestRecord.closed_at < before
    alone = and_(RequestRecord.closed_at.is_not(None), RequestRecord.conversation_id.is_(None))
    return len(_take_out(session, _ALL, late) | _take_out(session, _ASKERS, alone))


def _take_out(session: Session, words: Words, which: ColumnElement[bool]) -> set[str]:
    """The requests that had any of these words."""
    had = or_(*(one.is_not(None) for one in words))
    taken = update(RequestRecord).where(which, had).values(dict.fromkeys(words))
    return set(session.scalars(taken.returning(RequestRecord.id)))


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
    _take_out(session, _ALL, RequestRecord.id == request)
