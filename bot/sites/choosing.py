"""A site as it is typed, in a form or on a command line: read, checked against the municipalities and stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from sqlalchemy.orm import Session

from bot.conversations.models import Site
from bot.conversations.sites import known_site, save_site
from bot.errors import InvalidInput
from bot.knowledge.municipalities import Municipality
from bot.sites.hours import Hours
from bot.sites.look import Look


@dataclass(frozen=True)
class Chosen:
    """Everything that is known of a site."""

    origins: tuple[str, ...] = ()
    municipality: str | None = None
    look: Look = field(default_factory=Look)
    hours: Hours | None = None

    @classmethod
    def of(cls, site: Site) -> Self:
        """As it is stored."""
        return cls(tuple(site.origins), site.municipality, Look.of(site.look), site.hours)

    def with_changes(self, changes: Mapping[str, Any]) -> Self:
        """The same with other values, by name, of the site or of its look."""
        look = {name: value for name, value in changes.items() if name in Look.__dataclass_fields__}
        rest = {name: value for name, value in changes.items() if name not in look}
        return replace(self, look=replace(self.look, **look), **rest)


def read_site(session: Session, id: str) -> Chosen:
    """What is stored; raises Unknown."""
    return Chosen.of(known_site(session, id))


def store_site(
    session: Session, id: str, chosen: Chosen, municipalities: Mapping[str, Municipality]
) -> None:
    """Store it; raises InvalidInput for what could not work."""
    if chosen.municipality is not None and chosen.municipality not in municipalities:
        raise InvalidInput(f"'{chosen.municipality}' is geen NIS-code van een Vlaamse gemeente")
    save_site(
        session,
        id,
        origins=list(chosen.origins),
        municipality=chosen.municipality,
        look=chosen.look,
        hours=chosen.hours,
    )
