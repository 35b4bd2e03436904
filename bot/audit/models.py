"""The tables of the audit log. Triggers of the database refuse to change a line, or to delete one before its time."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.database.base import Base, Instant


class Act(StrEnum):
    """What was done."""

    LOGGED_IN = "aangemeld"
    LOGGED_OUT = "afgemeld"
    VIEWED = "bekeken"
    SEARCHED = "gezocht"
    EXPORTED = "uitgevoerd"
    REGISTERED = "geregistreerd"
    CHANGED = "gewijzigd"
    ERASED = "gewist"
    PURGED = "opgeruimd"
    KEYS_ROTATED = "sleutel_vernieuwd"
    CLAIMED = "overgenomen"
    RELEASED = "vrijgegeven"
    TRANSFERRED = "doorgegeven"
    REPLIED = "geantwoord"
    NOTED = "genoteerd"
    REFERRED = "verwezen"
    CLOSED = "afgesloten"
    REOPENED = "heropend"
    UNSEALED = "contact_geopend"
    IMPORTED = "ingelezen"
    ACCEPTED = "aanvaard"
    REJECTED = "verworpen"


class AuditLine(Base):
    """One act."""

    __tablename__ = "audit_log"

    seq: Mapped[int] = mapped_column(
        primary_key=True, autoincrement=False, comment="1, 2, 3 … without gaps"
    )
    at: Mapped[datetime] = mapped_column(Instant)
    actor: Mapped[str] = mapped_column(
        String(60), comment="id of a staff account, or opdrachtregel, or systeem"
    )
    act: Mapped[str] = mapped_column(String(20), comment="key of Act")
    object: Mapped[str | None] = mapped_column(
        String(80), comment="kind and id of what it was done to"
    )
    allowed: Mapped[bool] = mapped_column(comment="false when it was refused")
    link: Mapped[str] = mapped_column(
        String(64), comment="HMAC-SHA-256 of the link before and this line, hexadecimal"
    )


class AuditHead(Base):
    """The one row that says where the chain begins and ends."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(comment="number of the newest line")
    link: Mapped[str] = mapped_column(String(64), comment="link of the newest line")
    kept_from: Mapped[int] = mapped_column(comment="number of the oldest line that is kept")
    kept_link: Mapped[str] = mapped_column(String(64), comment="link before the oldest line")
    seal: Mapped[str | None] = mapped_column(
        String(64),
        comment="HMAC-SHA-256 of this row, hexadecimal; null until the first line after an update",
    )
