"""What the mails say. To staff: that there is something and where to read it, never what a visitor wrote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from bot.conversations.models import Conversation, State
from bot.database.base import Base
from bot.knowledge.library import Library
from bot.mail.answers import open_answer
from bot.mail.models import MailKind, OutgoingMail
from bot.mail.settings import MailSettings
from bot.mail.transcripts import SUBJECT, written_transcript
from bot.mail.trouble import needs_person
from bot.requests.kinds import RequestKind, Status
from bot.requests.models import RequestRecord
from bot.statistics.periods import Month
from bot.vault.vault import Vault

_BRUSSELS = ZoneInfo("Europe/Brussels")
_END = "Deze mail is automatisch verstuurd. Er staat met opzet niets in van het gesprek."
_END_OF_REPORT = "Deze mail is automatisch verstuurd. Er staan met opzet geen cijfers in."
_NO_REPLY = "Op dit adres kunt u niet antwoorden."
_REPLY = "U kunt op deze mail antwoorden."


@dataclass(frozen=True)
class Letter:
    """What is told to whom."""

    recipient: str
    subject: str
    body: str
    page: str | None = None
    """The same as HTML."""


@dataclass(frozen=True)
class Desk:
    """What a letter is written with."""

    settings: MailSettings
    library: Library
    vault: Vault


def letter(session: Session, mail: OutgoingMail, desk: Desk, *, at: datetime) -> Letter | None:
    """The letter of a mail; None when it no longer tells anything, as when nobody waits any more."""
    if mail.kind == MailKind.ANSWER:
        return _answer(session, mail, desk)
    if mail.kind == MailKind.TRANSCRIPT:
        written = written_transcript(session, mail, desk.vault, reply=_replying(desk.settings))
        return None if written is None else Letter(written[0], SUBJECT, *written[1:])
    text = _told(session, mail, desk, at)
    return None if text is None or mail.recipient is None else Letter(mail.recipient, *text)


def _told(session: Session, mail: OutgoingMail, desk: Desk, at: datetime) -> tuple[str, str] | None:
    match MailKind(mail.kind):
        case MailKind.WAITING:
            return _waiting(session, mail, desk.settings)
        case MailKind.REQUEST:
            return _request(session, mail, desk.settings)
        case MailKind.REPORT:
            return _report(mail, desk.settings)
        case _:
            return _digest(session, desk, at)


def message(settings: MailSettings, written: Letter, *, id: str, at: datetime) -> EmailMessage:
    """A mail as it goes out; the same id gives the same Message-ID."""
    built = EmailMessage()
    sender = Address("Wegwijs", addr_spec=settings.sender)
    built["From"] = sender
    built["To"] = Address(addr_spec=written.recipient)
    if settings.reply_to is not None:
        built["Reply-To"] = Address(addr_spec=settings.reply_to)
    built["Subject"] = written.subject
    built["Date"] = at
    built["Message-ID"] = f"<{id}@{sender.domain}>"
    built["Auto-Submitted"] = "auto-generated"
    built.set_content(written.body, cte="quoted-printable")
    if written.page is not None:
        built.add_alternative(written.page, subtype="html", cte="quoted-printable")
    return built


def _waiting(
    session: Session, mail: OutgoingMail, settings: MailSettings
) -> tuple[str, str] | None:
    found = session.get(Conversation, mail.conversation_id) if mail.conversation_id else None
    if found is None or found.state != State.WAITING:
        return None
    link = f"{settings.public_url}/console/gesprek/{found.id}"
    return "Iemand wacht op een medewerker", _body(f"Er wacht iemand op een medewerker:\n{link}")


def _request(
    session: Session, mail: OutgoingMail, settings: MailSettings
) -> tuple[str, str] | None:
    found = session.get(RequestRecord, mail.request_id)
    if found is None or found.status != Status.OPEN:
        return None
    link = f"{settings.public_url}/console/aanvragen#r{found.id}"
    return "Nieuwe aanvraag", _body(f"Er is een nieuwe aanvraag:\n{link}")


def _digest(session: Session, desk: Desk, at: datetime) -> tuple[str, str]:
    today = at.astimezone(_BRUSSELS).date()
    waiting = _count(session, Conversation, Conversation.state == State.WAITING.value)
    requests = _count(session, RequestRecord, RequestRecord.status == Status.OPEN.value)
    stale = sum(one.is_stale(today) for one in desk.library.articles.values())
    lines = (
        f"Wachten op een medewerker: {waiting}",
        f"Open aanvragen: {requests}",
        f"Mails die niet vanzelf verder gaan: {needs_person(session, at=at)}",
        f"Artikels voorbij hun nazichtdatum: {stale}",
        f"\n{desk.settings.public_url}/console",
    )
    return f"Overzicht van {today:%d/%m/%Y}", _body("\n".join(lines))


def _report(mail: OutgoingMail, settings: MailSettings) -> tuple[str, str]:
    """No figures: they are not for whoever reads along with a mailbox."""
    day = mail.queued_at.astimezone(_BRUSSELS)
    month = Month(day.year, day.month).before(1)
    link = f"{settings.public_url}/console/cijfers?maand={month}"
    told = f"De cijfers van {month.label} staan klaar. Meld u aan om ze te lezen:\n{link}"
    return f"Maandverslag van {month.label}", f"Dag\n\n{told}\n\n{_END_OF_REPORT}\n"


def _answer(session: Session, mail: OutgoingMail, desk: Desk) -> Letter | None:
    found = session.get(RequestRecord, mail.request_id)
    opened = open_answer(desk.vault, mail)
    if found is None or opened is None:
        return None
    day = found.opened_at.astimezone(_BRUSSELS).date()
    about = RequestKind(found.kind).label.lower()
    reply = _replying(desk.settings)
    body = (
        f"Dag\n\nU vroeg de helpdesk radicalisering iets op {day:%d/%m/%Y} ({about}). "
        f"Een medewerker antwoordt u:\n\n{opened.text}\n\n{reply}\n"
    )
    return Letter(opened.address, "Antwoord van de helpdesk radicalisering", body)


def _replying(settings: MailSettings) -> str:
    return _NO_REPLY if settings.reply_to is None else _REPLY


def _count(session: Session, table: type[Base], condition: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(table).where(condition)) or 0


def _body(text: str) -> str:
    return f"Dag\n\n{text}\n\n{_END}\n"
