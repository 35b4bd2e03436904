"""The outbox: which mail is to go to whom. No text is stored: it is composed from the subject when it is sent."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.database.base import Base, Instant, Key


class MailKind(StrEnum):
    """What a mail tells."""

    WAITING = "waiting"
    REQUEST = "request"
    DIGEST = "digest"


class OutgoingMail(Base):
    """One mail to one address. It goes with the conversation or request that it tells of."""

    __tablename__ = "outgoing_mail"

    id: Mapped[Key] = mapped_column(primary_key=True, comment="also names its Message-ID")
    kind: Mapped[str] = mapped_column(String(10), comment="key of MailKind")
    recipient: Mapped[str] = mapped_column(String(254), comment="address of the helpdesk")
    conversation_id: Mapped[str | None] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    request_id: Mapped[str | None] = mapped_column(
        ForeignKey("requests.id", ondelete="CASCADE"), index=True
    )
    queued_at: Mapped[datetime] = mapped_column(Instant)
    due_at: Mapped[datetime | None] = mapped_column(
        Instant, index=True, comment="next try, also after a crash; null once sent or given up"
    )
    holder: Mapped[str | None] = mapped_column(String(40), comment="the try that sends it now")
    attempts: Mapped[int] = mapped_column(default=0, comment="tries that began")
    sent_at: Mapped[datetime | None] = mapped_column(Instant, comment="the server accepted it")
