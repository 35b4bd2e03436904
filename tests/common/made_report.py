"""The monthly report of a made September, the same each time, for the example in docs/voorbeelden."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from sqlalchemy import create_engine, update
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from bot.database.tables import METADATA
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library, load_library
from bot.registration import handovers
from bot.registration.models import Channel, HandoverEnd, Outcome, QuestionRecord
from bot.settings import PROJECT
from bot.statistics.closing import report_of
from bot.statistics.html import render
from bot.statistics.periods import Month
from tests.common.registration import add_contact, add_question

PAGE = PROJECT / "docs/voorbeelden/maandverslag_van_een_verzonnen_maand.html"
MADE = datetime(2026, 10, 1, 7, 5, tzinfo=UTC)
SEPTEMBER = Month(2026, 9)

Kind = TypeVar("Kind")

# Month, contacts in it, and which topics were asked most often, with where some were referred.
MONTHS = ((SEPTEMBER, 96), (Month(2026, 8), 61), (Month(2025, 9), 48))
TOPICS = {
    "vormingsaanbod": ("abb", 14),
    "livc": (None, 12),
    "handelingskader_aanvragen": (None, 11),
    "wat_is_radicalisering": (None, 9),
    "bezorgd_over_persoon": ("vvsg_veiligheid", 8),
    "draaiboek_onderwijs": ("departement_onderwijs", 7),
    "plaatsbezoek": (None, 6),
    "theologische_hulplijn": ("abb", 5),
    "thesis": (None, 4),
    "beveiliging_evenement": ("vvsg_veiligheid", 4),
    "beroepsgeheim": (None, 3),
    "casemanager": (None, 2),
}
CHANNELS = {Channel.WIDGET: 60, Channel.EMAIL: 22, Channel.TELEFOON: 14, Channel.OVERLEG: 4}
AUDIENCES = {
    Audience.GEMEENTE: 46,
    Audience.OCMW: 16,
    Audience.ONDERWIJS: 12,
    Audience.STUDENT: 8,
    Audience.BURGER: 6,
    Audience.ONBEKEND: 12,
}
PLACES = {"44021": 14, "11002": 12, "12025": 9, "23088": 7, "31005": 6, "73001": 4, "24062": 4}
OTHER = {
    Outcome.CLARIFIED: 20,
    Outcome.NOT_UNDERSTOOD: 9,
    Outcome.OUT_OF_SCOPE: 4,
    Outcome.CONVERSATION: 30,
}


def fill(session: Session, library: Library) -> None:
    """Register three months."""
    draw = random.Random(21)
    for month, contacts in MONTHS:
        for _ in range(contacts):
            _contact(session, library, draw, month)
    session.flush()


def _contact(session: Session, library: Library, draw: random.Random, month: Month) -> None:
    day = draw.randrange(month.period.days)
    # Few write in a weekend.
    if (month.period.first + timedelta(days=day)).weekday() > 4 and draw.random() < 0.85:
        day = max(0, day - 2)
    at = month.period.start + timedelta(days=day, hours=draw.uniform(8, 17))
    topic = _one_of(draw, {one: weight for one, (_, weight) in TOPICS.items()})
    service = TOPICS[topic][0]
    helped = Outcome.ANSWERED if service is None else Outcome.REFERRED
    contact = add_contact(
        session,
        at=at,
        channel=_one_of(draw, CHANNELS),
        audience=_one_of(draw, AUDIENCES),
        municipality=_one_of(draw, PLACES) if draw.random() < 0.8 else None,
        outcomes=[helped, *([_one_of(draw, OTHER)] if draw.random() < 0.6 else [])],
    )
    refer_to = [] if service is None else [service]
    add_question(session, contact, topic, at=at, refer_to=refer_to, contacts=library.contacts)
    session.flush()
    if draw.random() < 0.35:
        session.execute(
            update(QuestionRecord)
            .where(QuestionRecord.contact_id == contact)
            .values(useful=draw.random() < 0.8)
        )
    if draw.random() < 0.15:
        _person(session, draw, contact, at)


def _person(session: Session, draw: random.Random, contact: str, at: datetime) -> None:
    handovers.asked(session, contact, at)
    session.flush()
    came = at + timedelta(seconds=draw.randrange(30, 900))
    if draw.random() < 0.8:
        handovers.claimed(session, contact, asked_at=at, at=came)
        came += timedelta(minutes=draw.randrange(3, 40))
        handovers.ended(session, contact, HandoverEnd.CLOSED, came)
    else:
        handovers.ended(session, contact, HandoverEnd.CANCELLED, came)


def _one_of(draw: random.Random, weights: dict[Kind, int]) -> Kind:
    (found,) = draw.choices(list(weights), weights=list(weights.values()))
    return found


def page(library: Library) -> str:
    """The same as the page in docs/voorbeelden."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    METADATA.create_all(engine)
    with Session(engine) as session:
        fill(session, library)
        made = render(report_of(session, library, SEPTEMBER, now=MADE))
    engine.dispose()
    return made


if __name__ == "__main__":
    PAGE.write_text(page(load_library(PROJECT / "knowledge")), encoding="utf-8")
