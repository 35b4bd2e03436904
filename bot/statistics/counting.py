"""The queries that measures are made of: what happened in a period, test conversations left out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, distinct, func, not_, select
from sqlalchemy.orm import InstrumentedAttribute

from bot.registration.models import ContactRecord, OutcomeRecord, QuestionRecord, ReferralRecord
from bot.statistics.measure import Query
from bot.statistics.periods import Period

# One set that the database builds once; a join would look every contact up again for each of its messages.
_TESTS = select(ContactRecord.id).where(ContactRecord.test)


def _in(period: Period, moment: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    return and_(moment >= period.start, moment < period.end)


def contacts(*columns: Any) -> Callable[[Period], Select[Any]]:
    """Contacts whose first message fell in the period."""
    return lambda period: (
        select(*columns)
        .select_from(ContactRecord)
        .where(_in(period, ContactRecord.opened_at), not_(ContactRecord.test))
    )


def questions(*columns: Any) -> Callable[[Period], Select[Any]]:
    """Questions first asked in the period."""
    return lambda period: (
        select(*columns)
        .select_from(QuestionRecord)
        .where(_in(period, QuestionRecord.asked_at), QuestionRecord.contact_id.not_in(_TESTS))
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
        .where(_in(period, OutcomeRecord.at), OutcomeRecord.contact_id.not_in(_TESTS))
    )


DISTINCT_REFERRED = func.count(distinct(ReferralRecord.question_id))
"""Questions with at least one referral."""


def by(
    source: Callable[..., Callable[[Period], Select[Any]]],
    key: InstrumentedAttribute[Any],
    number: ColumnElement[int] | None = None,
) -> Query:
    """Counts of a source by one key: rows, unless another number is given."""
    counted = func.count() if number is None else number
    return lambda period: source(key, counted)(period).group_by(key)
