"""Which mails are one correspondence: by the ids they name, else by subject and participants."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from bot.mailbox.mails import Mail

APART = timedelta(days=60)
"""Two mails with the same subject and no other tie belong together within this time."""

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)

Thread = list[Mail]


class _Groups:
    """Sets that grow together (union-find)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def top(self, one: str) -> str:
        path = []
        while (above := self._above.setdefault(one, one)) != one:
            path.append(one)
            one = above
        for passed in path:
            self._above[passed] = one
        return one

    def join(self, one: str, other: str) -> None:
        self._above[self.top(one)] = self.top(other)


def threads(mails: Iterable[Mail]) -> list[Thread]:
    """The threads, in the order of their first mails; a mail that is there twice counts once."""
    known = {one.id: one for one in reversed(list(mails))}
    inbox = sorted(known.values(), key=_age)
    groups = _Groups()
    for mail in inbox:
        for before in mail.before:
            groups.join(mail.id, before)
    _join_by_subject(inbox, groups)
    found: dict[str, Thread] = defaultdict(list)
    for mail in inbox:
        found[groups.top(mail.id)].append(mail)
    return list(found.values())


def _age(mail: Mail) -> tuple[datetime, str]:
    return mail.at or _NEVER, mail.id


def _join_by_subject(inbox: list[Mail], groups: _Groups) -> None:
    """An answer that names no mail of this box goes to the last one with its subject and one of its people."""
    here = {one.id for one in inbox}
    earlier: dict[str, list[Mail]] = defaultdict(list)
    for mail in inbox:
        if mail.replies and mail.subject and not here & set(mail.before):
            before = next(
                (one for one in reversed(earlier[mail.subject]) if _related(one, mail)), None
            )
            if before is not None:
                groups.join(mail.id, before.id)
        earlier[mail.subject].append(mail)


def _related(one: Mail, other: Mail) -> bool:
    if not one.people & other.people:
        return False
    return one.at is None or other.at is None or abs(one.at - other.at) <= APART
