"""One message and its answer: accepted in one transaction, answered in another, each exactly once."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.conversations.lifecycle import change_state, closed
from bot.conversations.log import Draft, append, authorised, now
from bot.conversations.models import Conversation, Entry, Sender, State
from bot.conversations.tokens import ConversationId, new_id
from bot.engine.protocol import Dialogue, EngineAnswer, EngineRequest
from bot.errors import Mismatch
from bot.knowledge.catalogue import Audience, ContactId, TopicId
from bot.knowledge.contacts import ReferralGroup
from bot.privacy.persons import Persons
from bot.privacy.text import CleanText
from bot.registration.models import Channel, ContactRecord, Outcome
from bot.registration.register import (
    Referral,
    identify_asker,
    register_contact,
    register_outcome,
    register_questions,
    replace_answer,
)
from bot.replies import Reply

ATTEMPTS = 3
"""A message that the engine did not survive this often gets an apology in place of an answer."""


@dataclass(frozen=True)
class Incoming:
    """A visitor's message behind the privacy filter."""

    client_id: str
    text: CleanText
    choice: str | None = None
    card: Reply | None = None
    """The safety card, when the rules saw danger."""
    persons: Persons | None = None
    """The persons of the conversation, with those that the text added."""


@dataclass(frozen=True)
class Accepted:
    """A message that is stored, or was before."""

    seq: int
    state: str
    """State of the conversation at that moment."""


@dataclass(frozen=True)
class Pending:
    """A stored message that waits for the engine."""

    conversation: ConversationId
    seq: int
    failures: int
    request: EngineRequest


def persons_of(session: Session, conversation: str, token: str, *, lock: bool = False) -> Persons:
    """The persons that were numbered in a conversation; `lock` keeps another process from numbering them too.

    Raises Unknown and NotAuthorised.
    """
    found = authorised(session, conversation, token)
    if lock:
        session.refresh(found, with_for_update=True)
    return Persons.of_conversation(token, found.persons)


def accept(session: Session, conversation: str, token: str, incoming: Incoming) -> Accepted:
    """Store a message; a retry gives the number it had.

    Raises Unknown, NotAuthorised, Conflict once closed, Mismatch when the client_id came with another text.
    """
    found = authorised(session, conversation, token)
    before = session.execute(
        select(Entry.seq, Entry.text, Entry.choice).where(
            Entry.conversation_id == conversation, Entry.client_id == incoming.client_id
        )
    ).first()
    if before is not None:
        if (before.text, before.choice) != (incoming.text, incoming.choice):
            raise Mismatch("Deze client_id hoort al bij een ander bericht.")
        return Accepted(before.seq, found.state)
    if found.state == State.CLOSED:
        raise closed()
    _count_contact(session, found)
    if incoming.persons is not None:
        found.persons = incoming.persons.stored()
        session.flush()
    message = Draft(
        Sender.VISITOR,
        text=incoming.text,
        client_id=incoming.client_id,
        choice=incoming.choice,
        unanswered=found.state in (State.BOT, State.WAITING),
        alarmed=incoming.card is not None,
    )
    cards = [] if incoming.card is None else [Draft(Sender.SYSTEM, reply=incoming.card)]
    return Accepted(append(session, conversation, [message, *cards])[0], found.state)


def _count_contact(session: Session, conversation: Conversation) -> None:
    if conversation.contact_id is not None:
        return
    # One first message at a time, or two processes would each count a contact.
    session.refresh(conversation, with_for_update=True)
    if conversation.contact_id is not None:
        return
    # An id of its own: once the conversation is erased, nothing leads from it to what was counted.
    contact = new_id()
    register_contact(
        session,
        id=contact,
        channel=Channel.WIDGET,
        at=now(),
        municipality=conversation.municipality,
        site=conversation.site,
    )
    conversation.contact_id = contact
    session.flush()


def unanswered_conversations(session: Session) -> list[ConversationId]:
    """Conversations with a message that waits for the engine, for the start after a crash."""
    rows = session.scalars(select(Entry.conversation_id).where(Entry.unanswered).distinct())
    return [ConversationId(one) for one in rows]


