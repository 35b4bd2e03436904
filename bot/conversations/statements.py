"""The statements that every message runs, each built once and without the ORM, which makes them five times as dear."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import bindparam, false, insert, select, update

from bot.conversations.models import Conversation, Entry
from bot.database.base import table
from bot.registration.models import ContactRecord

BATCH = 200
"""Entries that one read gives at most; a reader that fell behind reads again."""


@dataclass(frozen=True)
class Reached:
    """A conversation as it stands when its token opens it."""

    id: str
    token_hash: str
    site: str | None
    municipality: str | None
    state: str
    dialogue: dict[str, Any]
    persons: dict[str, Any] | None
    contact_id: str | None


CONVERSATIONS, ENTRIES, CONTACTS = table(Conversation), table(Entry), table(ContactRecord)

_CONVERSATION = CONVERSATIONS.c.id == bindparam("conversation")
REACHED = select(*(CONVERSATIONS.c[one.name] for one in fields(Reached))).where(_CONVERSATION)
REACHED_LOCKED = REACHED.with_for_update()
NUMBER = (
    update(CONVERSATIONS)
    .where(_CONVERSATION)
    .values(last_seq=CONVERSATIONS.c.last_seq + bindparam("more"), changed_at=bindparam("moment"))
    .returning(CONVERSATIONS.c.last_seq)
)
APPEND = insert(ENTRIES)
AFTER = (
    select(ENTRIES)
    .where(
        ENTRIES.c.conversation_id == bindparam("conversation"), ENTRIES.c.seq > bindparam("last")
    )
    .order_by(ENTRIES.c.seq)
    .limit(BATCH)
)

_ENTRY = (
    ENTRIES.c.conversation_id == bindparam("conversation"),
    ENTRIES.c.seq == bindparam("number"),
)
SENT_BEFORE = select(ENTRIES.c.seq, ENTRIES.c.text, ENTRIES.c.choice).where(
    ENTRIES.c.conversation_id == bindparam("conversation"),
    ENTRIES.c.client_id == bindparam("client"),
)
KEEP_PERSONS = update(CONVERSATIONS).where(_CONVERSATION).values(persons=bindparam("numbered"))
KEEP_CONTACT = update(CONVERSATIONS).where(_CONVERSATION).values(contact_id=bindparam("contact"))
KEEP_DIALOGUE = update(CONVERSATIONS).where(_CONVERSATION).values(dialogue=bindparam("kept"))
SETTLE = (
    update(ENTRIES)
    .where(*_ENTRY, ENTRIES.c.unanswered)
    .values(unanswered=false(), outcome=bindparam("result"))
    .returning(ENTRIES.c.seq)
)
COUNT_FAILURE = update(ENTRIES).where(*_ENTRY).values(attempts=ENTRIES.c.attempts + 1)
WAITING_FOR_ENGINE = select(ENTRIES.c.conversation_id).where(ENTRIES.c.unanswered).distinct()
OLDEST = (
    select(
        *(ENTRIES.c[name] for name in ("seq", "text", "choice", "alarmed", "attempts")),
        CONVERSATIONS.c.dialogue,
        CONTACTS.c.audience,
        CONTACTS.c.municipality,
    )
    .join(CONVERSATIONS, CONVERSATIONS.c.id == ENTRIES.c.conversation_id)
    .outerjoin(CONTACTS, CONTACTS.c.id == CONVERSATIONS.c.contact_id)
    .where(ENTRIES.c.conversation_id == bindparam("conversation"), ENTRIES.c.unanswered)
    .order_by(ENTRIES.c.seq)
    .limit(2)
)
