"""One message and its answer: accepted in one transaction, answered in another, each exactly once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from bot.conversations import statements
from bot.conversations.counting import count_answer, has_outcome
from bot.conversations.details import completed, in_form, taken
from bot.conversations.lifecycle import change_state, closed
from bot.conversations.log import Draft, append, authorised, no_such_conversation, now, reached
from bot.conversations.models import Sender, State
from bot.conversations.statements import Reached
from bot.conversations.tokens import ConversationId, new_id
from bot.conversations.waiting import about_waiting, carry_out
from bot.engine.protocol import Dialogue, EngineAnswer, EngineRequest
from bot.errors import Mismatch
from bot.handover.presence import present
from bot.mail import outbox
from bot.mail.models import MailKind
from bot.privacy.persons import Persons
from bot.privacy.text import CleanText
from bot.registration import handovers
from bot.registration.models import Channel, Outcome
from bot.registration.register import register_contact, register_outcome
from bot.replies import Reply
from bot.requests.changing import sent_in, take_in
from bot.requests.kinds import KIND_SLOT, SENT_SLOT
from bot.requests.reaching import holds_details
from bot.requests.sealing import OfferedContact
from bot.requests.store import (
    Asker,
    contact_of_message,
    drop_unlinked,
    drop_unused,
    keep_contact,
    without_lost_contact,
)
from bot.sites.opening import hours_of

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
    contact: OfferedContact | None = None
    """Contact details in the message: sealed and stored when they are given to be reached at, forgotten otherwise."""
    persons: Persons | None = None
    """The persons of the conversation, with those that the text added."""

    @property
    def texts(self) -> tuple[CleanText, ...]:
        """What may be stored of it."""
        return (self.text,) if self.contact is None else (self.text, self.contact.text)


@dataclass(frozen=True)
class Accepted:
    """A message that is stored, or was before."""

    seq: int
    state: str
    """State of the conversation at that moment."""
    text: str
    """What was stored."""
    sealed: bool = False
    """Whether contact details were sealed from it for the form that is open."""


@dataclass(frozen=True)
class Pending:
    """A stored message that waits for the engine."""

    conversation: ConversationId
    seq: int
    failures: int
    last: bool
    """Whether no other message of the conversation waited behind it."""
    request: EngineRequest


def persons_of(session: Session, conversation: str, token: str, *, lock: bool = False) -> Persons:
    """The persons that were numbered in a conversation; `lock` keeps another process from numbering them too.

    Raises Unknown and NotAuthorised.
    """
    found = authorised(session, conversation, token, lock=lock)
    return Persons.of_conversation(token, found.persons)


def accept(session: Session, conversation: str, token: str, incoming: Incoming) -> Accepted:
    """Store a message; a retry gives the number it had.

    Raises Unknown, NotAuthorised, Conflict once closed, Mismatch when the client_id came with another text.
    """
    found = authorised(session, conversation, token)
    sent = {"conversation": conversation, "client": incoming.client_id}
    before = session.execute(statements.SENT_BEFORE, sent).first()
    if before is not None:
        if before.text not in incoming.texts or before.choice != incoming.choice:
            raise Mismatch("Deze client_id hoort al bij een ander bericht.")
        kept = contact_of_message(session, conversation, before.seq) is not None
        return Accepted(before.seq, found.state, before.text, kept and in_form(found))
    if found.state == State.CLOSED:
        raise closed()
    _count_contact(session, found)
    _keep_persons(session, found, incoming.persons)
    contact, text = taken(found, incoming.text, incoming.contact, carded=incoming.card is not None)
    sealed = contact is not None and in_form(found)
    waits = (
        None
        if incoming.card
        else about_waiting(
            found.state,
            incoming.choice,
            text,
            in_form=Dialogue.model_validate(found.dialogue).active_loop is not None,
        )
    )
    message = Draft(
        Sender.VISITOR,
        text=text,
        client_id=incoming.client_id,
        choice=incoming.choice,
        unanswered=found.state in (State.BOT, State.WAITING) and waits is None,
        alarmed=incoming.card is not None,
    )
    cards = [] if incoming.card is None else [Draft(Sender.SYSTEM, reply=incoming.card)]
    seq = append(session, conversation, [message, *cards])[0]
    if contact is not None:
        contact = completed(session, found, contact, incoming.text)
        keep_contact(session, conversation, seq, contact, at=now())
    if waits is not None:
        carry_out(session, conversation, token, waits)
        found = authorised(session, conversation, token)
    return Accepted(seq, found.state, text, sealed)


def _keep_persons(session: Session, conversation: Reached, persons: Persons | None) -> None:
    if persons is not None and persons.stored() != (conversation.persons or {}):
        numbered = {"conversation": conversation.id, "numbered": persons.stored()}
        session.execute(statements.KEEP_PERSONS, numbered)


def _count_contact(session: Session, conversation: Reached) -> None:
    if conversation.contact_id is not None:
        return
    # One first message at a time, or two processes would each count a contact.
    now_found = reached(session, conversation.id, lock=True)
    if now_found is None or now_found.contact_id is not None:
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
    session.execute(statements.KEEP_CONTACT, {"conversation": conversation.id, "contact": contact})


def unanswered_conversations(session: Session) -> list[ConversationId]:
    """Conversations with a message that waits for the engine, for the start after a crash."""
    return [ConversationId(one) for one in session.scalars(statements.WAITING_FOR_ENGINE)]


def next_unanswered(session: Session, conversation: str) -> Pending | None:
    """The oldest message that waits for the engine; None when there is none."""
    waiting = session.execute(statements.OLDEST, {"conversation": conversation}).all()
    if not waiting:
        return None
    found = waiting[0]
    dialogue = Dialogue.model_validate(found.dialogue)
    may_hold = KIND_SLOT in dialogue.slots or holds_details(found.text or "")
    dialogue.slots = without_lost_contact(session, dialogue.slots)
    return Pending(
        conversation=ConversationId(conversation),
        seq=found.seq,
        failures=found.attempts,
        last=len(waiting) == 1,
        request=EngineRequest(
            text=found.text or "",
            choice=found.choice,
            alarmed=found.alarmed,
            contact=contact_of_message(session, conversation, found.seq) if may_hold else None,
            dialogue=dialogue,
            audience=found.audience,
            municipality=found.municipality,
            attended=bool(present(session, at=now())),
            hours=hours_of(session, conversation),
            sent=sent_in(session, conversation) if SENT_SLOT in dialogue.slots else (),
        ),
    )


def count_failure(session: Session, pending: Pending) -> None:
    """Note that an engine failed on a message. Only that counts: a restart of the gateway costs a message nothing."""
    session.execute(statements.COUNT_FAILURE, _place(pending))


def store_answer(session: Session, pending: Pending, answer: EngineAnswer) -> bool:
    """Store replies, dialogue state and counted facts together; tells whether they were stored.

    They are not when the message was answered meanwhile, or when a person has claimed the conversation.
    """
    outcome = None if answer.outcome is None else Outcome(answer.outcome)
    if not _settle(session, pending, outcome if has_outcome(pending.request) else None):
        return False
    found = reached(session, pending.conversation, lock=True)
    if found is None:
        raise no_such_conversation()
    count_answer(session, found.contact_id, pending.request, answer, at=now())
    if found.state not in (State.BOT, State.WAITING):
        return False
    drafts = [Draft(Sender.BOT, reply=reply) for reply in answer.replies]
    if State(answer.state) is State.WAITING and change_state(
        session, found.id, to=State.WAITING, among=(State.BOT,)
    ):
        drafts[-1] = Draft(Sender.BOT, reply=answer.replies[-1], state=State.WAITING)
        handovers.asked(session, found.contact_id, now())
        outbox.queue(session, MailKind.WAITING, conversation=found.id, at=now())
    append(session, found.id, drafts)
    take_in(session, Asker(found.id, found.contact_id), answer, at=now())
    _drop_unused(session, pending, answer.dialogue.slots)
    kept = {"conversation": found.id, "kept": answer.dialogue.model_dump()}
    session.execute(statements.KEEP_DIALOGUE, kept)
    return True


def store_apology(session: Session, pending: Pending, apology: Reply) -> None:
    """Settle a message that the engine cannot answer.

    Silent when a person has claimed the conversation, and behind a safety card, which only an answer may follow.
    """
    outcome = Outcome.SAFETY if pending.request.alarmed else Outcome.NOT_UNDERSTOOD
    _drop_unused(session, pending, pending.request.dialogue.slots)
    if not _settle(session, pending, outcome if has_outcome(pending.request) else None):
        return
    found = reached(session, pending.conversation)
    if found is None:
        raise no_such_conversation()
    if found.state in (State.BOT, State.WAITING) and not pending.request.alarmed:
        append(session, found.id, [Draft(Sender.BOT, reply=apology)])
    if found.contact_id is not None and has_outcome(pending.request):
        register_outcome(session, found.contact_id, outcome, now())


def _drop_unused(session: Session, pending: Pending, slots: dict[str, Any]) -> None:
    """Let go of what was sealed for a form that neither holds it nor handed it in; all of it once the form is over."""
    if KIND_SLOT not in pending.request.dialogue.slots and pending.request.contact is None:
        return
    if KIND_SLOT not in slots:
        drop_unlinked(session, pending.conversation)
    else:
        drop_unused(session, pending.conversation, slots, answered=pending.seq)


def _settle(session: Session, pending: Pending, outcome: Outcome | None) -> bool:
    """Mark the message as answered, once: the compare-and-set that keeps a second answer out."""
    settled = _place(pending) | {"result": None if outcome is None else outcome.value}
    return session.scalar(statements.SETTLE, settled) is not None


def _place(pending: Pending) -> dict[str, Any]:
    return {"conversation": pending.conversation, "number": pending.seq}
