"""Queueing mail in the transaction of what it tells of, and handing each to one sender, once.

    queued ──claim──► queued, with a holder ──hand_over──► handed ──mark_sent──► sent
       ▲                    │ (lease)                        │
       └─────── postpone ◄──┴─────── refused ◄───────────────┘──► failed

Each arrow is one compare-and-set. A sender that dies before `hand_over` is taken over when its lease ends: the server
had no content yet. One that dies behind it leaves `handed`: whether the mail arrived is not known, so it never goes
again by itself, and people see it (bot.mail.trouble).
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.orm import Session

from bot.mail.models import MailKind, MailState, OutgoingMail
from bot.mail.settings import MailSettings

MAIL = "mail"
"""Name under which a session knows the mail settings; without them nothing is queued."""

APART = timedelta(minutes=10)
"""Time between two mails to an address about one conversation."""

LEASE = timedelta(minutes=5)
"""Time that a sender has; longer than it ever tries (bot.mail.smtp.LONGEST)."""

BACKOFF = tuple(timedelta(minutes=one) for one in (1, 5, 15, 60, 180, 360))
"""Waits after each failed try; the try after the last is the last."""

KEPT = timedelta(days=30)
"""How long is kept that a mail was queued, and what became of it."""

TRANSCRIPT_KEPT = timedelta(days=1)
"""The same for a conversation that a visitor had mailed; longer than it is ever tried."""


def new_mail(kind: MailKind, *, at: datetime) -> OutgoingMail:
    """A mail that is to go at once, still without an address; its id is known, so that it can be sealed for."""
    return OutgoingMail(
        id=secrets.token_urlsafe(16),
        kind=kind.value,
        state=MailState.QUEUED.value,
        queued_at=at,
        due_at=at,
    )


def queue(
    session: Session,
    kind: MailKind,
    *,
    at: datetime,
    conversation: str | None = None,
    request: str | None = None,
) -> None:
    """Queue a mail to each who is to hear of it, not sooner than ten minutes after the last on a conversation."""
    mail: MailSettings | None = session.info.get(MAIL)
    if mail is None:
        return
    session.flush()
    for recipient in mail.report_to if kind is MailKind.REPORT else mail.staff:
        if kind is MailKind.WAITING and _tells_already(session, conversation, recipient):
            continue
        last = _last(session, conversation, recipient)
        new = new_mail(kind, at=at)
        new.recipient, new.conversation_id, new.request_id = recipient, conversation, request
        new.due_at = at if last is None else max(at, last + APART)
        session.add(new)
    session.flush()


def _last(session: Session, conversation: str | None, recipient: str) -> datetime | None:
    """When the newest mail on a conversation was sent, or will be."""
    moment = func.coalesce(
        OutgoingMail.due_at, OutgoingMail.sent_at, OutgoingMail.handed_at, OutgoingMail.queued_at
    )
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
        _is(MailState.QUEUED),
        # One that is being sent may have been composed before.
        OutgoingMail.holder.is_(None),
    )
    return session.scalar(waits.limit(1)) is not None


def due(session: Session, *, at: datetime) -> list[str]:
    """Ids of the mails whose time has come, oldest first."""
    rows = select(OutgoingMail.id).where(_is(MailState.QUEUED), OutgoingMail.due_at <= at)
    return list(session.scalars(rows.order_by(OutgoingMail.due_at).limit(50)))


def claim(session: Session, mail: str, *, holder: str, at: datetime) -> OutgoingMail | None:
    """Take a mail to send it; None when another was first. A try counts from here, also one that crashes."""
    return session.scalar(
        update(OutgoingMail)
        .where(OutgoingMail.id == mail, _is(MailState.QUEUED), OutgoingMail.due_at <= at)
        .values(holder=holder, due_at=at + LEASE, attempts=OutgoingMail.attempts + 1)
        .returning(OutgoingMail)
        .execution_options(populate_existing=True)
    )


def hand_over(session: Session, mail: str, *, holder: str, at: datetime) -> bool:
    """Note that its content goes to the server now; False when another took it over, or people dropped it."""
    mine = session.scalar(
        update(OutgoingMail)
        .where(OutgoingMail.id == mail, _is(MailState.QUEUED), OutgoingMail.holder == holder)
        .values(state=MailState.HANDED.value, handed_at=at, due_at=None)
        .returning(OutgoingMail.id)
    )
    return mine is not None


def mark_sent(session: Session, mail: str, *, holder: str, at: datetime) -> None:
    """Note that the server accepted it; what was sealed goes."""
    session.execute(
        update(OutgoingMail)
        .where(OutgoingMail.id == mail, OutgoingMail.holder == holder)
        .values(
            state=MailState.SENT.value,
            sent_at=at,
            due_at=None,
            holder=None,
            problem=None,
            key_id=None,
            sealed=None,
        )
    )


def mark_refused(
    session: Session, mail: OutgoingMail, *, at: datetime, problem: str, final: bool
) -> bool:
    """Plan the next try of a mail that surely did not arrive, unless this was the last; tells whether there is one."""
    again = not final and mail.attempts <= len(BACKOFF)
    session.execute(
        update(OutgoingMail)
        .where(OutgoingMail.id == mail.id, OutgoingMail.holder == mail.holder)
        .values(
            state=(MailState.QUEUED if again else MailState.FAILED).value,
            due_at=at + BACKOFF[mail.attempts - 1] if again else None,
            holder=None,
            handed_at=None,
            problem=problem,
        )
    )
    if not again:
        _forget_transcript(session, mail)
    return again


def mark_doubtful(session: Session, mail: OutgoingMail, *, problem: str) -> None:
    """Note why it is not known whether a mail arrived."""
    session.execute(
        update(OutgoingMail)
        .where(OutgoingMail.id == mail.id, OutgoingMail.holder == mail.holder)
        .values(holder=None, problem=problem)
    )
    _forget_transcript(session, mail)


def _forget_transcript(session: Session, mail: OutgoingMail) -> None:
    """Let go of the address of a transcript that never goes again: nobody looks after it, unlike an answer."""
    session.execute(
        update(OutgoingMail)
        .where(OutgoingMail.id == mail.id, OutgoingMail.kind == MailKind.TRANSCRIPT.value)
        .values(key_id=None, sealed=None)
    )


def drop(session: Session, mail: str) -> None:
    """Delete a mail that no longer tells anything."""
    session.execute(delete(OutgoingMail).where(OutgoingMail.id == mail))


def drop_old(session: Session, *, at: datetime, keep: timedelta) -> int:
    """Delete what was queued a month ago, or before `keep` when that is shorter, a transcript after a day; how many."""
    transcript = OutgoingMail.kind == MailKind.TRANSCRIPT.value
    old = or_(
        OutgoingMail.queued_at < at - min(KEPT, keep),
        transcript & (OutgoingMail.queued_at < at - TRANSCRIPT_KEPT),
    )
    return len(session.scalars(delete(OutgoingMail).where(old).returning(OutgoingMail.id)).all())


def _is(state: MailState) -> ColumnElement[bool]:
    return OutgoingMail.state == state.value
