"""What a mail to a visitor carries, sealed in its row until it is sent."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from bot.errors import InvalidInput
from bot.mail.addresses import deliverable
from bot.mail.models import OutgoingMail
from bot.vault.keyfile import KeyId
from bot.vault.vault import Envelope, Sealed, Vault

KIND = "mail"
"""What is sealed here; bound to it together with the id of the mail."""


def own_id(*parts: str) -> str:
    """The id of a mail that is asked for by a form: sent twice, the form is one mail."""
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]


def visitors_address(written: str, otherwise: str) -> str:
    """The address of a visitor in ASCII; raises InvalidInput with the words given, which never repeat it."""
    found = deliverable(written)
    if found is None:
        raise InvalidInput(otherwise)
    return found


def seal_in(vault: Vault, mail: OutgoingMail, content: dict[str, str]) -> None:
    """Seal for this mail alone."""
    data = json.dumps(content, ensure_ascii=False).encode()
    envelope = vault.seal(data, record=mail.id, kind=KIND)
    mail.key_id, mail.sealed = envelope.key_id, envelope.sealed


def opened(vault: Vault, mail: OutgoingMail) -> dict[str, Any] | None:
    """What is sealed in a mail; None when nothing is (any more). Raises bot.vault.vault.CannotOpen (Dutch)."""
    if mail.key_id is None or mail.sealed is None:
        return None
    envelope = Envelope(KeyId(mail.key_id), Sealed(mail.sealed))
    found: dict[str, Any] = json.loads(vault.open(envelope, record=mail.id, kind=KIND))
    return found
