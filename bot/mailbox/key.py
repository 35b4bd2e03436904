"""Knowing a mail again without keeping anything of it: hashes with a key that lies in a file outside the database."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from pathlib import Path

from bot.audit.key import key_in


@dataclass(frozen=True)
class MailKey:
    """The key; who has the database alone cannot try ids, subjects or addresses on the hashes."""

    secret: bytes

    def of_id(self, id: str) -> str:
        """The hash of a message id."""
        return self._hash("id", id)

    def of_reference(self, id: str) -> str:
        """The hash of a message id that others refer to: that mail itself need not have been read."""
        return self._hash("verwijzing", id)

    def of_subject(self, subject: str, person: str) -> str:
        """The hash of a subject about which a person wrote."""
        return self._hash("onderwerp", f"{subject}\0{person}")

    def _hash(self, kind: str, text: str) -> str:
        message = f"{kind}\0{text}".encode("utf-8", "surrogatepass")
        return hmac.new(self.secret, message, hashlib.sha256).hexdigest()


def open_key(path: Path) -> MailKey:
    """The key in a file, which is made when it is not there; raises ConfigurationError (Dutch)."""
    return MailKey(key_in(path, of="de ingelezen mails"))
