"""The tables of the log. Their content goes when its retention time is over; what is counted stays elsewhere."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.database.base import Base, Instant, Key


class State(StrEnum):
    """Who speaks with the visitor: bot → waiting → staff → closed, and back from waiting or staff to bot."""

    BOT = "bot"
    WAITING = "waiting"
    STAFF = "staff"
    CLOSED = "closed"


class Sender(StrEnum):
    """Who wrote an entry of the log."""

    VISITOR = "visitor"
    BOT = "bot"
    STAFF = "staff"
    SYSTEM = "system"


class Note(Base):
    """What a colleague wrote beside a conversation, for colleagues alone."""

    __tablename__ = "notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[Key] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    author: Mapped[Key] = mapped_column(comment="id of the colleague")
    text: Mapped[str] = mapped_column(Text, comment="clean text")
    at: Mapped[datetime] = mapped_column(Instant)


class Site(Base):
    """A site that may embed the widget."""

    __tablename__ = "sites"

    id: Mapped[Key] = mapped_column(primary_key=True)
    origins: Mapped[list[str]] = mapped_column(JSON, comment="origins for CSP frame-ancestors")
    municipality: Mapped[str | None] = mapped_column(String(5), comment="NIS code of its visitors")
    look: Mapped[dict[str, Any] | None] = mapped_column(
        JSON(none_as_null=True), comment="what the site chose (bot.sites.look); null: as usual"
    )
    hours: Mapped[dict[str, list[str]] | None] = mapped_column(
        JSON(none_as_null=True), comment="its own office hours by day (bot.sites.hours)"
    )


class Conversation(Base):
    """One chat with one visitor."""

    __tablename__ = "conversations"

    id: Mapped[Key] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(
        String(64), comment="SHA-256 of the secret token, hexadecimal"
    )
    site: Mapped[str | None] = mapped_column(String(40))
    municipality: Mapped[str | None] = mapped_column(
        String(5), comment="NIS code that the site gave"
    )
    state: Mapped[str] = mapped_column(String(10), comment="key of State")
    last_seq: Mapped[int] = mapped_column(default=0, comment="number of the newest entry")
    dialogue: Mapped[dict[str, Any]] = mapped_column(
        JSON, comment="bounded dialogue state of the engine"
    )
    persons: Mapped[dict[str, Any] | None] = mapped_column(
        JSON(none_as_null=True),
        comment="keyed hashes of names by number of [PERSOON-n]; the key is not kept",
    )
    contact_id: Mapped[str | None] = mapped_column(
        String(40), comment="counted contact, from the first message on"
    )
    waiting_since: Mapped[datetime | None] = mapped_column(
        Instant, index=True, comment="when a person was asked for; null when nobody waits"
    )
    claimed_by: Mapped[str | None] = mapped_column(
        String(40), comment="id of the colleague who has it; null in every state but staff"
    )
    opened_at: Mapped[datetime] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant, index=True)


class Entry(Base):
    """One numbered entry of the log: a message, a reply or a change of state."""

    __tablename__ = "entries"
    __table_args__ = (
        UniqueConstraint("conversation_id", "client_id"),
        Index(
            "ix_entries_unanswered",
            "unanswered",
            sqlite_where=text("unanswered"),
            postgresql_where=text("unanswered"),
        ),
    )

    conversation_id: Mapped[Key] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
    )
    seq: Mapped[int] = mapped_column(
        primary_key=True, comment="1, 2, 3 … without gaps in a conversation"
    )
    sender: Mapped[str] = mapped_column(String(10), comment="key of Sender")
    text: Mapped[str | None] = mapped_column(Text, comment="clean text of a visitor or a colleague")
    reply: Mapped[dict[str, Any] | None] = mapped_column(
        JSON(none_as_null=True), comment="reply as data"
    )
    state: Mapped[str | None] = mapped_column(String(10), comment="new state, when it changed here")
    client_id: Mapped[str | None] = mapped_column(
        String(64), comment="given by the sender; makes a retry harmless"
    )
    choice: Mapped[str | None] = mapped_column(
        String(80), comment="the quick reply that was picked"
    )
    unanswered: Mapped[bool] = mapped_column(default=False, comment="waits for the engine")
    outcome: Mapped[str | None] = mapped_column(
        String(20), comment="key of Outcome: what came of a message of the visitor"
    )
    alarmed: Mapped[bool] = mapped_column(
        default=False, comment="the safety card went out before the engine saw it"
    )
    attempts: Mapped[int] = mapped_column(default=0, comment="times an engine failed on it")
    useful: Mapped[bool | None] = mapped_column(comment="the visitor's verdict on a reply")
    at: Mapped[datetime] = mapped_column(Instant)
