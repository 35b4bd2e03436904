"""Proposals in the database: read once, whatever happens, and counted once when a colleague accepts them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.errors import Conflict, Unknown
from bot.knowledge.catalogue import Audience, ContactId, TopicId
from bot.knowledge.library import Library
from bot.mailbox.models import KnownMail, MailProposal, ProposalState
from bot.mailbox.proposing import Draft
from bot.nlu.decisions import Decision
from bot.registration.correcting import topics_of
from bot.registration.models import (
    Channel,
    ContactRecord,
    Outcome,
    OutcomeRecord,
    QuestionRecord,
    ReferralRecord,
)
from bot.registration.referring import referrals_of
from bot.registration.register import (
    identify_asker,
    register_contact,
    register_outcome,
    register_questions,
)
from bot.statistics.periods import Period

ASKED_AGAIN = "asked_again"
"""Beside what accepting a proposal counted: the ids of its questions that a later mail of the thread asked again."""


def known(session: Session, hashes: Collection[str]) -> dict[str, str]:
    """The proposals to which hashes belong, by hash."""
    rows = session.execute(
        select(KnownMail.hash, KnownMail.proposal_id).where(KnownMail.hash.in_(hashes))
    )
    return {row.hash: row.proposal_id for row in rows}


def known_since(session: Session, hashes: Collection[str], since: datetime) -> str | None:
    """The proposal that last had one of these hashes, not before a moment."""
    return session.scalar(
        select(KnownMail.proposal_id)
        .where(KnownMail.hash.in_(hashes), KnownMail.seen_at >= since)
        .order_by(KnownMail.seen_at.desc())
        .limit(1)
    )


def remember(session: Session, proposal: str, hashes: Iterable[str], at: datetime) -> None:
    """Know mails again; a hash that is known stays with its proposal."""
    wanted = list(dict.fromkeys(hashes))
    there = known(session, wanted)
    session.add_all(
        KnownMail(hash=one, proposal_id=proposal, seen_at=at) for one in wanted if one not in there
    )
    session.flush()


def add(session: Session, draft: Draft, *, at: datetime, contact: str | None = None) -> str:
    """Store a proposal; with `contact` it adds questions to one that is counted. Gives its id."""
    record = MailProposal(
        id=uuid4().hex,
        state=ProposalState.PROPOSED.value,
        opened_at=draft.opened_at,
        date_known=draft.date_known,
        audience=draft.audience.value,
        municipality=draft.municipality,
        decision=draft.decision,
        topics=list(draft.topics),
        referrals=list(draft.referrals),
        answered=draft.answered,
        messages=draft.messages,
        attachments=draft.attachments,
        text=draft.text,
        read_at=at,
        contact_id=contact,
        corrected=False,
    )
    session.add(record)
    session.flush()
    return record.id


def renew(session: Session, id: str, draft: Draft) -> None:
    """Put what a longer thread tells in the place of a proposal that still waits."""
    record = _waiting(session, id)
    record.topics = list(dict.fromkeys([*record.topics, *draft.topics]))
    record.referrals = list(dict.fromkeys([*record.referrals, *draft.referrals]))
    record.answered = record.answered or draft.answered
    record.messages += draft.messages
    record.attachments += draft.attachments
    if record.audience == Audience.ONBEKEND:
        record.audience = draft.audience.value
    if draft.date_known and (not record.date_known or draft.opened_at < record.opened_at):
        record.opened_at, record.date_known = draft.opened_at, True
    if record.text is not None and draft.text:
        record.text = f"{record.text}\n\n{draft.text}"


@dataclass(frozen=True)
class Chosen:
    """What a colleague makes of a proposal."""

    topics: tuple[TopicId, ...]
    audience: Audience
    municipality: str | None
    referrals: tuple[ContactId, ...]
    opened_at: datetime

    @classmethod
    def as_proposed(cls, record: MailProposal) -> Chosen:
        """All of it."""
        return cls(
            topics=tuple(TopicId(one) for one in record.topics),
            audience=Audience(record.audience),
            municipality=record.municipality,
            referrals=tuple(ContactId(one) for one in record.referrals),
            opened_at=record.opened_at,
        )


def accept(
    session: Session, id: str, chosen: Chosen | None, library: Library, *, at: datetime
) -> MailProposal:
    """Count a proposal, as proposed unless something else was chosen. Raises Unknown, Conflict."""
    record = _settle(session, id, ProposalState.ACCEPTED, at)
    proposed = Chosen.as_proposed(record)
    chosen = chosen or proposed
    record.corrected = chosen != proposed
    contact = _contact(session, record, chosen)
    before = counted(session, contact)
    known_topics = [TopicId(one) for one in chosen.topics if one in library.catalogue.topics]
    referrals = referrals_of(known_topics, chosen.referrals, chosen.audience, library)
    register_questions(session, contact, known_topics, referrals, at=chosen.opened_at, by="staff")
    outcome = _outcome(record, referred=bool(referrals))
    if outcome is not None:
        register_outcome(session, contact, outcome, chosen.opened_at)
    record.contact_id, record.text = contact, None
    after = counted(session, contact)
    record.added = {table: sorted(after[table] - before[table]) for table in after}
    session.flush()
    return record


def ask_again(session: Session, contact: str, topics: Collection[TopicId]) -> None:
    """Remember that a later mail asked what decisions counted: taking one back would lose its question."""
    settled = select(MailProposal).where(
        MailProposal.contact_id == contact, MailProposal.state == ProposalState.ACCEPTED.value
    )
    asked = select(QuestionRecord.id).where(
        QuestionRecord.contact_id == contact, QuestionRecord.topic.in_(topics)
    )
    again = set(session.scalars(asked))
    for record in session.scalars(settled):
        added = record.added or {}
        here = again & set(added.get("questions", []))
        record.added = {**added, ASKED_AGAIN: sorted(here | set(added.get(ASKED_AGAIN, [])))}


def counted(session: Session, contact: str) -> dict[str, set[int]]:
    """The ids of what is counted of a contact, by table."""
    asked = select(QuestionRecord.id).where(QuestionRecord.contact_id == contact)
    return {
        "questions": set(session.scalars(asked)),
        "referrals": set(
            session.scalars(select(ReferralRecord.id).where(ReferralRecord.question_id.in_(asked)))
        ),
        "outcomes": set(
            session.scalars(select(OutcomeRecord.id).where(OutcomeRecord.contact_id == contact))
        ),
    }


def reject(session: Session, id: str, *, at: datetime) -> None:
    """Count a proposal nowhere. Raises Unknown, or Conflict when it is settled."""
    _settle(session, id, ProposalState.REJECTED, at).text = None


def waiting(session: Session, *, limit: int) -> list[MailProposal]:
    """The proposals that wait, oldest first."""
    return list(
        session.scalars(
            select(MailProposal)
            .where(MailProposal.state == ProposalState.PROPOSED.value)
            .order_by(MailProposal.opened_at, MailProposal.id)
            .limit(limit)
        )
    )


def count_waiting(session: Session, *, within: Period | None = None) -> int:
    """How many wait; of a period alone when one is given."""
    found = (
        select(func.count())
        .select_from(MailProposal)
        .where(MailProposal.state == ProposalState.PROPOSED.value)
    )
    if within is not None:
        found = found.where(
            MailProposal.opened_at >= within.start, MailProposal.opened_at < within.end
        )
    return session.scalar(found) or 0


def drop_texts(session: Session, *, before: datetime) -> int:
    """Take the texts away of proposals that were read before a moment; gives how many. They can still be settled."""
    gone = session.scalars(
        update(MailProposal)
        .where(MailProposal.text.is_not(None), MailProposal.read_at < before)
        .values(text=None)
        .returning(MailProposal.id)
    )
    return len(gone.all())


def _settle(session: Session, id: str, state: ProposalState, at: datetime) -> MailProposal:
    """Give a proposal its last state, once: of two colleagues the first one decides."""
    settled = session.scalar(
        update(MailProposal)
        .where(MailProposal.id == id, MailProposal.state == ProposalState.PROPOSED.value)
        .values(state=state.value, settled_at=at)
        .returning(MailProposal.id)
    )
    record = session.get(MailProposal, id, populate_existing=True)
    if record is None:
        raise Unknown("Dit voorstel bestaat niet.")
    if settled is None:
        raise Conflict("Over dit voorstel is al beslist.")
    return record


def _waiting(session: Session, id: str) -> MailProposal:
    record = session.get(MailProposal, id)
    if record is None or record.state != ProposalState.PROPOSED:
        raise Conflict("Over dit voorstel is al beslist.")
    return record


def _contact(session: Session, record: MailProposal, chosen: Chosen) -> str:
    """The contact that is counted: a new one, or the one whose thread went on."""
    if record.contact_id is not None and session.get(ContactRecord, record.contact_id) is not None:
        return record.contact_id
    register_contact(
        session,
        id=record.id,
        channel=Channel.EMAIL,
        at=chosen.opened_at,
        municipality=chosen.municipality,
    )
    session.flush()
    identify_asker(session, record.id, audience=chosen.audience, municipality=None)
    return record.id


def _outcome(record: MailProposal, *, referred: bool) -> Outcome | None:
    """What came of it, as far as the mailbox tells: without an answer of ours in the thread nothing is known."""
    if referred:
        return Outcome.REFERRED
    if record.answered:
        return Outcome.ANSWERED
    return Outcome.SAFETY if record.decision == Decision.SAFETY else None


def asked_before(session: Session, record: MailProposal) -> list[TopicId]:
    """The questions that are counted already in the contact of a proposal."""
    return [] if record.contact_id is None else topics_of(session, record.contact_id)
