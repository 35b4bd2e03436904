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
        whole = self.is_sealed(session, head)
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
        self._seal(head, whole=whole)
        session.flush()

    def link(self, line: AuditLine, before: str) -> str:
        """What ties a line to the one before."""
        return self._hmac("lijn" + before + _told(line))

    def fits(self, line: AuditLine, before: str) -> bool:
        """Whether a line has the link that it should have, also when it is of before heads were sealed."""
        known = (self.link(line, before), self._old_link(line, before))
        return any(hmac.compare_digest(line.link, one) for one in known)

    def is_sealed(self, session: Session, head: AuditHead) -> bool:
        """Whether the head is as this key left it.

        A head without a seal is right only behind a line of before heads were sealed: nobody can take a seal off
        without cutting every line since.
        """
        if head.seal is not None:
            return hmac.compare_digest(head.seal, self._seal_of(head))
        if head.seq == 0:
            return True
        newest = session.get(AuditLine, head.seq)
        if newest is None:
            return False
        earlier = session.get(AuditLine, head.seq - 1)
        before = head.kept_link if earlier is None else earlier.link
        return hmac.compare_digest(newest.link, self._old_link(newest, before))

    def forget(self, session: Session, *, before: datetime) -> int:
        """Delete the lines from before a moment; gives how many. The chain goes on from the oldest that is kept."""
        head = _head(session)
        last = session.scalar(
            select(AuditLine).where(AuditLine.at < before).order_by(AuditLine.seq.desc()).limit(1)
        )
        if last is None:
            return 0
        whole = self.is_sealed(session, head)
        head.kept_from, head.kept_link = last.seq + 1, last.link
        self._seal(head, whole=whole)
        session.flush()
        gone = session.scalars(
            delete(AuditLine).where(AuditLine.seq < head.kept_from).returning(AuditLine.seq)
        )
        return len(gone.all())

    def _seal(self, head: AuditHead, *, whole: bool) -> None:
        """A head that somebody else changed keeps its wrong seal: the next line does not hide it."""
        if whole:
            head.seal = self._seal_of(head)

    def _seal_of(self, head: AuditHead) -> str:
        told = [head.seq, head.link, head.kept_from, head.kept_link]
        return self._hmac("hoofd" + json.dumps(told))

    def _old_link(self, line: AuditLine, before: str) -> str:
        return self._hmac(before + _told(line))

    def _hmac(self, message: str) -> str:
        return hmac.new(self._key, message.encode(), hashlib.sha256).hexdigest()


def begun(session: Session) -> bool:
    """Whether the log ever held a line: the head stays when all lines are past their time."""
    return session.get(AuditHead, 1) is not None or bool(
        session.scalar(select(AuditLine.seq).limit(1))
    )


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


def _told(line: AuditLine) -> str:
    told = [line.seq, _moment(line.at), line.actor, line.act, line.object, line.allowed]
    return json.dumps(told, ensure_ascii=False)
