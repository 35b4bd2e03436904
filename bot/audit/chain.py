"""Writing a line: numbered, and linked to the one before with a key that the database does not hold."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.audit.models import Act, AuditHead, AuditLine

START = "0" * 64
"""The link before the first line."""


class Audit:
    """The audit log with the key of its chain."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def note(
        self,
        session: Session,
        *,
        actor: str,
        act: Act,
        object: str | None = None,
        allowed: bool = True,
        at: datetime | None = None,
    ) -> None:
        """Add a line, in the transaction of what it tells of."""
        head = _head(session)
        line = AuditLine(
            seq=head.seq + 1,
            at=at or datetime.now(UTC),
            actor=actor,
            act=act.value,
            object=object,
            allowed=allowed,
        )
        line.link = self.link(line, head.link)
        session.add(line)
        head.seq, head.link = line.seq, line.link
        session.flush()

    def link(self, line: AuditLine, before: str) -> str:
        """What ties a line to the one before."""
        told = [line.seq, _moment(line.at), line.actor, line.act, line.object, line.allowed]
        message = before + json.dumps(told, ensure_ascii=False)
        return hmac.new(self._key, message.encode(), hashlib.sha256).hexdigest()


def begun(session: Session) -> bool:
    """Whether the log ever held a line: the head stays when all lines are past their time."""
    return session.get(AuditHead, 1) is not None or bool(
        session.scalar(select(AuditLine.seq).limit(1))
    )


def forget(session: Session, *, before: datetime) -> int:
    """Delete the lines from before a moment; gives how many. The chain goes on from the oldest that is kept."""
    head = _head(session)
    last = session.scalar(
        select(AuditLine).where(AuditLine.at < before).order_by(AuditLine.seq.desc()).limit(1)
    )
    if last is None:
        return 0
    head.kept_from, head.kept_link = last.seq + 1, last.link
    session.flush()
    gone = session.scalars(
        delete(AuditLine).where(AuditLine.seq < head.kept_from).returning(AuditLine.seq)
    )
    return len(gone.all())


def _head(session: Session) -> AuditHead:
    """The head, locked: lines are added one at a time."""
    found = session.get(AuditHead, 1, with_for_update=True, populate_existing=True)
    if found is None:
        found = AuditHead(id=1, seq=0, link=START, kept_from=1, kept_link=START)
        session.add(found)
        session.flush()
    return found


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
