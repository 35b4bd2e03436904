"""The contacts behind a figure: facts alone, so that who doubts a number can look what it was counted from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot.errors import Unknown
from bot.knowledge.library import Library
from bot.registration.models import (
    ContactRecord,
    HandoverRecord,
    OutcomeRecord,
    QuestionRecord,
    ReferralRecord,
)
from bot.statistics.counting import (
    CONTACT_OF,
    UNKNOWN,
    By,
    Source,
    contacts,
    questions,
    referrals,
)
from bot.statistics.days import DAYS, of_day
from bot.statistics.measure import Measure
from bot.statistics.measures import MEASURES
from bot.statistics.periods import BRUSSELS, Period
from bot.statistics.usefulness import judged
from bot.statistics.waiting import handovers

TOTALS: dict[str, Source] = {
    "contacts": contacts,
    "questions": questions,
    "referred": referrals,
}
"""What the totals of a report are counted from."""

_CONTACT_OF: dict[Source, InstrumentedAttribute[Any]] = {
    **CONTACT_OF,
    judged: QuestionRecord.contact_id,
    handovers: HandoverRecord.contact_id,
}


@dataclass(frozen=True)
class Facts:
    """One contact. Of its moment the day alone: with an hour it could be found in a log elsewhere."""

    id: str
    day: date
    channel: str
    audience: str
    municipality: str | None
    topics: tuple[str, ...]
    services: tuple[str, ...]
    outcomes: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """A part of the contacts behind a figure."""

    found: list[Facts]
    number: int
    """How many there are in all."""


def behind(
    session: Session,
    library: Library,
    period: Period,
    *,
    table: str,
    row: str,
    skip: int,
    limit: int,
) -> Page:
    """The contacts of one row, or of a whole total when `row` is empty; newest first. Raises Unknown."""
    ids = _ids(session, library, period, table, row)
    number = session.scalar(select(func.count()).select_from(ids.subquery())) or 0
    rows = (
        select(ContactRecord)
        .where(ContactRecord.id.in_(ids))
        .order_by(ContactRecord.opened_at.desc(), ContactRecord.id)
    )
    return Page(_facts(session, session.scalars(rows.offset(skip).limit(limit)).all()), number)


def measure_of(table: str) -> Measure:
    """A table of the monthly report; raises Unknown."""
    found = next((one for one in MEASURES if one.id == table), None)
    if found is None:
        raise Unknown("Deze tabel bestaat niet.")
    return found


def _ids(session: Session, library: Library, period: Period, table: str, row: str) -> Select[str]:
    if table in TOTALS and not row:
        source = TOTALS[table]
        return source(_CONTACT_OF[source])(period).distinct()
    if table == DAYS:
        return contacts(ContactRecord.id)(of_day(period, row))
    measure = measure_of(table)
    query = measure.query
    if not isinstance(query, By):
        raise Unknown("Achter dit cijfer zit geen lijst.")
    contact = _CONTACT_OF[query.source]
    return (
        query.source(contact)(period)
        .where(contact.is_not(None), _key_is(session, query, library, measure, period, row))
        .distinct()
    )


def _key_is(
    session: Session, query: By, library: Library, measure: Measure, period: Period, row: str
) -> ColumnElement[bool]:
    """Which counted keys belong to a row, as the table itself decides."""
    keys = session.scalars(query.source(query.key)(period).distinct()).all()
    known = [one for one in keys if one is not None and measure.row_of(library, one) == row]
    wanted: ColumnElement[bool] = query.key.in_(known)
    return or_(wanted, query.key.is_(None)) if row == UNKNOWN else wanted


def _facts(session: Session, found: Sequence[ContactRecord]) -> list[Facts]:
    ids = [one.id for one in found]
    topics = _by_contact(
        session,
        select(QuestionRecord.contact_id, QuestionRecord.topic)
        .where(QuestionRecord.contact_id.in_(ids))
        .order_by(QuestionRecord.id),
    )
    services = _by_contact(
        session,
        select(QuestionRecord.contact_id, ReferralRecord.contact)
        .join(ReferralRecord, ReferralRecord.question_id == QuestionRecord.id)
        .where(QuestionRecord.contact_id.in_(ids))
        .order_by(ReferralRecord.id),
    )
    outcomes = _by_contact(
        session,
        select(OutcomeRecord.contact_id, OutcomeRecord.outcome)
        .where(OutcomeRecord.contact_id.in_(ids))
        .order_by(OutcomeRecord.id),
    )
    return [
        Facts(
            id=one.id,
            day=one.opened_at.astimezone(BRUSSELS).date(),
            channel=one.channel,
            audience=one.audience,
            municipality=one.municipality,
            topics=topics.get(one.id, ()),
            services=services.get(one.id, ()),
            outcomes=outcomes.get(one.id, ()),
        )
        for one in found
    ]


def _by_contact(session: Session, rows: Select[str, str]) -> dict[str, tuple[str, ...]]:
    """What belongs to each contact, each thing once."""
    found: dict[str, dict[str, None]] = {}
    for contact, value in session.execute(rows):
        found.setdefault(contact, {})[value] = None
    return {contact: tuple(many) for contact, many in found.items()}
