"""One round of purging: every kind of record whose time is over, in small transactions, then the traces on disk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.conversations.expiry import Before, expired, remove
from bot.database.connection import Database
from bot.requests.store import drop_expired
from bot.settings import Retention

TOGETHER = 50
"""Conversations that go in one transaction: writers never wait long for it."""


@dataclass(frozen=True)
class Purged:
    """How many of each went."""

    conversations: int
    contacts: int
    """Contact details of requests that nobody submitted or closed in time."""


def purge(database: Database, keep: Retention, *, at: datetime) -> Purged:
    """Delete what is past its time at a moment; the counted facts stay."""
    before = Before(
        alone=at - timedelta(days=keep.text_days), with_staff=at - timedelta(days=keep.staff_days)
    )
    kept = timedelta(days=keep.contact_days)
    purged = Purged(
        conversations=_purge_conversations(database, before),
        contacts=database.run(lambda session: drop_expired(session, at=at, keep=kept)),
    )
    database.scrub()
    return purged


def _purge_conversations(database: Database, before: Before) -> int:
    total = 0
    while gone := database.run(
        lambda session: remove(session, expired(session, before, limit=TOGETHER))
    ):
        total += gone
    return total
