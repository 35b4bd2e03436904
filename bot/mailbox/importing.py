"""A mailbox, thread by thread: each becomes a proposal in one transaction, and none becomes two."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from bot.errors import FilterFailed, InvalidInput, Unavailable, trace
from bot.knowledge.catalogue import TopicId
from bot.knowledge.library import Library
from bot.mailbox import store
from bot.mailbox.key import MailKey
from bot.mailbox.mails import Mail, read
from bot.mailbox.models import MailProposal, ProposalState
from bot.mailbox.own import Own
from bot.mailbox.problems import MailKind, Problem
from bot.mailbox.proposing import LONGEST, Draft, Proposer
from bot.mailbox.reading import RawMail, files_of, read_mails
from bot.mailbox.threads import APART, Thread, threads

_LOG = logging.getLogger(__name__)

FEWEST = 5
"""Mails from which the address that most of them went to can be taken for the helpdesk's own."""


@dataclass(frozen=True)
class LeftOut:
    """A mail that becomes no contact, told so that somebody can look it up in the box; never its content."""

    number: int
    """Its place in what was read, from 1."""
    on: date | None
    reason: MailKind | Problem


@dataclass
class Tally:
    """What was met, by number."""

    mails: int = 0
    twice: int = 0
    skipped: Counter[MailKind] = field(default_factory=Counter)
    problems: Counter[Problem] = field(default_factory=Counter)
    threads: int = 0
    without_question: int = 0
    attachments: int = 0
    own_guessed: bool = False
    left_out: list[LeftOut] = field(default_factory=list)
    """What is neither of an asker nor of the helpdesk itself, and what could not be read, in the order of the box."""


def gather(path: Path, own: Own, tally: Tally, *, now: datetime) -> list[Mail]:
    """Every mail that can be read in a file or a folder; raises InvalidInput (Dutch) when there is none."""
    found: list[Mail] = []
    numbers: dict[str, int] = {}
    for file in files_of(path):
        try:
            for raw in read_mails(file):
                mail = read(raw, own, now=now) if isinstance(raw, RawMail) else None
                tally.mails += 1
                if mail is None:
                    _unreadable(tally)
                    continue
                tally.problems.update(mail.problems)
                numbers.setdefault(mail.id, tally.mails)
                found.append(mail)
        except InvalidInput:
            if path == file:
                raise
            tally.mails += 1
            _unreadable(tally)
    if not found:
        raise InvalidInput("hierin staat geen enkele leesbare mail")
    found = _with_own_address(found, own, tally)
    tally.twice = len(found) - len({one.id for one in found})
    for mail in {one.id: one for one in found}.values():
        if mail.kind is not MailKind.MESSAGE:
            tally.skipped[mail.kind] += 1
        if mail.kind not in (MailKind.MESSAGE, MailKind.OWN):
            on = None if mail.at is None else mail.at.date()
            tally.left_out.append(LeftOut(numbers[mail.id], on, mail.kind))
        tally.attachments += mail.attachments
        tally.problems[Problem.LONG_TEXT] += len(mail.said.text) > LONGEST
    tally.left_out.sort(key=lambda one: one.number)
    return found


def _unreadable(tally: Tally) -> None:
    tally.problems[Problem.UNREADABLE] += 1
    tally.left_out.append(LeftOut(tally.mails, None, Problem.UNREADABLE))


def _with_own_address(mails: list[Mail], own: Own, tally: Tally) -> list[Mail]:
    """The mails; when none is from or to the helpdesk as the settings know it, most went to its address."""
    if any(one.kind is MailKind.OWN or any(map(own.holds, one.receivers)) for one in mails):
        return mails
    received = Counter(to for one in mails for to in set(one.receivers) if to != one.sender)
    address, number = next(iter(received.most_common(1)), ("", 0))
    others = [one for one in mails if one.sender != address]
    if number < FEWEST or number <= len(others) / 2:
        return mails
    tally.own_guessed = True
    return [
        replace(
            one,
            people=one.people - {address},
            kind=MailKind.OWN if one.sender == address else one.kind,
        )
        for one in mails
    ]


@dataclass(frozen=True)
class Result:
    """What became of one thread."""

    proposal: MailProposal
    new: bool
    """Whether this reading added anything."""


@dataclass(frozen=True)
class _Seen:
    """What the database knows of a thread."""

    id: str | None
    state: ProposalState | None
    contact: str | None
    counted: tuple[TopicId, ...]
    new: tuple[Mail, ...]
    """The mails of askers that were not read before."""


Look = Callable[[Callable[[Session], _Seen]], _Seen]
Write = Callable[[Callable[[Session], Result]], Result]
"""Runs a transaction, with its line in the audit log."""


