"""A conversation by mail to who asked for it in the chat: only the address is kept, sealed, and only until it went.

Nobody proves that an address is the visitor's own, so the mail must be of no use to who sends it to a stranger: three a
conversation, a fixed subject, what it is in the first line, and no link that works in what a visitor typed.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, exists, func, select
from sqlalchemy.orm import Session

from bot.conversations.models import Conversation, Entry, Sender
from bot.conversations.transcript import page, transcript
from bot.errors import Conflict
from bot.mail.inert import inert
from bot.mail.models import MailKind, OutgoingMail
from bot.mail.outbox import new_mail
from bot.mail.sealing import opened, own_id, seal_in, visitors_address
from bot.vault.vault import Vault

MOST = 3
"""Mails of one conversation in a day."""

SUBJECT = "Uw gesprek met de helpdesk radicalisering"

LEAD = (
    "Iemand vroeg in de chat van de helpdesk radicalisering om dit gesprek naar uw e-mailadres te sturen. Was u dat "
    "niet? Dan hoeft u niets te doen: wij bewaren uw adres niet. Links die iemand in de chat typte, lieten wij weg."
)


def queue_transcript(
    session: Session,
    vault: Vault,
    *,
    conversation: str,
    client_id: str,
    address: str,
    at: datetime,
) -> None:
    """Queue it, once for a client_id. Raises InvalidInput or Conflict (Dutch), without the address."""
    to = visitors_address(
        address, "Naar dit e-mailadres kunnen wij niet mailen. Kijk na of het juist is."
    )
    id = own_id("gesprek", conversation, client_id)
    if session.get(OutgoingMail, id) is not None:
        return
    # One writer at a time, so that two requests together do not pass the limit.
    session.get(Conversation, conversation, with_for_update=True)
    if not _asked_something(session, conversation):
        raise Conflict("Er is nog niets gevraagd in dit gesprek.")
    if _mailed(session, conversation) >= MOST:
        raise Conflict(
            f"Dit gesprek is vandaag al {MOST} keer gemaild. U kunt het nog wel bewaren of afdrukken."
        )
    mail = new_mail(MailKind.TRANSCRIPT, at=at)
    mail.id, mail.conversation_id = id, conversation
    seal_in(vault, mail, {"address": to})
    session.add(mail)
    session.flush()


def drop_transcripts(session: Session, conversations: list[str]) -> None:
    """Forget those that are still to go: a conversation that is erased is mailed to nobody."""
    session.execute(
        delete(OutgoingMail).where(
            OutgoingMail.kind == MailKind.TRANSCRIPT.value,
            OutgoingMail.conversation_id.in_(conversations),
        )
    )


def written_transcript(
    session: Session, mail: OutgoingMail, vault: Vault, *, reply: str
) -> tuple[str, str, str] | None:
    """Address, text and page; None when conversation or address is gone. `reply`: whether one can answer."""
    found = opened(vault, mail)
    if found is None or mail.conversation_id is None:
        return None
    said = transcript(session, mail.conversation_id, typed=inert)
    shown = page(session, mail.conversation_id, typed=inert, lead=(LEAD, reply))
    return found["address"], f"Dag\n\n{LEAD}\n\n{reply}\n\n{said}", shown


def _mailed(session: Session, conversation: str) -> int:
    mails = select(func.count()).where(
        OutgoingMail.kind == MailKind.TRANSCRIPT.value,
        OutgoingMail.conversation_id == conversation,
    )
    return session.scalar(mails) or 0


def _asked_something(session: Session, conversation: str) -> bool:
    typed = exists().where(
        Entry.conversation_id == conversation, Entry.sender == Sender.VISITOR.value
    )
    return session.scalar(select(typed)) or False
