"""A person takes over: who has a conversation is decided by one compare-and-set, so that never two have it.

From the moment of a claim no reply of the assistant can be stored, also not one that was under way (`exchange`).
"""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.conversations.lifecycle import change_state
from bot.conversations.log import Draft, append, authorised, no_such_conversation, now
from bot.conversations.models import Conversation, Entry, Note, Sender, State
from bot.errors import Conflict, Mismatch
from bot.mail import outbox
from bot.mail.models import MailKind
from bot.privacy.cleaning import Found, mask
from bot.privacy.folding import PLACEHOLDER
from bot.privacy.persons import Persons
from bot.privacy.text import CleanText
from bot.registration import handovers
from bot.registration.models import HandoverEnd, Outcome
from bot.registration.register import register_outcome
from bot.replies import Kind, Reply
from bot.requests.store import drop_unlinked
from bot.staff.models import Account
from bot.staff.sessions import is_at_work

TAKEN = "Een collega heeft dit gesprek al overgenomen."
GONE = "De bezoeker wacht niet meer op een medewerker."
NOT_YOURS = "U hebt dit gesprek niet (meer). Ververs de pagina."
SAID_BEFORE = (
    "Deze pagina was verouderd, dus dit antwoord is nog niet verstuurd. Verstuur het opnieuw."
)
STILL_THERE = "Dit gesprek is bij een collega die nog aangemeld is. Vraag om het door te geven."


def claim(session: Session, conversation: str, colleague: str) -> None:
    """Take a conversation in which a person was asked for; raises Conflict when another was first, or nobody waits."""
    found = _known(session, conversation)
    asked_at = found.waiting_since or now()
    if not change_state(
        session, conversation, to=State.STAFF, among=(State.WAITING,), colleague=colleague
    ):
        raise Conflict(TAKEN if found.state == State.STAFF else GONE)
    # The assistant no longer answers; what it was asked meanwhile, the colleague reads.
    session.execute(
        update(Entry).where(Entry.conversation_id == conversation).values(unanswered=False)
    )
    handovers.claimed(session, found.contact_id, asked_at=asked_at, at=now())
    _tell(
        session,
        conversation,
        State.STAFF,
        f"{_who(session, colleague)} leest nu mee en antwoordt u.",
    )


def release(session: Session, conversation: str, colleague: str, *, to: State) -> None:
    """Give a conversation back, to the queue (waiting) or to the assistant (bot); raises Conflict."""
    found = _own(session, conversation, colleague)
    _move(session, conversation, colleague, to)
    if to is State.BOT:
        handovers.ended(session, found.contact_id, HandoverEnd.RETURNED, now())
        _tell(session, conversation, to, "U spreekt weer met de automatische assistent.")
    else:
        _tell(session, conversation, to, "U wacht op een andere medewerker van de helpdesk.")
        outbox.queue(session, MailKind.WAITING, conversation=conversation, at=now())


def transfer(session: Session, conversation: str, colleague: str, *, to: str) -> None:
    """Hand a conversation to another colleague; raises Conflict when it is not one's own."""
    moved = session.scalar(
        update(Conversation)
        .where(
            Conversation.id == conversation,
            Conversation.state == State.STAFF.value,
            Conversation.claimed_by == colleague,
        )
        .values(claimed_by=to)
        .returning(Conversation.id)
    )
    if moved is None:
        raise Conflict(NOT_YOURS)
    _tell(session, conversation, State.STAFF, f"{_who(session, to)} neemt uw gesprek over.")


def relieve(session: Session, conversation: str, colleague: str) -> None:
    """Take a conversation over from a colleague who is no longer at the console; raises Conflict."""
    found = _known(session, conversation)
    holder = found.claimed_by
    if found.state != State.STAFF or holder is None:
        raise Conflict(GONE)
    if is_at_work(session, holder, at=now()):
        raise Conflict(STILL_THERE)
    transfer(session, conversation, holder, to=colleague)


def masked(session: Session, conversation: str, found: Found) -> CleanText:
    """What may be stored of a colleague's text; its persons get numbers that nobody in the conversation has.

    Raises Unknown and FilterFailed.
    """
    kept = _known(session, conversation)
    persons = Persons.beside(kept.persons)
    text = mask(found, persons).text
    kept.persons = persons.stored() or None
    return text


