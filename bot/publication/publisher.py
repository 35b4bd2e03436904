"""Who publishes the figures, and what others may do with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.errors import ConfigurationError


@dataclass(frozen=True)
class Publisher:
    """As the description of the data names it."""

    name: str = "Helpdesk radicalisering voor lokale besturen"
    uri: str | None = None
    """Of the organisation, in a register such as data.vlaanderen.be/id/organisatie."""
    licence: str = "https://data.vlaanderen.be/id/licentie/modellicentie-gratis-hergebruik/v1.0"

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> Publisher:
        """Read `WEGWIJS_PUBLISHER*`; raises ConfigurationError with the name of a wrong variable."""
        usual = cls()
        return cls(
            name=env.get("WEGWIJS_PUBLISHER", "").strip() or usual.name,
            uri=_address(env, "WEGWIJS_PUBLISHER_URI"),
            licence=_address(env, "WEGWIJS_PUBLISHER_LICENCE") or usual.licence,
        )


def _address(env: Mapping[str, str], name: str) -> str | None:
    value = env.get(name, "").strip()
    if value and not value.startswith(("https://", "http://")):
        raise ConfigurationError(f"{name} moet een webadres zijn, dat begint met https://.")
    return value or None
