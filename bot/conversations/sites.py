"""The sites that may embed the widget."""

from __future__ import annotations

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversations.models import Site
from bot.errors import InvalidInput, Unknown
from bot.sites.hours import Hours
from bot.sites.look import Look

DEMO = "demo"
_DEMO_ORIGINS = ["'self'", "http://localhost:*", "http://127.0.0.1:*"]
_HOST = r"(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"
_ORIGIN = re.compile(rf"https?://{_HOST}(:(\d{{1,5}}|\*))?", re.IGNORECASE)
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def save_site(
    session: Session,
    id: str,
    *,
    origins: list[str],
    municipality: str | None,
    look: Look | None = None,
    hours: Hours | None = None,
) -> None:
    """Register a site or change it; raises InvalidInput for what could not work."""
    if not _ID.fullmatch(id):
        raise InvalidInput(
            "De naam van een site telt 1 tot 40 kleine letters, cijfers of streepjes."
        )
    for origin in origins:
        if not _ORIGIN.fullmatch(origin) or _is_everything(origin):
            raise InvalidInput(
                f"'{origin}' is geen adres zoals https://www.mijngemeente.be (zonder pad)."
            )
    chosen = (look or Look()).checked()
    session.merge(
        Site(
            id=id,
            origins=origins,
            municipality=municipality,
            look=None if chosen == Look() else chosen.data(),
            hours=hours,
        )
    )


def known_site(session: Session, id: str) -> Site:
    """A site; raises Unknown."""
    found = session.get(Site, id)
    if found is None:
        raise Unknown("Deze site is niet bekend bij Wegwijs.")
    return found


def remove_site(session: Session, id: str) -> None:
    """From now on it embeds nothing; its conversations stay as long as any. Raises Unknown."""
    session.delete(known_site(session, id))


def look_of(session: Session, id: str) -> Look:
    """What a site chose; as usual for a site that is not known."""
    found = session.get(Site, id)
    return Look.of(None if found is None else found.look)


def _is_everything(origin: str) -> bool:
    """Whether a wildcard stands before less than a domain of one's own: "https://*.be" is half of Belgium."""
    return "*." in origin and origin.split("*.", 1)[1].count(".") < 1


def ensure_demo_site(session: Session) -> None:
    """The demo page is a site like another one, embedded from this machine only."""
    if session.get(Site, DEMO) is None:
        session.add(Site(id=DEMO, origins=_DEMO_ORIGINS, municipality=None))


def all_sites(session: Session) -> list[Site]:
    """Every site, by id."""
    return list(session.scalars(select(Site).order_by(Site.id)))
