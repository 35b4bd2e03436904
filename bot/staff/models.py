"""The tables of the helpdesk's people."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, false
from sqlalchemy.orm import Mapped, mapped_column

from bot.database.base import Base, Instant, Key


class Account(Base):
    """One person of the helpdesk."""

    __tablename__ = "staff"
    __table_args__ = (Index("ix_staff_email", "email", unique=True),)

    id: Mapped[Key] = mapped_column(
        primary_key=True, comment="random; also stands in the audit log"
    )
    login: Mapped[str] = mapped_column(
        String(80), unique=True, comment="name or address to log in with, lower case"
    )
    name: Mapped[str] = mapped_column(String(80), comment="as visitors and colleagues see it")
    role: Mapped[str] = mapped_column(String(20), comment="key of Role")
    password: Mapped[str | None] = mapped_column(
        String(200), comment="argon2id hash; null when only the organisation's login opens it"
    )
    password_once: Mapped[bool] = mapped_column(
        default=False, comment="made by a manager: to be changed before anything else"
    )
    subject: Mapped[str | None] = mapped_column(
        String(255), unique=True, comment="subject at the OpenID Connect provider"
    )
    issuer: Mapped[str | None] = mapped_column(
        String(255), comment="OpenID Connect provider that the subject is of"
    )
    email: Mapped[str | None] = mapped_column(
        String(254),
        comment="verified address that links at the first login, lower case",
    )
    disabled: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(Instant)


class StaffSession(Base):
    """One login on one browser; deleting the row ends it at once."""

    __tablename__ = "staff_sessions"

    token_hash: Mapped[str] = mapped_column(
        String(64), primary_key=True, comment="SHA-256 of the secret in the cookie, hexadecimal"
    )
    account_id: Mapped[Key] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    opened_at: Mapped[datetime] = mapped_column(Instant)
    seen_at: Mapped[datetime] = mapped_column(Instant, comment="last request, to the minute")
    by_openid: Mapped[bool] = mapped_column(
        default=False,
        server_default=false(),
        comment="opened by the organisation's login, not by a password",
    )


class LoginAttempt(Base):
    """One failed login, kept for as long as it counts."""

    __tablename__ = "login_attempts"
    __table_args__ = (Index("ix_login_attempts_key_at", "key", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(
        String(64), comment="SHA-256 of the login or of the address it came from"
    )
    at: Mapped[datetime] = mapped_column(Instant)