def reply(
    session: Session, conversation: str, colleague: str, *, client_id: str, text: CleanText
) -> int:
    """Say something to the visitor; a retry gives the number it had.

    Raises Conflict, and Mismatch when the client_id came with another text, as from a page behind the back button.
    """
    before = session.execute(
        select(Entry.seq, Entry.text).where(
            Entry.conversation_id == conversation, Entry.client_id == client_id
        )
    ).first()
    if before is not None:
        if _unnumbered(before.text) != _unnumbered(text):
            raise Mismatch(SAID_BEFORE)
        return int(before.seq)
    _own(session, conversation, colleague)
    return append(session, conversation, [Draft(Sender.STAFF, text=text, client_id=client_id)])[0]


def refer(
    session: Session, conversation: str, colleague: str, *, client_id: str, card: Reply
) -> bool:
    """Show the visitor whom to turn to; tells whether this is the first time it is asked. Raises Conflict."""
    before = session.scalar(
        select(Entry.seq).where(Entry.conversation_id == conversation, Entry.client_id == client_id)
    )
    if before is not None:
        return False
    _own(session, conversation, colleague)
    append(session, conversation, [Draft(Sender.STAFF, reply=card, client_id=client_id)])
    return True


def note(session: Session, conversation: str, colleague: str, text: CleanText) -> None:
    """Write something that colleagues alone can read; raises Unknown."""
    _known(session, conversation)
    session.add(Note(conversation_id=conversation, author=colleague, text=text, at=now()))


def finish(session: Session, conversation: str, colleague: str, *, outcome: Outcome) -> None:
    """Close a conversation with what came of it; raises Conflict when it is not one's own."""
    found = _own(session, conversation, colleague)
    _move(session, conversation, colleague, State.CLOSED)
    handovers.ended(session, found.contact_id, HandoverEnd.CLOSED, now())
    if found.contact_id is not None:
        register_outcome(session, found.contact_id, outcome, now())
    drop_unlinked(session, conversation)
    _tell(session, conversation, State.CLOSED, "De medewerker heeft dit gesprek afgesloten.")


def reopen(session: Session, conversation: str, colleague: str) -> None:
    """Take up a closed conversation again; raises Conflict when it is not closed."""
    found = _known(session, conversation)
    if not change_state(
        session, conversation, to=State.STAFF, among=(State.CLOSED,), colleague=colleague
    ):
        raise Conflict("Dit gesprek is niet afgesloten.")
    handovers.claimed(session, found.contact_id, asked_at=now(), at=now())
    _tell(session, conversation, State.STAFF, f"{_who(session, colleague)} heropent dit gesprek.")


def cancel(session: Session, conversation: str, token: str) -> None:
    """The visitor no longer waits for a person; nothing changes when a colleague is there already."""
    found = authorised(session, conversation, token)
    if change_state(session, conversation, to=State.BOT, among=(State.WAITING,)):
        handovers.ended(session, found.contact_id, HandoverEnd.CANCELLED, now())
        _tell(
            session,
            conversation,
            State.BOT,
            "U wacht niet meer op een medewerker. Stel gerust uw vraag aan mij.",
        )


def _who(session: Session, colleague: str) -> str:
    """A colleague as the visitor reads it; the name is the one of the account, made to be seen."""
    account = session.get(Account, colleague)
    if account is None:
        return "Een medewerker van de helpdesk"
    return f"{account.name}, medewerker van de helpdesk,"


def _move(session: Session, conversation: str, colleague: str, to: State) -> None:
    if not change_state(session, conversation, to=to, among=(State.STAFF,), held_by=colleague):
        raise Conflict(NOT_YOURS)


def _unnumbered(text: str) -> str:
    """The text without the numbers of its placeholders: the same words sent again get new ones."""
    return PLACEHOLDER.sub(lambda one: one["word"], text)


def _own(session: Session, conversation: str, colleague: str) -> Conversation:
    found = _known(session, conversation)
    if found.state != State.STAFF or found.claimed_by != colleague:
        raise Conflict(NOT_YOURS)
    return found


def _known(session: Session, conversation: str) -> Conversation:
    found = session.get(Conversation, conversation, with_for_update=True)
    if found is None:
        raise no_such_conversation()
    return found


def _tell(session: Session, conversation: str, state: State, text: str) -> None:
    notice = Reply(kind=Kind.NOTICE, text=text)
    append(session, conversation, [Draft(Sender.SYSTEM, reply=notice, state=state)])
