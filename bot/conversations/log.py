"""Appending to the log and reading it: one order without gaps in each conversation.

Every function takes a session, so that what belongs together is committed together.
"""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row
from sqlalchemy.orm import Session

from bot.conversations import statements
from bot.conversations.models import Sender, State
from bot.conversations.statements import Reached
from bot.conversations.tokens import digest
from bot.errors import NotAuthorised, Unknown
from bot.replies import Reply


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
        statements.NUMBER, {"conversation": conversation, "more": len(drafts), "moment": at}
    )
    if last is None:
        raise no_such_conversation()
    first = last - len(drafts) + 1
    session.execute(
        statements.APPEND,
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


def authorised(session: Session, conversation: str, token: str, *, lock: bool = False) -> Reached:
    """The conversation that this token opens; raises Unknown or NotAuthorised.

    `lock` keeps other processes from changing it until this transaction is over.
    """
    found = reached(session, conversation, lock=lock)
    if found is None:
        raise no_such_conversation()
    if not hmac.compare_digest(found.token_hash, digest(token)):
        raise NotAuthorised("De sleutel van dit gesprek klopt niet.")
    return found


def reached(session: Session, conversation: str, *, lock: bool = False) -> Reached | None:
    """A conversation as it stands now, for who needs no token."""
    statement = statements.REACHED_LOCKED if lock else statements.REACHED
    row = session.execute(statement, {"conversation": conversation}).first()
    return None if row is None else Reached(*row)


def entries_after(session: Session, conversation: str, seq: int) -> list[dict[str, Any]]:
    """The entries behind `seq`, oldest first, as the events that visitor and staff see."""
    rows = session.execute(statements.AFTER, {"conversation": conversation, "last": seq})
    return [event(row) for row in rows]


def event(entry: Row[Any]) -> dict[str, Any]:
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
