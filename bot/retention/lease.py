"""A lease on a daily job: with any number of processes, one does it, and another takes over when that one dies."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.retention.models import DailyJob

LEASE = timedelta(minutes=30)
"""Time that a process has to do the job before another may take it over."""


def take(session: Session, name: str, *, day: date, holder: str, at: datetime) -> bool:
    """Take the job of a day; False when it is done or when another holds it."""
    _ensure(session, name)
    free = or_(DailyJob.held_until.is_(None), DailyJob.held_until < at, DailyJob.holder == holder)
    due = or_(DailyJob.done_on.is_(None), DailyJob.done_on < day)
    taken = session.scalar(
        update(DailyJob)
        .where(DailyJob.name == name, free, due)
        .values(holder=holder, held_until=at + LEASE)
        .returning(DailyJob.name)
    )
    return taken is not None


def finish(session: Session, name: str, *, day: date, holder: str) -> None:
    """Note that the job of a day is done; nothing when another has taken it over."""
    session.execute(
        update(DailyJob)
        .where(DailyJob.name == name, DailyJob.holder == holder)
        .values(done_on=day, holder=None, held_until=None)
    )


def _ensure(session: Session, name: str) -> None:
    if session.scalar(select(DailyJob.name).where(DailyJob.name == name)) is not None:
        return
    try:
        with session.begin_nested():
            session.add(DailyJob(name=name))
    except IntegrityError:
        # Another process made the row in the same moment.
        return
