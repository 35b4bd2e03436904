"""Contact details between the raw line and the table: sealed inside the transaction that stores the message."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from bot.knowledge.catalogue import Audience
from bot.privacy.contact import ContactLine
from bot.privacy.text import CleanText
from bot.requests.speaker import is_for
from bot.vault.keyfile import KeyId
from bot.vault.vault import Envelope, Sealed, Vault

KIND = "contact"
"""What is sealed here; bound to it together with the id of the record."""


@dataclass(frozen=True)
class Details:
    """How to reach somebody."""

    name: str | None
    email: str | None
    telephone: str | None


class OfferedContact:
    """Details that the gateway holds in memory until the log says whether a form asked for them."""

    def __init__(self, line: ContactLine, vault: Vault, *, who: Audience | None = None) -> None:
        """`who` is the role that was named beside them."""
        self._line, self._who = line, who
        self._details = {"name": line.name, "email": line.email, "telephone": line.telephone}
        self._vault = vault
        self.text: CleanText = line.text
        self.phone = line.telephone is not None
        self.email = line.email is not None

    def beside(self) -> OfferedContact:
        """The same details where something else was asked: of the words around them only a sure name is one."""
        line = replace(self._line, name=self._line.person)
        return OfferedContact(line, self._vault, who=self._who)

    def fits(self, slots: dict[str, object], active_loop: str | None) -> bool:
        """Whether the form that is open is for who gives them."""
        return is_for(self._who, slots, active_loop)

    def seal(self, record: str) -> Envelope:
        """Seal for the record that will hold them."""
        data = json.dumps(self._details, ensure_ascii=False).encode()
        return self._vault.seal(data, record=record, kind=KIND)


def open_details(vault: Vault, *, record: str, key_id: str, sealed: bytes) -> Details:
    """The details of a record; raises bot.vault.vault.CannotOpen (Dutch)."""
    envelope = Envelope(KeyId(key_id), Sealed(sealed))
    return Details(**json.loads(vault.open(envelope, record=record, kind=KIND)))
