"""Limits on guessing: failed logins of one account, and from one address, within half an hour."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bot.errors import Overloaded
from bot.staff.models import LoginAttempt

WINDOW = timedelta(minutes=30)
PER_LOGIN = 10
"""Failures of one account, from wherever they come; its owner still gets in by the organisation's login."""
PER_ADDRESS = 50
"""Failures from one address: a town hall shares one."""


def admit(session: Session, *, login: str | None, address: str, at: datetime) -> None:
    """Let a login be tried; raises Overloaded when there were too many failures.

    `login` is None for the organisation's login, which tells who it is only once it succeeds.
    """
    for key in _keys(login, address):
        most = PER_ADDRESS if key == _key("address", address) else PER_LOGIN
        failures = session.scalar(
            select(func.count())
            .select_from(LoginAttempt)
            .where(LoginAttempt.key == key, LoginAttempt.at > at - WINDOW)
        )
        if (failures or 0) >= most:
            raise Overloaded("Er is te vaak mis aangemeld. Probeer het over een half uur opnieuw.")


def note_failure(session: Session, *, login: str | None, address: str, at: datetime) -> None:
    """Count a failed login; what no longer counts is forgotten."""
    session.execute(delete(LoginAttempt).where(LoginAttempt.at <= at - WINDOW))
    session.add_all(LoginAttempt(key=key, at=at) for key in _keys(login, address))


def forgive(session: Session, *, login: str) -> None:
    """Forget the failures of an account that logged in."""
    session.execute(delete(LoginAttempt).where(LoginAttempt.key == _key("login", login)))


def _keys(login: str | None, address: str) -> list[str]:
    of_address = _key("address", address)
    return [of_address] if login is None else [_key("login", login), of_address]


def _key(kind: str, value: str) -> str:
    return hashlib.sha256(f"{kind}:{value.strip().casefold()}".encode()).hexdigest()
