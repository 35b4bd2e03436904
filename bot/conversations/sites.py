"""The sites that may embed the widget."""

from __future__ import annotations

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversations.models import Site
from bot.errors import InvalidInput

DEMO = "demo"
_DEMO_ORIGINS = ["'self'", "http://localhost:*", "http://127.0.0.1:*"]
_HOST = r"(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"
_ORIGIN = re.compile(rf"https?://{_HOST}(:(\d{{1,5}}|\*))?", re.IGNORECASE)
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def save_site(session: Session, id: str, *, origins: list[str], municipality: str | None) -> None:
    """Register a site or change it; raises InvalidInput for an id or origin that could not work."""
    if not _ID.fullmatch(id):
        raise InvalidInput(
            "De naam van een site telt 1 tot 40 kleine letters, cijfers of streepjes."
        )
    for origin in origins:
        if not _ORIGIN.fullmatch(origin) or _is_everything(origin):
            raise InvalidInput(
                f"'{origin}' is geen adres zoals https://www.mijngemeente.be (zonder pad)."
            )
    session.merge(Site(id=id, origins=origins, municipality=municipality))


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
