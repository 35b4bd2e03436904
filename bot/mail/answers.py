"""An answer to a visitor who left an address: sealed in the outbox until it is sent, in clear nowhere."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import InvalidInput
from bot.mail.addresses import deliverable
from bot.mail.models import MailKind, OutgoingMail
from bot.mail.outbox import new_mail
from bot.privacy.text import CleanText
from bot.vault.keyfile import KeyId
from bot.vault.vault import Envelope, Sealed, Vault

KIND = "mail"
"""What is sealed here; bound to it together with the id of the mail."""


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
    to = deliverable(address)
    if to is None:
        raise InvalidInput("Het e-mailadres van deze aanvraag kan geen mail ontvangen.")
    mail = new_mail(MailKind.ANSWER, at=at)
    mail.id = _id(request, client_id)
    data = json.dumps(asdict(Answer(to, text)), ensure_ascii=False).encode()
    envelope = vault.seal(data, record=mail.id, kind=KIND)
    mail.request_id, mail.key_id, mail.sealed = request, envelope.key_id, envelope.sealed
    session.add(mail)
    session.flush()


def is_queued(session: Session, *, request: str, client_id: str) -> bool:
    """Whether this very answer came before: a form that is sent twice is one mail."""
    return session.get(OutgoingMail, _id(request, client_id)) is not None


def answers_to(session: Session, requests: Iterable[str]) -> dict[str, OutgoingMail]:
    """The newest answer by mail to each of some requests."""
    rows = select(OutgoingMail).where(
        OutgoingMail.kind == MailKind.ANSWER.value, OutgoingMail.request_id.in_(list(requests))
    )
    found = session.scalars(rows.order_by(OutgoingMail.queued_at))
    return {one.request_id: one for one in found if one.request_id is not None}


def open_answer(vault: Vault, mail: OutgoingMail) -> Answer | None:
    """What is sealed in a mail; None when it was sent. Raises bot.vault.vault.CannotOpen (Dutch)."""
    if mail.key_id is None or mail.sealed is None:
        return None
    envelope = Envelope(KeyId(mail.key_id), Sealed(mail.sealed))
    return Answer(**json.loads(vault.open(envelope, record=mail.id, kind=KIND)))


def _id(request: str, client_id: str) -> str:
    return hashlib.sha256(f"{request}|{client_id}".encode()).hexdigest()[:32]
