"""An answer to a visitor who left an address: sealed in the outbox until it is sent, in clear nowhere."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime

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
    session: Session, vault: Vault, *, request: str, address: str, text: CleanText, at: datetime
) -> str:
    """Queue an answer to the address that a request left; gives the id of the mail. Raises InvalidInput (Dutch)."""
    to = deliverable(address)
    if to is None:
        raise InvalidInput("Het e-mailadres van deze aanvraag kan geen mail ontvangen.")
    mail = new_mail(MailKind.ANSWER, at=at)
    data = json.dumps(asdict(Answer(to, text)), ensure_ascii=False).encode()
    envelope = vault.seal(data, record=mail.id, kind=KIND)
    mail.request_id, mail.key_id, mail.sealed = request, envelope.key_id, envelope.sealed
    session.add(mail)
    session.flush()
    return mail.id


def open_answer(vault: Vault, mail: OutgoingMail) -> Answer | None:
    """What is sealed in a mail; None when it was sent. Raises bot.vault.vault.CannotOpen (Dutch)."""
    if mail.key_id is None or mail.sealed is None:
        return None
    envelope = Envelope(KeyId(mail.key_id), Sealed(mail.sealed))
    return Answer(**json.loads(vault.open(envelope, record=mail.id, kind=KIND)))
