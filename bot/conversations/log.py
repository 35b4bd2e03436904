"""Appending to the log and reading it: one order without gaps in each conversation.

Every function takes a session, so that what belongs together is committed together.
"""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from bot.conversations.models import Conversation, Entry, Sender, State
from bot.conversations.tokens import digest
from bot.errors import NotAuthorised, Unknown
from bot.replies import Reply

BATCH = 200
"""Entries that one read gives at most; a reader that fell behind reads again."""


@dataclass(frozen=True)
class Draft:
    """An entry that has no number yet."""

    sender: Sender
    text: str | None = None
    reply: Reply | None = None
    state: State | None = None
    client_id: str | None = None
    choice: str | None = None
    unanswered: bool = False
    alarmed: bool = False


def now() -> datetime:
    """This moment. It dates entries; their order is that of their numbers."""
    return datetime.now(UTC)


def append(session: Session, conversation: str, drafts: Sequence[Draft]) -> list[int]:
    """Number and store entries at the end of a conversation; gives their numbers."""
    if not drafts:
        return []
    at = now()
    last = session.scalar(
        update(Conversation)
        .where(Conversation.id == conversation)
        .values(last_seq=Conversation.last_seq + len(drafts), changed_at=at)
        .returning(Conversation.last_seq)
    )
    if last is None:
        raise no_such_conversation()
    first = last - len(drafts) + 1
    session.execute(
        insert(Entry),
        [_row(conversation, first + place, at, draft) for place, draft in enumerate(drafts)],
    )
    return list(range(first, last + 1))


def _row(conversation: str, seq: int, at: datetime, draft: Draft) -> dict[str, Any]:
    return {
        "conversation_id": conversation,
        "seq": seq,
        "at": at,
        "sender": draft.sender.value,
        "text": draft.text,
        "reply": None if draft.reply is None else draft.reply.data(),
        "state": None if draft.state is None else draft.state.value,
        "client_id": draft.client_id,
        "choice": draft.choice,
        "unanswered": draft.unanswered,
        "alarmed": draft.alarmed,
        "attempts": 0,
    }


def authorised(session: Session, conversation: str, token: str) -> Conversation:
    """The conversation that this token opens; raises Unknown or NotAuthorised."""
    found = session.get(Conversation, conversation)
    if found is None:
        raise no_such_conversation()
    if not hmac.compare_digest(found.token_hash, digest(token)):
        raise NotAuthorised("De sleutel van dit gesprek klopt niet.")
    return found


def entries_after(session: Session, conversation: str, seq: int) -> list[dict[str, Any]]:
    """The entries behind `seq`, oldest first, as the events that visitor and staff see."""
    rows = session.execute(
        select(Entry)
        .where(Entry.conversation_id == conversation, Entry.seq > seq)
        .order_by(Entry.seq)
        .limit(BATCH)
    ).scalars()
    return [event(row) for row in rows]


def event(entry: Entry) -> dict[str, Any]:
    """An entry as it is shown to visitor and staff."""
    return {
        "seq": entry.seq,
        "at": entry.at.isoformat(timespec="milliseconds"),
        "sender": entry.sender,
        "text": entry.text,
        "reply": entry.reply,
        "state": entry.state,
        "client_id": entry.client_id,
        "useful": entry.useful,
    }


def no_such_conversation() -> Unknown:
    """The error for an id that nobody knows (any more)."""
    return Unknown("Dit gesprek bestaat niet of is gewist.")
