"""Conversations as one line each, with their counted facts and without text: for the queue and the search."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import Session, aliased

from bot.conversations.models import Conversation, Entry, Sender, State
from bot.registration.models import ContactRecord, OutcomeRecord, QuestionRecord


@dataclass(frozen=True)
class Line:
    """One conversation at a glance. Keys are those of the tables."""

    id: str
    state: str
    waiting_since: datetime | None
    claimed_by: str | None
    opened_at: datetime
    changed_at: datetime
    site_municipality: str | None
    municipality: str | None
    audience: str | None
    channel: str | None
    test: bool | None
    topic: str | None
    """The last new topic that was asked."""
    outcome: str | None
    """What came of it last."""
    messages: int
    """Of the visitor."""
    unread: int
    """Messages of the visitor behind the last word of a colleague."""


@dataclass(frozen=True)
class Facts:
    """What to search by; None leaves a fact open. `since` and `until` bound the last change."""

    topic: str | None = None
    audience: str | None = None
    municipality: str | None = None
    channel: str | None = None
    outcome: str | None = None
    state: str | None = None
    since: datetime | None = None
    until: datetime | None = None


_BY_VISITOR = (Entry.conversation_id == Conversation.id, Entry.sender == Sender.VISITOR.value)
_BY_STAFF = aliased(Entry)
_SAID = select(func.max(_BY_STAFF.seq)).where(
    _BY_STAFF.conversation_id == Conversation.id, _BY_STAFF.sender == Sender.STAFF.value
)
_last_topic = (
    select(QuestionRecord.topic)
    .where(QuestionRecord.contact_id == Conversation.contact_id)
    .order_by(QuestionRecord.id.desc())
    .limit(1)
    .scalar_subquery()
)
_last_outcome = (
    select(OutcomeRecord.outcome)
    .where(OutcomeRecord.contact_id == Conversation.contact_id)
    .order_by(OutcomeRecord.id.desc())
    .limit(1)
    .scalar_subquery()
)
_messages = select(func.count(Entry.seq)).where(*_BY_VISITOR).scalar_subquery()
_unread = (
    select(func.count(Entry.seq))
    .where(
        *_BY_VISITOR, Entry.seq > func.coalesce(_SAID.correlate(Conversation).scalar_subquery(), 0)
    )
    .scalar_subquery()
)


def in_state(
    session: Session, state: State, *, since: datetime | None = None, limit: int = 200
) -> list[Line]:
    """The conversations in a state: who waits longest first, else what changed last first."""
    first: Any = (
        Conversation.waiting_since if state is State.WAITING else Conversation.changed_at.desc()
    )
    rows = _lines(Conversation.state == state.value).order_by(first, Conversation.id)
    if since is not None:
        rows = rows.where(Conversation.changed_at > since)
    return _read(session, rows.limit(limit))


def one(session: Session, conversation: str) -> Line | None:
    """One conversation; None when there is none (any more)."""
    found = _read(session, _lines(Conversation.id == conversation))
    return found[0] if found else None


def search(session: Session, facts: Facts, *, limit: int) -> list[Line]:
    """The conversations that fit every given fact, what changed last first."""
    rows = _lines(*_conditions(facts))
    return _read(
        session, rows.order_by(Conversation.changed_at.desc(), Conversation.id).limit(limit)
    )


def _conditions(facts: Facts) -> list[ColumnElement[bool]]:
    columns = (
        (facts.audience, ContactRecord.audience),
        (facts.municipality, ContactRecord.municipality),
        (facts.channel, ContactRecord.channel),
        (facts.outcome, _last_outcome),
        (facts.state, Conversation.state),
    )
    wanted = [column == fact for fact, column in columns if fact is not None]
    if facts.topic is not None:
        asked = QuestionRecord.contact_id == Conversation.contact_id
        wanted.append(exists().where(asked, QuestionRecord.topic == facts.topic))
    if facts.since is not None:
        wanted.append(Conversation.changed_at >= facts.since)
    if facts.until is not None:
        wanted.append(Conversation.changed_at < facts.until)
    return wanted


def _lines(*conditions: ColumnElement[bool]) -> Select[Any]:
    rows: Any = (
        select(
            Conversation.id,
            Conversation.state,
            Conversation.waiting_since,
            Conversation.claimed_by,
            Conversation.opened_at,
            Conversation.changed_at,
            Conversation.municipality.label("site_municipality"),
            ContactRecord.municipality.label("municipality"),
            ContactRecord.audience,
            ContactRecord.channel,
            ContactRecord.test,
            _last_topic.label("topic"),
            _last_outcome.label("outcome"),
            _messages.label("messages"),
            _unread.label("unread"),
        )
        .outerjoin(ContactRecord, ContactRecord.id == Conversation.contact_id)
        .where(*conditions)
    )
    return cast(Select[Any], rows)


def _read(session: Session, rows: Select[Any]) -> list[Line]:
    return [Line(**row) for row in session.execute(rows).mappings()]
