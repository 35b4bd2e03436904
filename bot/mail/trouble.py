"""Mail that asks for a person: postponed, given up, or not known to have arrived; and what a person does about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.orm import Session

from bot.errors import Conflict, Unknown
from bot.mail.models import MailKind, MailState, OutgoingMail
from bot.mail.outbox import drop
from bot.mail.smtp import LONGEST

UNDER_WAY = timedelta(seconds=LONGEST + 60)
"""How long a mail may be with the server before it is in doubt; its sender has surely ended then."""

LATEST = 100
"""Mails on one page."""


def is_doubtful(mail: OutgoingMail, *, at: datetime) -> bool:
    """Whether it is not known if a mail arrived, and its sender will not tell any more."""
    if mail.state != MailState.HANDED:
        return False
    return mail.holder is None or mail.handed_at is None or mail.handed_at < at - UNDER_WAY


def is_stopped(mail: OutgoingMail, *, at: datetime) -> bool:
    """Whether a mail goes no further by itself, though it did not surely arrive, and somebody must look after it."""
    if mail.kind == MailKind.TRANSCRIPT:
        return False
    return mail.state == MailState.FAILED or is_doubtful(mail, at=at)


def needs_person(session: Session, *, at: datetime) -> int:
    """Number of mails that go no further by themselves."""
    return session.scalar(select(func.count()).where(_stopped(at))) or 0


def latest(session: Session, *, at: datetime) -> Sequence[OutgoingMail]:
    """The mails of late, those that go no further by themselves first."""
    rows = select(OutgoingMail).order_by(_stopped(at).desc(), OutgoingMail.queued_at.desc())
    return session.scalars(rows.limit(LATEST)).all()


def send_again(session: Session, mail: str, at: datetime) -> None:
    """Let a mail go once more, with the Message-ID that it had. Raises Unknown, or Conflict when it goes by itself."""
    if not is_stopped(_known(session, mail), at=at):
        raise Conflict("Deze mail is verstuurd, of wordt nog vanzelf verstuurd.")
    session.execute(
        update(OutgoingMail)
        .where(OutgoingMail.id == mail)
        .values(state=MailState.QUEUED.value, due_at=at, attempts=0, holder=None, handed_at=None)
    )


def let_go(session: Session, mail: str, at: datetime) -> None:
    """Delete a mail that goes no further or has not gone yet, with what is sealed in it. Raises Unknown or Conflict."""
    found = _known(session, mail)
    if found.state != MailState.QUEUED and not is_stopped(found, at=at):
        raise Conflict("Deze mail is verstuurd, of wordt op dit ogenblik verstuurd.")
    drop(session, mail)


def doubt_all(session: Session) -> int:
    """For a database that was put back: what it holds as still to go may have gone after the copy was made."""
    moved = session.scalars(
        update(OutgoingMail)
        .where(OutgoingMail.state == MailState.QUEUED.value)
        .values(
            state=MailState.HANDED.value,
            handed_at=OutgoingMail.queued_at,
            due_at=None,
            holder=None,
            problem="Teruggezet uit een reservekopie.",
        )
        .returning(OutgoingMail.id)
    )
    return len(moved.all())


def _known(session: Session, mail: str) -> OutgoingMail:
    found = session.get(OutgoingMail, mail, with_for_update=True, populate_existing=True)
    if found is None:
        raise Unknown("Deze mail bestaat niet (meer).")
    return found


def _stopped(at: datetime) -> ColumnElement[bool]:
    return (OutgoingMail.kind != MailKind.TRANSCRIPT.value) & or_(
        OutgoingMail.state == MailState.FAILED.value,
        and_(
            OutgoingMail.state == MailState.HANDED.value,
            or_(OutgoingMail.holder.is_(None), OutgoingMail.handed_at < at - UNDER_WAY),
        ),
    )
