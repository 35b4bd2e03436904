"""Accounts: made and changed by a manager, on the command line or in the console."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.conversations.tokens import new_id
from bot.errors import Conflict, InvalidInput, Unknown
from bot.staff.models import Account
from bot.staff.roles import Role
from bot.staff.sessions import close_all

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._@+-]{1,79}")


def create(
    session: Session,
    *,
    login: str,
    name: str,
    role: Role,
    password: str | None = None,
    once: bool = False,
) -> Account:
    """Make an account; `password` is a hash, to be changed at first when it serves `once`.

    Raises InvalidInput, or Conflict when the login is taken.
    """
    login = login.strip().casefold()
    if not _LOGIN.fullmatch(login):
        raise InvalidInput("Een aanmeldnaam telt 2 tot 80 letters, cijfers of . _ @ + -")
    if not 1 <= len(name.strip()) <= 80:
        raise InvalidInput("Geef een naam van 1 tot 80 tekens.")
    if by_login(session, login) is not None:
        raise Conflict(f"Er is al een account met de aanmeldnaam '{login}'.")
    account = Account(
        id=new_id(),
        login=login,
        name=name.strip(),
        role=role.value,
        password=password,
        password_once=once,
        disabled=False,
        created_at=datetime.now(UTC),
    )
    session.add(account)
    session.flush()
    return account


def by_login(session: Session, login: str) -> Account | None:
    """The account with a login, whatever its case."""
    return session.scalar(select(Account).where(Account.login == login.strip().casefold()))


@dataclass(frozen=True)
class Credentials:
    """What a login is checked against."""

    id: str
    password: str | None


def credentials(session: Session, login: str) -> Credentials | None:
    """The id and the hash of an account that is open; None when there is none."""
    account = by_login(session, login)
    if account is None or account.disabled:
        return None
    return Credentials(account.id, account.password)


def all_accounts(session: Session) -> list[Account]:
    """Every account by login."""
    return list(session.scalars(select(Account).order_by(Account.login)))


def set_password(session: Session, login: str, password: str, *, once: bool = False) -> Account:
    """Store a hash, to be changed at first when it serves `once`; every session ends. Raises Unknown."""
    account = known(session, login)
    account.password, account.password_once = password, once
    close_all(session, account.id)
    return account


def set_role(session: Session, login: str, role: Role) -> Account:
    """Give another role; raises Unknown, or Conflict for the last manager."""
    account = known(session, login)
    if role is not Role.BEHEERDER:
        _keep_a_manager(session, account)
    account.role = role.value
    return account


def disable(session: Session, login: str) -> Account:
    """Shut an account and end its sessions; raises Unknown, or Conflict for the last manager."""
    account = known(session, login)
    _keep_a_manager(session, account)
    account.disabled = True
    close_all(session, account.id)
    return account


def enable(session: Session, login: str) -> Account:
    """Open an account again; raises Unknown."""
    account = known(session, login)
    account.disabled = False
    return account


def known(session: Session, login: str) -> Account:
    """The account with a login; raises Unknown."""
    account = by_login(session, login)
    if account is None:
        raise Unknown(f"Er is geen account met de aanmeldnaam '{login}'.")
    return account


def _keep_a_manager(session: Session, account: Account) -> None:
    others = session.scalar(
        select(func.count())
        .select_from(Account)
        .where(Account.role == Role.BEHEERDER.value, ~Account.disabled, Account.id != account.id)
    )
    if account.role == Role.BEHEERDER.value and not account.disabled and not others:
        raise Conflict("Dit is de enige beheerder. Maak eerst een andere.")
