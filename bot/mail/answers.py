"""An answer to a visitor who left an address: sealed in the outbox until it is sent, in clear nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.mail.models import MailKind, OutgoingMail
from bot.mail.outbox import new_mail
from bot.mail.sealing import opened, own_id, seal_in, visitors_address
from bot.privacy.text import CleanText
from bot.vault.vault import Vault


@dataclass(frozen=True)
class Answer:
    """To whom, and what."""

    address: str
    text: str


def queue_answer(
    session: Session,
    vault: Vault,
    *,
    request: str,
    client_id: str,
    address: str,
    text: CleanText,
    at: datetime,
) -> None:
    """Queue an answer to the address that a request left. Raises InvalidInput (Dutch)."""
    to = visitors_address(address, "Het e-mailadres van deze aanvraag kan geen mail ontvangen.")
    mail = new_mail(MailKind.ANSWER, at=at)
    mail.id, mail.request_id = own_id(request, client_id), request
    seal_in(vault, mail, asdict(Answer(to, text)))
    session.add(mail)
    session.flush()


def is_queued(session: Session, *, request: str, client_id: str) -> bool:
    """Whether this very answer came before: a form that is sent twice is one mail."""
    return session.get(OutgoingMail, own_id(request, client_id)) is not None


def answers_to(session: Session, requests: Iterable[str]) -> dict[str, OutgoingMail]:
    """The newest answer by mail to each of some requests."""
    rows = select(OutgoingMail).where(
        OutgoingMail.kind == MailKind.ANSWER.value, OutgoingMail.request_id.in_(list(requests))
    )
    found = session.scalars(rows.order_by(OutgoingMail.queued_at))
    return {one.request_id: one for one in found if one.request_id is not None}


def open_answer(vault: Vault, mail: OutgoingMail) -> Answer | None:
    """What is sealed in a mail; None when it was sent. Raises bot.vault.vault.CannotOpen (Dutch)."""
    found = opened(vault, mail)
    return None if found is None else Answer(**found)
