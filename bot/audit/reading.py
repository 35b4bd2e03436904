"""Reading the log: lines of a time or of an actor, oldest first."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.audit.models import AuditLine


def lines(
    session: Session,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    actor: str | None = None,
) -> list[AuditLine]:
    """The lines from `since` up to, but not at, `until`."""
    rows = select(AuditLine).order_by(AuditLine.seq)
    if since is not None:
        rows = rows.where(AuditLine.at >= since)
    if until is not None:
        rows = rows.where(AuditLine.at < until)
    if actor is not None:
        rows = rows.where(AuditLine.actor == actor)
    return list(session.scalars(rows))