@dataclass(frozen=True)
class Importer:
    """Reads threads into proposals."""

    look: Look
    write: Write
    proposer: Proposer
    library: Library
    key: MailKey
    accept: bool
    now: datetime

    def contacts(self, mails: Iterable[Mail], tally: Tally) -> Iterator[Result | None]:
        """The outcome of each thread in which somebody asks; None when it could not be stored."""
        found = threads(mails)
        asked = [(thread, _asked(thread)) for thread in found]
        tally.without_question = sum(not mails for _, mails in asked)
        tally.threads = len(found) - tally.without_question
        for thread, mails in asked:
            if mails:
                yield self._one(thread, mails, tally)

    def _one(self, thread: Thread, asked: Sequence[Mail], tally: Tally) -> Result | None:
        try:
            seen = self.look(lambda session: self._seen(session, thread, asked))
            # Reading a thread takes a while, and nothing that visitors write must wait for it.
            draft = self._draft(thread, seen)
        except FilterFailed:
            tally.problems[Problem.FILTER] += 1
            return None
        except Unavailable:
            raise
        except Exception as error:
            # A mail that breaks the model must not stop the others; its text is in no log.
            _LOG.error("a thread could not be classified: %s", trace(error))
            tally.problems[Problem.NOT_CLASSIFIED] += 1
            return None
        return self.write(lambda session: self._store(session, thread, asked, draft))

    def _seen(self, session: Session, thread: Thread, asked: Sequence[Mail]) -> _Seen:
        there = store.known(session, [*self._ids(thread), *self._references(thread)])
        before = next(iter(there.values()), None) or self._by_subject(session, thread)
        record = None if before is None else session.get(MailProposal, before)
        return _Seen(
            id=None if record is None else record.id,
            state=None if record is None else ProposalState(record.state),
            contact=None if record is None else record.contact_id,
            counted=() if record is None else tuple(store.asked_before(session, record)),
            new=tuple(one for one in asked if self.key.of_id(one.id) not in there),
        )

    def _draft(self, thread: Thread, seen: _Seen) -> Draft | None:
        """What the new mails of a thread say; None when there are none that count."""
        if not seen.new or seen.state is ProposalState.REJECTED:
            return None
        return self.proposer.propose(thread, seen.new, now=self.now)

    def _store(
        self, session: Session, thread: Thread, asked: Sequence[Mail], draft: Draft | None
    ) -> Result:
        # Looked at again: another process may read the same mailbox.
        seen = self._seen(session, thread, asked)
        id, is_new = seen.id, False
        if draft is not None and seen.state is ProposalState.ACCEPTED:
            draft = self._more(session, seen, draft)
        if draft is not None and seen.new:
            id, is_new = self._take_up(session, seen, draft), True
        assert id is not None  # noqa: S101 - a thread without a proposal has mails that are new
        self._remember(session, id, thread)
        record = session.get_one(MailProposal, id)
        if self.accept and record.state == ProposalState.PROPOSED:
            record, is_new = store.accept(session, id, None, self.library, at=self.now), True
        session.flush()
        session.expunge(record)
        return Result(record, is_new)

    def _more(self, session: Session, seen: _Seen, draft: Draft) -> Draft | None:
        """What a draft adds to a contact that is counted; None when that is nothing."""
        more = tuple(one for one in draft.topics if one not in seen.counted)
        if seen.new and seen.contact is not None and len(more) < len(draft.topics):
            store.ask_again(session, seen.contact, set(draft.topics) - set(more))
        return replace(draft, topics=more) if more else None

    def _take_up(self, session: Session, seen: _Seen, draft: Draft) -> str:
        """Put a draft where it belongs: in a proposal that waits, or in one of its own."""
        if seen.id is not None and seen.state is ProposalState.PROPOSED:
            store.renew(session, seen.id, draft)
            return seen.id
        return store.add(session, draft, at=self.now, contact=seen.contact)

    def _ids(self, thread: Thread) -> list[str]:
        return [self.key.of_id(one.id) for one in thread]

    def _references(self, thread: Thread) -> list[str]:
        """Every id of the thread as something to refer to, also of mails that are not in this box."""
        named = [id for one in thread for id in (one.id, *one.before)]
        return [self.key.of_reference(one) for one in named]

    def _by_subject(self, session: Session, thread: Thread) -> str | None:
        """The proposal of a thread read earlier, of which this one is an answer that names no mail."""
        first = thread[0]
        if not first.replies or not first.subject:
            return None
        since = (first.at or self.now) - APART
        return store.known_since(session, self._subjects(first), since)

    def _subjects(self, mail: Mail) -> list[str]:
        return [self.key.of_subject(mail.subject, one) for one in sorted(mail.people)]

    def _remember(self, session: Session, proposal: str, thread: Thread) -> None:
        at = max((one.at for one in thread if one.at is not None), default=self.now)
        subjects = [hash for one in thread if one.subject for hash in self._subjects(one)]
        hashes = [*self._ids(thread), *self._references(thread), *subjects]
        store.remember(session, proposal, hashes, at)


def _asked(thread: Thread) -> list[Mail]:
    """The mails of a thread in which somebody says something to the helpdesk."""
    return [one for one in thread if one.kind is MailKind.MESSAGE and one.said.text]
