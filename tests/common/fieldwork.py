"""Factories of visits, outreach and events, signed by a colleague of the tests."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from bot.audit.chain import Audit
from bot.knowledge.catalogue import TopicId
from bot.knowledge.library import Library
from bot.registration.fieldwork import Ground, Refusal
from bot.registration.signing import Signature
from bot.registration.visits import register_visit, settle_visit
from bot.requests.kinds import Initiative, Status

COLLEAGUE = Signature(Audit(b"sleutel van de tests"), "collega-1")

DAY = date(2026, 11, 10)
"""A day in the middle of a month, far from its borders."""


def add_visit(
    session: Session,
    library: Library,
    *,
    municipality: str | None = "44021",
    initiative: Initiative = Initiative.THEIRS,
    topic: str | None = "livc",
    opened_on: date = DAY,
    ground: Ground | None = None,
    status: Status = Status.OPEN,
    reason: Refusal | None = None,
    on: date | None = None,
) -> str:
    """Register a visit and how it went; gives its id."""
    visit = register_visit(
        session,
        library,
        municipality=municipality,
        initiative=initiative,
        topic=None if topic is None else TopicId(topic),
        opened_on=opened_on,
        ground=ground,
        by=COLLEAGUE,
    )
    if status is not Status.OPEN:
        settle_visit(session, visit, status, reason=reason, on=on or opened_on, by=COLLEAGUE)
    return visit
