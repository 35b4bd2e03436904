"""Counting visits and presentations: those asked in a conversation, and those that a colleague registers."""

from __future__ import annotations

import secrets
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.errors import InvalidInput, Unknown
from bot.knowledge.catalogue import TopicId
from bot.knowledge.library import Library
from bot.registration.erasing import day_of
from bot.registration.fieldwork import Ground, Refusal, VisitRecord
from bot.registration.places import check_municipality, check_topic
from bot.registration.signing import Signature
from bot.requests.kinds import Initiative, Status

KIND = "bezoek"
"""How the audit log calls one."""


def count_requested_visit(
    session: Session,
    request: str,
    *,
    contact: str | None,
    municipality: str | None,
    topic: str | None,
    nature: str | None,
    at: datetime,
) -> None:
    """Count a visit that was asked in a conversation; it carries the id of the request, and none of its text."""
    session.add(
        VisitRecord(
            id=request,
            contact_id=contact,
            municipality=municipality,
            initiative=Initiative.THEIRS.value,
            topic=topic,
            nature=nature,
            status=Status.OPEN.value,
            opened_on=day_of(at).date(),
        )
    )


def correct_requested_visit(
    session: Session,
    request: str,
    *,
    municipality: str | None,
    topic: str | None,
    nature: str | None,
) -> None:
    """Follow a change of the request that a visit came from; a request of another kind has none."""
    visit = session.get(VisitRecord, request)
    if visit is not None:
        visit.municipality, visit.topic, visit.nature = municipality, topic, nature


def follow_request(
    session: Session,
    request: str,
    status: Status,
    *,
    reason: Refusal | None = None,
    on: date | None = None,
) -> None:
    """Note how far the visit of a request is; a request of another kind has none, and nothing happens."""
    visit = session.get(VisitRecord, request)
    if visit is not None:
        _settle(visit, status, reason=reason, on=on)


def register_visit(
    session: Session,
    library: Library,
    *,
    municipality: str | None,
    initiative: Initiative,
    topic: TopicId | None,
    opened_on: date,
    by: Signature,
    ground: Ground | None = None,
) -> str:
    """Register a visit that was asked by telephone, mail or otherwise, or that is offered; gives its id.

    Raises InvalidInput for a municipality or topic that does not exist.
    """
    check_municipality(library, municipality)
    nature = check_topic(library, topic)
    if ground is not None and initiative is not Initiative.OURS:
        raise InvalidInput("Een aanleiding hoort alleen bij een bezoek op eigen initiatief.")
    visit = VisitRecord(
        id=secrets.token_urlsafe(16),
        municipality=municipality,
        initiative=initiative.value,
        ground=None if ground is None else ground.value,
        topic=topic,
        nature=nature,
        status=Status.OPEN.value,
        opened_on=opened_on,
    )
    session.add(visit)
    by.sign(session, Act.REGISTERED, f"{KIND}:{visit.id}")
    return visit.id


def settle_visit(
    session: Session,
    visit: str,
    status: Status,
    *,
    by: Signature,
    reason: Refusal | None = None,
    on: date | None = None,
) -> None:
    """Note that a visit is planned, done or refused, and on which day (today when not told). Raises Unknown."""
    found = session.get(VisitRecord, visit)
    if found is None:
        raise Unknown("Dit bezoek bestaat niet.")
    _settle(found, status, reason=reason, on=on)
    by.sign(session, Act.CHANGED, f"{KIND}:{visit}")


def _settle(visit: VisitRecord, status: Status, *, reason: Refusal | None, on: date | None) -> None:
    if reason is not None and status is not Status.REFUSED:
        raise InvalidInput("Een reden hoort alleen bij een bezoek dat niet doorgaat.")
    closed = status in (Status.DONE, Status.REFUSED)
    day = on or day_of(datetime.now(UTC)).date()
    if closed and day < visit.opened_on:
        raise InvalidInput("Een bezoek kan niet eindigen voor het gevraagd werd.")
    visit.status, visit.reason = status.value, None if reason is None else reason.value
    visit.settled_on = day if closed else None
    if status is Status.PLANNED:
        visit.planned_for = on
    elif status is Status.OPEN:
        visit.planned_for = None
