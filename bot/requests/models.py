"""The tables of requests: no chat in them, so a request outlives the conversation; contact details go with its end."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, true
from sqlalchemy.orm import Mapped, mapped_column

from bot.database.base import Base, Instant, Key
from bot.requests.options import LONGEST_FUNCTION, LONGEST_PERIOD, LONGEST_SUBJECT


class RequestRecord(Base):
    """One request to the helpdesk: a visit, a document, a call-back."""

    __tablename__ = "requests"

    id: Mapped[Key] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), comment="key of RequestKind")
    contact_id: Mapped[str | None] = mapped_column(
        ForeignKey("contacts.id", ondelete="SET NULL"),
        index=True,
        comment="counted contact in which it was made",
    )
    conversation_id: Mapped[str | None] = mapped_column(
        ForeignKey("conversations.id", ondelete="SET NULL"),
        index=True,
        comment="null once the conversation is erased",
    )

    # what is asked
    municipality: Mapped[str | None] = mapped_column(String(5), comment="NIS code")
    topic: Mapped[str | None] = mapped_column(String(40), comment="id in the catalogue")
    subject: Mapped[str | None] = mapped_column(
        String(LONGEST_SUBJECT), comment="clean text, when the asker typed the subject"
    )
    nature: Mapped[str | None] = mapped_column(String(40), comment="nature of the topic")
    period: Mapped[str | None] = mapped_column(
        String(LONGEST_PERIOD), comment="clean text: when it suits the asker"
    )
    function: Mapped[str | None] = mapped_column(
        String(LONGEST_FUNCTION), comment="clean text: the asker's own function"
    )

    # what comes of it
    initiative: Mapped[str] = mapped_column(String(10), comment="key of Initiative")
    status: Mapped[str] = mapped_column(String(10), comment="key of Status")
    reason: Mapped[str | None] = mapped_column(
        String(200), comment="clean text: why it was not granted"
    )
    opened_at: Mapped[datetime] = mapped_column(Instant, index=True)
    closed_at: Mapped[datetime | None] = mapped_column(Instant, comment="done or refused, UTC")


class ContactDetails(Base):
    """How to reach who made a request, sealed (bot.vault); gone once the request is closed."""

    __tablename__ = "contact_details"

    id: Mapped[Key] = mapped_column(primary_key=True)
    request_id: Mapped[str | None] = mapped_column(
        ForeignKey("requests.id", ondelete="CASCADE"),
        index=True,
        comment="null until the form is submitted",
    )
    conversation_id: Mapped[str | None] = mapped_column(
        ForeignKey("conversations.id", ondelete="SET NULL"), index=True
    )
    seq: Mapped[int] = mapped_column(comment="number of the message that they came with")
    phone: Mapped[bool] = mapped_column(comment="whether a telephone number is among them")
    email: Mapped[bool] = mapped_column(
        server_default=true(),
        comment="whether an e-mail address is among them; true also when not known",
    )
    key_id: Mapped[str] = mapped_column(String(20), comment="key that opens them")
    sealed: Mapped[bytes] = mapped_column(
        LargeBinary, comment="AES-256-GCM: nonce and ciphertext, bound to the id"
    )
    created_at: Mapped[datetime] = mapped_column(Instant)
