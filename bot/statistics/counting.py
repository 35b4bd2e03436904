"""The queries that measures are made of: what happened in a period, test conversations left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, distinct, func, not_, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from bot.registration.fieldwork import (
    EventRecord,
    OutreachRecord,
    OutreachStatus,
    ParticipantsRecord,
    VisitRecord,
)
from bot.registration.models import ContactRecord, OutcomeRecord, QuestionRecord, ReferralRecord
from bot.requests.kinds import Initiative, Status
from bot.statistics.periods import EVERYONE, Among, Period

UNKNOWN = "onbekend"
"""Row of what nobody told, or of what the knowledge folder no longer holds."""

# One set that the database builds once; a join would look every contact up again for each of its messages.
TESTS = select(ContactRecord.id).where(ContactRecord.test)
"""Test conversations."""


def within(period: Period, moment: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether a moment falls in the period."""
    return and_(moment >= period.start, moment < period.end)


Source = Callable[..., Callable[[Period], Select[Any]]]
"""Columns in, and the rows of a period out."""


def _on(period: Period, day: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    return and_(day >= period.first, day <= period.last)


def _facts(among: Among) -> list[ColumnElement[bool]]:
    """What a contact must be to count; every filter is here and nowhere else."""
    told = (
        (ContactRecord.municipality, None if among.municipality == UNKNOWN else among.municipality),
        (ContactRecord.audience, among.audience),
        (ContactRecord.channel, among.channel),
    )
    wanted = [column == fact for column, fact in told if fact is not None]
    if among.municipality == UNKNOWN:
        wanted.append(ContactRecord.municipality.is_(None))
    return wanted


def counts(period: Period, contact: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether what belongs to a contact counts: a test never does."""
    real = contact.not_in(TESTS)
    if period.among == EVERYONE:
        return real
    return and_(real, contact.in_(select(ContactRecord.id).where(*_facts(period.among))))


def contacts(*columns: Any) -> Callable[[Period], Select[Any]]:
    """Contacts whose first message fell in the period."""
    return lambda period: (
        select(*columns)
        .select_from(ContactRecord)
        .where(
            within(period, ContactRecord.opened_at), not_(ContactRecord.test), *_facts(period.among)
        )
    )


def questions(*columns: Any) -> Callable[[Period], Select[Any]]:
    """Questions first asked in the period."""
    return lambda period: (
        select(*columns)
        .select_from(QuestionRecord)
        .where(within(period, QuestionRecord.asked_at), counts(period, QuestionRecord.contact_id))
    )


def referrals(*columns: Any) -> Callable[[Period], Select[Any]]:
    """Referrals of the questions of the period."""
    return lambda period: questions(*columns)(period).join(
        ReferralRecord, ReferralRecord.question_id == QuestionRecord.id
    )


def messages(*columns: Any) -> Callable[[Period], Select[Any]]:
    """Messages of the period, by what came of them."""
    return lambda period: (
        select(*columns)
        .select_from(OutcomeRecord)
        .where(within(period, OutcomeRecord.at), counts(period, OutcomeRecord.contact_id))
    )


REAL_VISIT = or_(VisitRecord.contact_id.is_(None), VisitRecord.contact_id.not_in(TESTS))
"""A visit that was not asked in a test conversation."""


def opened_visits(initiative: Initiative) -> Source:
    """Visits asked by a municipality, or offered by the helpdesk, in the period."""
    return lambda *columns: (
        lambda period: (
            select(*columns)
            .select_from(VisitRecord)
            .where(
                _on(period, VisitRecord.opened_on),
                VisitRecord.initiative == initiative.value,
                REAL_VISIT,
            )
        )
    )


def held_visits(*columns: Any) -> Callable[[Period], Select[Any]]:
    """Visits that took place in the period, whenever they were asked."""
    return lambda period: (
        select(*columns)
        .select_from(VisitRecord)
        .where(
            _on(period, VisitRecord.settled_on), VisitRecord.status == Status.DONE.value, REAL_VISIT
        )
    )


def outreach(*columns: Any) -> Callable[[Period], Select[Any]]:
    """Proactive contacts made in the period."""
    return lambda period: (
        select(*columns)
        .select_from(OutreachRecord)
        .where(
            _on(period, OutreachRecord.on),
            OutreachRecord.status == OutreachStatus.CONTACTED.value,
        )
    )


def events(*columns: Any) -> Callable[[Period], Select[Any]]:
    """Events held in the period."""
    return lambda period: (
        select(*columns).select_from(EventRecord).where(_on(period, EventRecord.held_on))
    )


def participants(*columns: Any) -> Callable[[Period], Select[Any]]:
    """Numbers of participants of the events of the period."""
    return lambda period: events(*columns)(period).join(
        ParticipantsRecord, ParticipantsRecord.event_id == EventRecord.id
    )


DISTINCT_REFERRED = func.count(distinct(ReferralRecord.question_id))
"""Questions with at least one referral."""

IS_REFERRED = case((QuestionRecord.id.in_(select(ReferralRecord.question_id)), "ja"), else_="nee")
"""Whether a question has one."""


CONTACT_OF: dict[Source, InstrumentedAttribute[str]] = {
    contacts: ContactRecord.id,
    questions: QuestionRecord.contact_id,
    referrals: QuestionRecord.contact_id,
    messages: OutcomeRecord.contact_id,
}
"""To which contact a row of a source belongs."""


@dataclass(frozen=True, eq=False)
class By:
    """Counts of a source by one key: rows, unless another number is given."""

    source: Source
    key: Any
    number: ColumnElement[int] | None = None

    def __call__(self, period: Period) -> Select[Any]:
        """The counts of a period."""
        counted = func.count() if self.number is None else self.number
        return self.source(self.key, counted)(period).group_by(self.key)


def by(
    source: Source,
    key: ColumnElement[Any] | InstrumentedAttribute[Any],
    number: ColumnElement[int] | None = None,
) -> By:
    """The counts of a source by one key."""
    return By(source, key, number)


def different(
    source: Source, column: InstrumentedAttribute[Any]
) -> Callable[[Period], Select[Any]]:
    """How many different values a source has; what is unknown is none."""
    return source(func.count(distinct(column)))
