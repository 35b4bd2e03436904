"""Who of the helpdesk is there: who said so, and has the console open since."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.database.base import table
from bot.handover.models import Presence
from bot.staff.sessions import at_work

_PRESENCE = table(Presence)
_SAID = select(_PRESENCE.c.account_id).order_by(_PRESENCE.c.since)


def arrive(session: Session, account: str, *, at: datetime) -> None:
    """A colleague is there; saying it twice changes nothing."""
    if session.get(Presence, account) is None:
        session.add(Presence(account_id=account, since=at))


def leave(session: Session, account: str) -> None:
    """A colleague goes away."""
    session.execute(delete(Presence).where(Presence.account_id == account))


def present(session: Session, *, at: datetime) -> list[str]:
    """Ids of the colleagues who said to be there, and still are logged in and may answer."""
    said = session.scalars(_SAID).all()
    if not said:
        return []
    here = at_work(session, at=at)
    return [one for one in said if one in here]