def next_unanswered(session: Session, conversation: str) -> Pending | None:
    """The oldest message that waits for the engine; None when there is none."""
    row = session.execute(
        select(Entry, Conversation)
        .join(Conversation, Conversation.id == Entry.conversation_id)
        .where(Entry.conversation_id == conversation, Entry.unanswered)
        .order_by(Entry.seq)
        .limit(1)
    ).first()
    if row is None:
        return None
    entry, found = row
    contact = None if found.contact_id is None else session.get(ContactRecord, found.contact_id)
    return Pending(
        conversation=ConversationId(conversation),
        seq=entry.seq,
        failures=entry.attempts,
        request=EngineRequest(
            text=entry.text or "",
            choice=entry.choice,
            alarmed=entry.alarmed,
            dialogue=Dialogue.model_validate(found.dialogue),
            audience=None if contact is None else contact.audience,
            municipality=None if contact is None else contact.municipality,
        ),
    )


def count_failure(session: Session, pending: Pending) -> None:
    """Note that an engine failed on a message. Only that counts: a restart of the gateway costs a message nothing."""
    session.execute(
        update(Entry)
        .where(Entry.conversation_id == pending.conversation, Entry.seq == pending.seq)
        .values(attempts=Entry.attempts + 1)
    )


def store_answer(session: Session, pending: Pending, answer: EngineAnswer) -> bool:
    """Store replies, dialogue state and counted facts together; tells whether they were stored.

    They are not when the message was answered meanwhile, or when a person has claimed the conversation.
    """
    if not _settle(session, pending):
        return False
    found = session.get_one(Conversation, pending.conversation, with_for_update=True)
    _count(session, found, pending.request, answer)
    if found.state not in (State.BOT, State.WAITING):
        return False
    drafts = [Draft(Sender.BOT, reply=reply) for reply in answer.replies]
    if State(answer.state) is State.WAITING and change_state(
        session, found.id, to=State.WAITING, among=(State.BOT,)
    ):
        drafts[-1] = Draft(Sender.BOT, reply=answer.replies[-1], state=State.WAITING)
    append(session, found.id, drafts)
    session.execute(
        update(Conversation)
        .where(Conversation.id == found.id)
        .values(dialogue=answer.dialogue.model_dump())
    )
    return True


def store_apology(session: Session, pending: Pending, apology: Reply) -> None:
    """Settle a message that the engine cannot answer.

    Silent when a person has claimed the conversation, and behind a safety card, which only an answer may follow.
    """
    if not _settle(session, pending):
        return
    found = session.get_one(Conversation, pending.conversation)
    if found.state in (State.BOT, State.WAITING) and not pending.request.alarmed:
        append(session, found.id, [Draft(Sender.BOT, reply=apology)])
    if found.contact_id is not None and _has_outcome(pending.request):
        outcome = Outcome.SAFETY if pending.request.alarmed else Outcome.NOT_UNDERSTOOD
        register_outcome(session, found.contact_id, outcome, now())


def _settle(session: Session, pending: Pending) -> bool:
    """Mark the message as answered, once: the compare-and-set that keeps a second answer out."""
    settled = session.scalar(
        update(Entry)
        .where(
            Entry.conversation_id == pending.conversation,
            Entry.seq == pending.seq,
            Entry.unanswered,
        )
        .values(unanswered=False)
        .returning(Entry.seq)
    )
    return settled is not None


def _has_outcome(request: EngineRequest) -> bool:
    """Whether a message has an outcome: a button that tells who asks has none, unless danger came with it."""
    return request.alarmed or _kind_of_choice(request) not in ("doelgroep", "overslaan")


def _kind_of_choice(request: EngineRequest) -> str:
    return (request.choice or "").partition(":")[0]


def _count(
    session: Session, conversation: Conversation, request: EngineRequest, answer: EngineAnswer
) -> None:
    contact, outcome, at = conversation.contact_id, Outcome(answer.outcome), now()
    if contact is None:
        return
    identify_asker(
        session,
        contact,
        audience=None if answer.audience is None else Audience(answer.audience),
        municipality=answer.municipality,
    )
    questions = [TopicId(one) for one in answer.questions]
    if _has_outcome(request):
        register_outcome(session, contact, outcome, at)
    if _kind_of_choice(request) == "doelgroep":
        replace_answer(session, contact, questions, _referrals(answer), outcome, at=at)
    else:
        register_questions(session, contact, questions, _referrals(answer), at=at)


def _referrals(answer: EngineAnswer) -> list[Referral]:
    return [
        Referral(TopicId(one.topic), ContactId(one.contact), ReferralGroup(one.group))
        for one in answer.referrals
        if one.topic is not None
    ]
