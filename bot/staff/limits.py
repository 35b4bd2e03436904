"""Limits on guessing: failed logins of one account, and from one address, within half an hour."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import delete, func, or_, select
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


def reserve(session: Session, *, login: str, address: str, at: datetime) -> None:
    """Admit a login and count it as failed until it succeeds, or many at once would all be tried. Raises Overloaded."""
    admit(session, login=login, address=address, at=at)
    note_failure(session, login=login, address=address, at=at)


def note_failure(session: Session, *, login: str | None, address: str, at: datetime) -> None:
    """Count a failed login; what no longer counts is forgotten."""
    session.execute(delete(LoginAttempt).where(LoginAttempt.at <= at - WINDOW))
    session.add_all(LoginAttempt(key=key, at=at) for key in _keys(login, address))


def forgive(session: Session, *, login: str, address: str) -> None:
    """Forget the failures of an account that logged in, and what was reserved of its address."""
    of_address = select(func.max(LoginAttempt.id)).where(
        LoginAttempt.key == _key("address", address)
    )
    of_login = LoginAttempt.key == _key("login", login)
    session.execute(
        delete(LoginAttempt).where(or_(of_login, LoginAttempt.id == of_address.scalar_subquery()))
    )


def _keys(login: str | None, address: str) -> list[str]:
    of_address = _key("address", address)
    return [of_address] if login is None else [_key("login", login), of_address]


def _key(kind: str, value: str) -> str:
    return hashlib.sha256(f"{kind}:{value.strip().casefold()}".encode()).hexdigest()
