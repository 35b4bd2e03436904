"""What the mails say: that there is something and where to read it, never what a visitor wrote."""

from __future__ import annotations

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from bot.conversations.models import Conversation, State
from bot.database.base import Base
from bot.knowledge.library import Library
from bot.mail.models import MailKind, OutgoingMail
from bot.mail.settings import MailSettings
from bot.requests.kinds import Status
from bot.requests.models import RequestRecord

_BRUSSELS = ZoneInfo("Europe/Brussels")
_END = "Deze mail is automatisch verstuurd. Er staat met opzet niets in van het gesprek."

Text = tuple[str, str]
"""Subject and body."""


def text_of(
    session: Session, mail: OutgoingMail, settings: MailSettings, library: Library, *, at: datetime
) -> Text | None:
    """Subject and body of a mail; None when it no longer tells anything, as when nobody waits any more."""
    if mail.kind == MailKind.WAITING:
        return _waiting(session, mail, settings)
    if mail.kind == MailKind.REQUEST:
        return _request(session, mail, settings)
    return _digest(session, settings, library, at)


def message(
    settings: MailSettings, *, id: str, recipient: str, text: Text, at: datetime
) -> EmailMessage:
    """A mail as it goes out; the same id gives the same Message-ID."""
    built = EmailMessage()
    sender = Address("Wegwijs", addr_spec=settings.sender)
    built["From"] = sender
    built["To"] = Address(addr_spec=recipient)
    built["Subject"], body = text
    built["Date"] = at
    built["Message-ID"] = f"<{id}@{sender.domain}>"
    built["Auto-Submitted"] = "auto-generated"
    built.set_content(body)
    return built


def _waiting(session: Session, mail: OutgoingMail, settings: MailSettings) -> Text | None:
    found = session.get(Conversation, mail.conversation_id)
    if found is None or found.state != State.WAITING:
        return None
    link = f"{settings.public_url}/console/gesprek/{found.id}"
    return "Iemand wacht op een medewerker", _body(f"Er wacht iemand op een medewerker:\n{link}")


def _request(session: Session, mail: OutgoingMail, settings: MailSettings) -> Text | None:
    found = session.get(RequestRecord, mail.request_id)
    if found is None or found.status != Status.OPEN:
        return None
    link = f"{settings.public_url}/console/aanvragen#{found.id}"
    return "Nieuwe aanvraag", _body(f"Er is een nieuwe aanvraag:\n{link}")


def _digest(session: Session, settings: MailSettings, library: Library, at: datetime) -> Text:
    today = at.astimezone(_BRUSSELS).date()
    waiting = _count(session, Conversation, Conversation.state == State.WAITING.value)
    requests = _count(session, RequestRecord, RequestRecord.status == Status.OPEN.value)
    stale = sum(one.is_stale(today) for one in library.articles.values())
    lines = (
        f"Wachten op een medewerker: {waiting}",
        f"Open aanvragen: {requests}",
        f"Artikels voorbij hun nazichtdatum: {stale}",
        f"\n{settings.public_url}/console",
    )
    return f"Overzicht van {today:%d/%m/%Y}", _body("\n".join(lines))


def _count(session: Session, table: type[Base], condition: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(table).where(condition)) or 0


def _body(text: str) -> str:
    return f"Dag\n\n{text}\n\n{_END}\n"
