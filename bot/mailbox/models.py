"""The tables of a mailbox that is read: proposals that wait for a colleague, and which mails are known already."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.database.base import Base, Instant, Key


class ProposalState(StrEnum):
    """What became of a proposal."""

    PROPOSED = "voorgesteld"
    ACCEPTED = "aanvaard"
    REJECTED = "verworpen"


class MailProposal(Base):
    """One thread of mails, as the model understood it. It counts nowhere until it is accepted."""

    __tablename__ = "mail_proposals"

    id: Mapped[Key] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(String(12), index=True, comment="key of ProposalState")
    opened_at: Mapped[datetime] = mapped_column(Instant, comment="first mail of the asker, UTC")
    date_known: Mapped[bool] = mapped_column(
        comment="false when no mail told its date: opened_at is then the moment of reading"
    )
    audience: Mapped[str] = mapped_column(String(20), comment="key of Audience")
    municipality: Mapped[str | None] = mapped_column(
        String(5), comment="NIS code, by the sender's domain; null when unknown"
    )
    decision: Mapped[str] = mapped_column(String(20), comment="what the model decided")
    topics: Mapped[list[str]] = mapped_column(JSON, comment="ids in the catalogue, in order")
    referrals: Mapped[list[str]] = mapped_column(
        JSON, comment="ids of contacts that an answer in the thread refers to"
    )
    answered: Mapped[bool] = mapped_column(comment="whether an answer of ours is in the thread")
    messages: Mapped[int] = mapped_column(comment="mails of askers in it")
    attachments: Mapped[int] = mapped_column(comment="how many came along; none is kept")
    text: Mapped[str | None] = mapped_column(
        Text, comment="clean text; null once its time is over or the proposal was settled"
    )
    read_at: Mapped[datetime] = mapped_column(Instant, index=True, comment="when it was read")
    contact_id: Mapped[str | None] = mapped_column(
        ForeignKey("contacts.id", ondelete="SET NULL"),
        comment="the contact it was counted as, or that it adds questions to",
    )
    corrected: Mapped[bool] = mapped_column(
        default=False, comment="accepted with another topic, asker or referral than proposed"
    )
    settled_at: Mapped[datetime | None] = mapped_column(Instant)
    added: Mapped[dict[str, list[int]] | None] = mapped_column(
        JSON, comment="ids of what accepting it counted, by table, for taking it back"
    )


class KnownMail(Base):
    """One mail or one subject with a participant, known again by a keyed hash alone."""

    __tablename__ = "mail_known"

    hash: Mapped[str] = mapped_column(
        String(64),
        primary_key=True,
        comment="HMAC-SHA-256, hexadecimal, with a key outside the database",
    )
    proposal_id: Mapped[Key] = mapped_column(
        ForeignKey("mail_proposals.id", ondelete="CASCADE"), index=True
    )
    seen_at: Mapped[datetime] = mapped_column(
        Instant, comment="date of the mail, else of reading it"
    )
