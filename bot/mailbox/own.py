"""Which addresses are the helpdesk's own: what comes from them was not asked, but answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Own:
    """Addresses and domains in lower case."""

    parts: tuple[str, ...]

    def holds(self, address: str) -> bool:
        """Whether an address is one of these, or of one of these domains or a part of it."""
        domain = address.rpartition("@")[2]
        return any(
            address == one if "@" in one else domain == one or domain.endswith(f".{one}")
            for one in self.parts
        )

    def names(self, text: str) -> bool:
        """Whether a name of a list is made of one of these."""
        return any(one.replace("@", ".") in text for one in self.parts)

    @classmethod
    def of(cls, written: Iterable[str]) -> Own:
        """As somebody wrote them: "@vvsg.be" is the domain."""
        return cls(
            tuple(dict.fromkeys(one.strip().lower().lstrip("@") for one in written if one.strip()))
        )
