"""Topics that were asked more or less often than a month and a year before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TypedDict

from sqlalchemy.orm import Session

from bot.registration.models import QuestionRecord
from bot.statistics.counting import by, questions
from bot.statistics.periods import Month

_TOPICS = by(questions, QuestionRecord.topic)

SHOWN = 10
"""Topics with the largest change against the month before."""


class Mover(TypedDict):
    """One topic in three months."""

    id: str
    label: str
    count: int
    month_before: int
    year_before: int


def movers(
    session: Session, month: Month, counts: Mapping[str, int], labels: Mapping[str, str]
) -> list[Mover]:
    """The topics that moved most against the month before, the largest change first; `counts` are of this month."""
    now = Counter(counts)
    before, year = (_counted(session, month.before(months)) for months in (1, 12))
    moved = [one for one in {*now, *before} if now[one] != before[one]]
    moved.sort(key=lambda one: (-abs(now[one] - before[one]), -now[one], one))
    return [
        Mover(
            id=one,
            label=labels.get(one, one),
            count=now[one],
            month_before=before[one],
            year_before=year[one],
        )
        for one in moved[:SHOWN]
    ]


def _counted(session: Session, month: Month) -> Counter[str]:
    return Counter({str(key): number for key, number in session.execute(_TOPICS(month.period))})
