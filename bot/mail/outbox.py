"""Queueing mail in the transaction of what it tells of, and handing each to one sender at a time.

A mail is claimed by compare-and-set; the claim is a lease, so that a crash only delays it. Sent more than once is
possible in one case alone: the server accepted it and the process or the connection died before that was known
here. Then the same Message-ID goes out again, by which a mail system recognises the copy. Never sent is possible
only after the last try, which is logged.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from bot.mail.models import MailKind, OutgoingMail
from bot.mail.settings import MailSettings

MAIL = "mail"
"""Name under which a session knows the mail settings; without them nothing is queued."""

APART = timedelta(minutes=10)
"""Time between two mails to an address about one conversation."""

LEASE = timedelta(minutes=5)
"""Time that a sender has; longer than it ever tries (bot.mail.smtp.LONGEST)."""

BACKOFF = tuple(timedelta(minutes=one) for one in (1, 5, 15, 60, 180, 360))
"""Waits after each failed try; the try after the last is the last."""

KEPT = timedelta(days=7)
"""How long is kept that a mail was sent or given up."""


def queue(
    session: Session,
    kind: MailKind,
    *,
    at: datetime,
    conversation: str | None = None,
    request: str | None = None,
) -> None:
    """Queue a mail to each address of the helpdesk, not sooner than ten minutes after the last on a conversation."""
    mail: MailSettings | None = session.info.get(MAIL)
    if mail is None:
        return
    session.flush()
    for recipient in mail.staff:
        last = _last(session, conversation, recipient)
        if kind is MailKind.WAITING and _tells_already(session, conversation, recipient):
            continue
        session.add(
            OutgoingMail(
                id=secrets.token_urlsafe(16),
                kind=kind.value,
                recipient=recipient,
                conversation_id=conversation,
                request_id=request,
                queued_at=at,
                due_at=at if last is None else max(at, last + APART),
            )
        )
    session.flush()


def _last(session: Session, conversation: str | None, recipient: str) -> datetime | None:
    """When the newest mail on a conversation was sent, or will be."""
    moment = func.coalesce(OutgoingMail.due_at, OutgoingMail.sent_at, OutgoingMail.queued_at)
    return session.scalar(
        select(moment)
        .where(
            OutgoingMail.conversation_id == conversation,
            OutgoingMail.conversation_id.is_not(None),
            OutgoingMail.recipient == recipient,
        )
        .order_by(moment.desc())
        .limit(1)
    )


def _tells_already(session: Session, conversation: str | None, recipient: str) -> bool:
    waits = select(OutgoingMail.id).where(
        OutgoingMail.conversation_id == conversation,
        OutgoingMail.recipient == recipient,
        OutgoingMail.kind == MailKind.WAITING.value,
        OutgoingMail.due_at.is_not(None),
    )
    return session.scalar(waits.limit(1)) is not None


def due(session: Session, *, at: datetime) -> list[str]:
    """Ids of the mails whose time has come, oldest first."""
    rows = select(OutgoingMail.id).where(OutgoingMail.due_at <= at)
    return list(session.scalars(rows.order_by(OutgoingMail.due_at).limit(50)))


def claim(session: Session, mail: str, *, holder: str, at: datetime) -> OutgoingMail | None:
    """Take a mail to send it; None when another was first. A try counts from here, also one that crashes."""
    return session.scalar(
        update(OutgoingMail)
        .where(OutgoingMail.id == mail, OutgoingMail.due_at <= at)
        .values(holder=holder, due_at=at + LEASE, attempts=OutgoingMail.attempts + 1)
        .returning(OutgoingMail)
        .execution_options(populate_existing=True)
    )


def mark_sent(session: Session, mail: str, *, at: datetime) -> None:
    """Note that the server accepted a mail, whoever holds it by now."""
    session.execute(
        update(OutgoingMail)
        .where(OutgoingMail.id == mail)
        .values(sent_at=at, due_at=None, holder=None)
    )


def mark_failed(session: Session, mail: OutgoingMail, *, at: datetime, final: bool) -> bool:
    """Plan the next try, unless this one was the last; tells whether there is one."""
    again = not final and mail.attempts <= len(BACKOFF)
    session.execute(
        update(OutgoingMail)
        .where(OutgoingMail.id == mail.id, OutgoingMail.holder == mail.holder)
        .values(due_at=at + BACKOFF[mail.attempts - 1] if again else None, holder=None)
    )
    return again


def drop(session: Session, mail: str) -> None:
    """Delete a mail that no longer tells anything."""
    session.execute(delete(OutgoingMail).where(OutgoingMail.id == mail))


def forget_old(session: Session, *, at: datetime) -> None:
    """Delete what was sent or given up a week ago."""
    old = OutgoingMail.queued_at < at - KEPT
    session.execute(delete(OutgoingMail).where(OutgoingMail.due_at.is_(None), old))
