"""Opening, handing over, closing and erasing a conversation: State is changed by compare-and-set only."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select, true, update
from sqlalchemy.orm import Session

from bot.conversations.expiry import remove
from bot.conversations.log import Draft, append, authorised, now
from bot.conversations.models import Conversation, Entry, Sender, Site, State
from bot.conversations.tokens import ConversationId, Token, digest, new_id, new_token
from bot.errors import Conflict, Unknown
from bot.mail import outbox
from bot.mail.models import MailKind
from bot.mail.transcripts import drop_transcripts
from bot.registration import handovers
from bot.registration.erasing import keep_days_only
from bot.registration.models import HandoverEnd, Outcome, QuestionRecord, Reason
from bot.registration.register import register_outcome
from bot.replies import Kind, Reply
from bot.requests.store import drop_unlinked, leave_conversation

_JUDGED = (Kind.ANSWER, Kind.REFER)
"""The kinds of reply that can be useful or not."""


@dataclass(frozen=True)
class Opened:
    """A new conversation with the secret that reaches it."""

    id: ConversationId
    token: Token


def open_conversation(
    session: Session, *, site: str, municipality: str | None = None, greeting: tuple[Reply, ...]
) -> Opened:
    """Start a conversation on a site; raises Unknown for a site that is not registered."""
    known = session.get(Site, site)
    if known is None:
        raise Unknown("Deze site is niet bekend bij Wegwijs.")
    opened = Opened(new_id(), new_token())
    moment = now()
    session.add(
        Conversation(
            id=opened.id,
            token_hash=digest(opened.token),
            site=site,
            municipality=municipality or known.municipality,
            state=State.BOT.value,
            last_seq=0,
            dialogue={},
            opened_at=moment,
            changed_at=moment,
        )
    )
    session.flush()
    append(session, opened.id, [Draft(Sender.BOT, reply=reply) for reply in greeting])
    return opened


def change_state(
    session: Session,
    conversation: str,
    *,
    to: State,
    among: tuple[State, ...],
    colleague: str | None = None,
    held_by: str | None = None,
) -> bool:
    """Move to a state if the present one is among those allowed; tells whether it did.

    `colleague` is who has the conversation from now on; `held_by` must be who had it, where that matters.
    """
    allowed = Conversation.state.in_([one.value for one in among])
    held = true() if held_by is None else Conversation.claimed_by == held_by
    moved = session.scalar(
        update(Conversation)
        .where(Conversation.id == conversation, allowed, held)
        .values(
            state=to.value,
            waiting_since=now() if to is State.WAITING else None,
            claimed_by=colleague,
        )
        .returning(Conversation.id)
    )
    return moved is not None


def request_handover(session: Session, conversation: str, token: str, notice: Reply) -> None:
    """The visitor asks for a person; asking twice changes nothing. Raises Conflict once closed."""
    found = authorised(session, conversation, token)
    if found.state in (State.WAITING, State.STAFF):
        return
    if not change_state(session, conversation, to=State.WAITING, among=(State.BOT,)):
        raise closed()
    append(session, conversation, [Draft(Sender.SYSTEM, reply=notice, state=State.WAITING)])
    handovers.asked(session, found.contact_id, now())
    outbox.queue(session, MailKind.WAITING, conversation=conversation, at=now())
    if found.contact_id is not None:
        register_outcome(session, found.contact_id, Outcome.PERSON, now())


def close(session: Session, conversation: str, token: str) -> None:
    """The visitor ends the conversation; ending it twice changes nothing."""
    found = authorised(session, conversation, token)
    if change_state(
        session, conversation, to=State.CLOSED, among=(State.BOT, State.WAITING, State.STAFF)
    ):
        notice = Reply(kind=Kind.NOTICE, text="Dit gesprek is afgesloten. Bedankt voor uw vraag.")
        append(session, conversation, [Draft(Sender.SYSTEM, reply=notice, state=State.CLOSED)])
        handovers.ended(session, found.contact_id, HandoverEnd.CLOSED, now())
        session.execute(
            update(Entry).where(Entry.conversation_id == conversation).values(unanswered=False)
        )
        drop_unlinked(session, conversation)


def erase(session: Session, conversation: str, token: str) -> None:
    """The visitor has the conversation erased: every text goes at once, counted facts and submitted requests stay.

    Nothing links them to it any more, and of their times only the day is left. A form that was not submitted goes.
    """
    authorised(session, conversation, token)
    erase_found(session, ConversationId(conversation))


def erase_found(session: Session, conversation: ConversationId) -> None:
    """Erase a conversation for who may do so without its token: the organisation itself."""
    found = session.get(Conversation, conversation)
    if found is not None and found.contact_id is not None:
        keep_days_only(session, found.contact_id)
    leave_conversation(session, conversation)
    drop_transcripts(session, [conversation])
    remove(session, [conversation])


def judge(
    session: Session,
    conversation: str,
    token: str,
    *,
    seq: int,
    useful: bool,
    reason: Reason | None = None,
) -> None:
    """Store whether an answer was useful, on the entry and, with the reason, on the counted question.

    Raises Unknown when there is no such answer.
    """
    found = authorised(session, conversation, token)
    entry = session.get(Entry, (conversation, seq))
    reply = None if entry is None or entry.sender != Sender.BOT else entry.reply
    if entry is None or reply is None or reply["kind"] not in _JUDGED:
        raise Unknown("Dit antwoord bestaat niet in dit gesprek.")
    entry.useful = useful
    topic = reply["topic"]
    question = session.scalar(
        select(QuestionRecord).where(
            QuestionRecord.contact_id == found.contact_id, QuestionRecord.topic == topic
        )
    )
    if question is not None:
        question.useful = useful
        question.reason = None if useful or reason is None else reason.value


def closed() -> Conflict:
    """The error for whatever needs a conversation that still runs."""
    return Conflict("Dit gesprek is afgesloten. Start een nieuw gesprek om nog iets te vragen.")
