"""Sessions in a table of our own: a login gets a new secret, and every session can be ended at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NewType

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.conversations.tokens import digest, new_token
from bot.staff.models import Account, StaffSession
from bot.staff.roles import Right, Role

Secret = NewType("Secret", str)
"""What the cookie holds."""

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=8)
TOUCH = timedelta(minutes=1)
"""How often a session that is used is noted: not at each request."""


@dataclass(frozen=True)
class Colleague:
    """Who is logged in."""

    id: str
    name: str
    role: Role
    password_once: bool = False
    """Whether a password of one's own must come first."""
    by_openid: bool = False
    """Whether the organisation's login opened this session."""

    def may(self, right: Right) -> bool:
        """Whether the role of this person grants a right."""
        return right in self.role.rights


def open_session(
    session: Session, account: str, *, at: datetime, by_openid: bool = False
) -> Secret:
    """Start a session; old ones of the same person live on, on their other browsers."""
    secret = Secret(new_token())
    session.execute(delete(StaffSession).where(StaffSession.opened_at <= at - LONGEST))
    session.add(
        StaffSession(
            token_hash=digest(secret),
            account_id=account,
            opened_at=at,
            seen_at=at,
            by_openid=by_openid,
        )
    )
    return secret


def colleague_of(session: Session, secret: str, *, at: datetime) -> Colleague | None:
    """Who a cookie belongs to; None when the session is over or the account disabled."""
    found = session.execute(
        select(StaffSession, Account)
        .join(Account, Account.id == StaffSession.account_id)
        .where(
            StaffSession.token_hash == digest(secret),
            StaffSession.seen_at > at - IDLE,
            StaffSession.opened_at > at - LONGEST,
            ~Account.disabled,
        )
    ).first()
    if found is None:
        return None
    opened, account = found
    return Colleague(
        account.id,
        account.name,
        Role(account.role),
        password_once=account.password_once and not opened.by_openid,
        by_openid=opened.by_openid,
    )


def touch(session: Session, secret: str, *, at: datetime) -> None:
    """Note that a session is used."""
    session.execute(
        update(StaffSession)
        .where(StaffSession.token_hash == digest(secret), StaffSession.seen_at < at - TOUCH)
        .values(seen_at=at)
    )


def close_session(session: Session, secret: str) -> None:
    """End one session."""
    session.execute(delete(StaffSession).where(StaffSession.token_hash == digest(secret)))


def close_all(session: Session, account: str) -> None:
    """End every session of a person."""
    session.execute(delete(StaffSession).where(StaffSession.account_id == account))
