"""Contact details between the raw line and the table: sealed inside the transaction that stores the message."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from bot.knowledge.catalogue import Audience
from bot.privacy.contact import ContactLine
from bot.privacy.text import CleanText
from bot.requests.models import ContactDetails
from bot.requests.speaker import is_for
from bot.vault.keyfile import KeyId
from bot.vault.vault import CannotOpen, Envelope, Sealed, Vault

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

    def completed(self, earlier: ContactDetails, *, instead: bool) -> OfferedContact:
        """The same details with what was given before and not again: the name, and unless they come instead of it,
        the address or the number.
        """
        try:
            before = open_details(
                self._vault, record=earlier.id, key_id=earlier.key_id, sealed=earlier.sealed
            )
        except CannotOpen:
            return self
        both = OfferedContact(self._line, self._vault)
        kept = {"name": before.name}
        if not instead:
            kept |= {"email": before.email, "telephone": before.telephone}
        both._details = {name: value or kept.get(name) for name, value in self._details.items()}
        both.phone, both.email = bool(both._details["telephone"]), bool(both._details["email"])
        return both

    def seal(self, record: str) -> Envelope:
        """Seal for the record that will hold them."""
        data = json.dumps(self._details, ensure_ascii=False).encode()
        return self._vault.seal(data, record=record, kind=KIND)


def open_details(vault: Vault, *, record: str, key_id: str, sealed: bytes) -> Details:
    """The details of a record; raises bot.vault.vault.CannotOpen (Dutch)."""
    envelope = Envelope(KeyId(key_id), Sealed(sealed))
    return Details(**json.loads(vault.open(envelope, record=record, kind=KIND)))
