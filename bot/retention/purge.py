"""One round of purging: every kind of record whose time is over, in small transactions, then the traces on disk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.audit.chain import Audit
from bot.audit.models import Act
from bot.backup.files import drop_old
from bot.conversations.expiry import Before, expired, remove
from bot.database.connection import Database
from bot.mail import outbox
from bot.mailbox.store import drop_texts
from bot.requests.rotation import drop_retired
from bot.requests.store import drop_expired
from bot.requests.texts import drop_old_texts
from bot.settings import Settings

TOGETHER = 50
"""Conversations that go in one transaction: writers never wait long for it."""


@dataclass(frozen=True)
class Purged:
    """How many of each went."""

    conversations: int
    contacts: int
    """Contact details of requests that nobody submitted or closed in time."""
    mails: int
    """Lines of the outbox, with the answers in them that could not be sent."""
    mail_texts: int
    """Texts of proposals from a mailbox that nobody settled in time."""
    request_texts: int
    """Closed requests whose words went."""
    audit_lines: int
    backups: int
    keys: int
    """Retired keys that only opened backups which are gone too."""


def purge(
    database: Database, settings: Settings, audit: Audit, *, actor: str, at: datetime
) -> Purged:
    """Delete what is past its time at a moment, and note that; the counted facts stay."""
    keep = settings.keep
    before = Before(
        alone=at - timedelta(days=keep.text_days), with_staff=at - timedelta(days=keep.staff_days)
    )
    kept = timedelta(days=keep.contact_days)
    outdated = at - timedelta(days=keep.backup_days)
    forgotten = at - timedelta(days=keep.audit_days)

    def forget_and_note(session: Session) -> int:
        gone = audit.forget(session, before=forgotten)
        audit.note(session, actor=actor, act=Act.PURGED, at=at)
        return gone

    purged = Purged(
        conversations=_purge_conversations(database, before),
        contacts=database.run(lambda session: drop_expired(session, at=at, keep=kept)),
        mails=database.run(lambda session: outbox.drop_old(session, at=at, keep=kept)),
        mail_texts=database.run(
            lambda session: drop_texts(session, before=at - timedelta(days=keep.text_days))
        ),
        request_texts=database.run(
            lambda session: drop_old_texts(session, before=before.with_staff)
        ),
        backups=drop_old(settings.backups, before=outdated),
        keys=database.run(lambda session: drop_retired(session, settings.keys, before=outdated)),
        audit_lines=database.run(forget_and_note),
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
