"""Conversations whose time is over: their text goes, what was counted from them stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, exists, or_, select
from sqlalchemy.orm import Session

from bot.conversations.models import Conversation, Entry, Note, Sender
from bot.conversations.tokens import ConversationId


@dataclass(frozen=True)
class Before:
    """Moments before which a conversation must have been silent to go."""

    alone: datetime
    """With the assistant alone."""
    with_staff: datetime
    """When a colleague took part."""


def expired(session: Session, before: Before, *, limit: int) -> list[ConversationId]:
    """The conversations that have been silent for too long to be kept, longest first, `limit` at most."""
    taken_part = exists().where(
        Entry.conversation_id == Conversation.id, Entry.sender == Sender.STAFF.value
    )
    late = or_(
        Conversation.changed_at < before.with_staff,
        ~taken_part & (Conversation.changed_at < before.alone),
    )
    found = session.scalars(
        select(Conversation.id).where(late).order_by(Conversation.changed_at).limit(limit)
    )
    return [ConversationId(one) for one in found]


def holding(session: Session, ids: list[str], text: str | None) -> list[ConversationId]:
    """The conversations with these ids, and those in which a text was typed or noted by a colleague."""
    wanted: ColumnElement[bool] = Conversation.id.in_(ids)
    if text:
        said = Entry.text.icontains(text, autoescape=True)
        noted = Note.text.icontains(text, autoescape=True)
        wanted = or_(
            wanted,
            exists().where(Entry.conversation_id == Conversation.id, said),
            exists().where(Note.conversation_id == Conversation.id, noted),
        )
    found = session.scalars(select(Conversation.id).where(wanted).order_by(Conversation.id))
    return [ConversationId(one) for one in found]


def remove(session: Session, conversations: list[ConversationId]) -> int:
    """Delete conversations with every entry of theirs; gives how many there were."""
    for table in (Entry, Note):
        session.execute(delete(table).where(table.conversation_id.in_(conversations)))
    gone = session.scalars(
        delete(Conversation).where(Conversation.id.in_(conversations)).returning(Conversation.id)
    )
    return len(gone.all())
