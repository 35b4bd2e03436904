"""What an answer tells beside its tables: each event, each municipality of a list, and since when there are figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.parliament.listing import MunicipalityList
from bot.registration.fieldwork import EventKind, EventOpening, EventRecord, ParticipantsRecord
from bot.registration.models import ContactRecord
from bot.statistics.counting import events
from bot.statistics.periods import BRUSSELS, Period
from bot.statistics.states import REASONS, State, facts


@dataclass(frozen=True)
class EventFacts:
    """One event."""

    kind: EventKind
    held_on: date
    participants: int
    municipalities: int
    openings: int
    """Kinds of participants that might register; zero when nobody noted them."""


@dataclass(frozen=True)
class Place:
    """One municipality of a list."""

    nis: str
    state: State
    on: date | None
    """Day of what put it in that state; of what is planned when that is known."""
    reasons: tuple[str, ...]
    """Dutch labels of why not yet."""


def events_of(session: Session, period: Period) -> list[EventFacts]:
    """The events of a period, in order of day."""
    query = (
        events(
            EventRecord.kind,
            EventRecord.held_on,
            func.coalesce(func.sum(ParticipantsRecord.number), 0),
            func.count(ParticipantsRecord.municipality.distinct()),
            select(func.count())
            .where(EventOpening.event_id == EventRecord.id)
            .correlate(EventRecord)
            .scalar_subquery(),
        )(period)
        .outerjoin(ParticipantsRecord, ParticipantsRecord.event_id == EventRecord.id)
        .group_by(EventRecord.id)
        .order_by(EventRecord.held_on, EventRecord.id)
    )
    return [EventFacts(EventKind(row[0]), *row[1:]) for row in session.execute(query)]


def places_of(session: Session, period: Period, listed: MunicipalityList) -> list[Place]:
    """Each municipality of a list with the newest fact of its furthest state."""
    found = facts(period)
    known: dict[str, list[tuple[int, date, date | None, str | None]]] = {}
    columns = (found.c.state, found.c.day, found.c.planned_for, found.c.reason)
    for municipality, *fact in session.execute(select(found.c.municipality, *columns)):
        known.setdefault(municipality, []).append((fact[0], fact[1], fact[2], fact[3]))
    return [_place(nis, known.get(nis, [])) for nis in listed.nis]


def _place(nis: str, known: list[tuple[int, date, date | None, str | None]]) -> Place:
    if not known:
        return Place(nis, State.UNREGISTERED, None, ())
    state = State(min(one[0] for one in known))
    of_state = [one for one in known if one[0] == state]
    days = [one[2] for one in of_state if one[2] is not None]
    if state is not State.PLANNED:
        days = [one[1] for one in of_state]
    reasons = sorted({REASONS[one[3]] for one in of_state if one[3] in REASONS})
    return Place(nis, state, max(days, default=None), tuple(reasons))


def first_contact(session: Session) -> date | None:
    """Day of the first contact that was ever registered, tests left out."""
    at = session.scalar(
        select(func.min(ContactRecord.opened_at)).where(ContactRecord.test.is_(False))
    )
    return None if at is None else at.astimezone(BRUSSELS).date()
