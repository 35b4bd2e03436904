"""The outbox: which mail is to go to whom. What is told to staff is composed when it is sent; an answer is sealed."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.database.base import Base, Instant, Key


class MailKind(StrEnum):
    """What a mail tells."""

    WAITING = "waiting"
    REQUEST = "request"
    DIGEST = "digest"
    REPORT = "report"
    """The monthly report is there; to who is to read it."""
    ANSWER = "answer"
    """To a visitor."""
    TRANSCRIPT = "transcript"
    """To a visitor too; the others go to people of the organisation."""


class MailState(StrEnum):
    """How far a mail is."""

    QUEUED = "queued"
    HANDED = "handed"
    """Its content went to the server and no answer came back (yet): it may have arrived, so it never goes by itself."""
    SENT = "sent"
    FAILED = "failed"
    """Given up: the server refused it for good, or too often."""


class OutgoingMail(Base):
    """One mail to one address."""

    __tablename__ = "outgoing_mail"

    id: Mapped[Key] = mapped_column(primary_key=True, comment="also names its Message-ID")
    kind: Mapped[str] = mapped_column(String(10), comment="key of MailKind")
    state: Mapped[str] = mapped_column(String(10), index=True, comment="key of MailState")
    recipient: Mapped[str | None] = mapped_column(
        String(254), comment="address of the helpdesk; null for a visitor"
    )
    conversation_id: Mapped[str | None] = mapped_column(
        ForeignKey("conversations.id", ondelete="SET NULL"), index=True
    )
    request_id: Mapped[str | None] = mapped_column(
        ForeignKey("requests.id", ondelete="CASCADE"), index=True
    )

    # a mail to a visitor; gone once it is sent
    key_id: Mapped[str | None] = mapped_column(String(20), comment="key that opens what is sealed")
    sealed: Mapped[bytes | None] = mapped_column(
        LargeBinary, comment="AES-256-GCM, bound to the id: address and clean text of an answer"
    )

    # how far it is
    queued_at: Mapped[datetime] = mapped_column(Instant)
    due_at: Mapped[datetime | None] = mapped_column(
        Instant, index=True, comment="next try, also after a crash; null when none is to come"
    )
    holder: Mapped[str | None] = mapped_column(String(40), comment="the try that has it now")
    attempts: Mapped[int] = mapped_column(default=0, comment="tries that began")
    problem: Mapped[str | None] = mapped_column(
        String(120), comment="why the last try failed, in our words"
    )
    handed_at: Mapped[datetime | None] = mapped_column(
        Instant, comment="its content went to the server"
    )
    sent_at: Mapped[datetime | None] = mapped_column(Instant, comment="the server accepted it")
