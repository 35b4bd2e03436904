"""Who of the helpdesk is there: who said so, and has the console open since."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from bot.handover.models import Presence
from bot.staff.models import Account, StaffSession
from bot.staff.sessions import IDLE


def arrive(session: Session, account: str, *, at: datetime) -> None:
    """A colleague is there; saying it twice changes nothing."""
    if session.get(Presence, account) is None:
        session.add(Presence(account_id=account, since=at))


def leave(session: Session, account: str) -> None:
    """A colleague goes away."""
    session.execute(delete(Presence).where(Presence.account_id == account))


def present(session: Session, *, at: datetime) -> list[str]:
    """The ids of the colleagues who are there. Who forgot to say goodbye is gone when the login is unused for long."""
    in_use = exists().where(
        StaffSession.account_id == Presence.account_id, StaffSession.seen_at > at - IDLE
    )
    rows = select(Presence.account_id).join(Account).where(in_use, ~Account.disabled)
    return list(session.scalars(rows.order_by(Presence.since)))
