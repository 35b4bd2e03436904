"""How often a person was asked for, what came of it, and how long it took."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from math import ceil
from typing import Any, TypedDict

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import Session

from bot.registration.models import HandoverEnd, HandoverRecord
from bot.statistics.counting import by, counts, within
from bot.statistics.measure import Measure, Total
from bot.statistics.periods import EVERYONE, Period

CLAIMED, LEFT, UNANSWERED, OPEN = "overgenomen", "geannuleerd", "niet_opgenomen", "wacht"


class Duration(TypedDict):
    """Seconds that half, and nine in ten, did not exceed; None when there were none."""

    label: str
    count: int
    median: int | None
    p90: int | None


def handovers(*columns: Any) -> Callable[[Period], Select[Any]]:
    """Times that a person was asked for in the period."""
    return lambda period: (
        select(*columns)
        .select_from(HandoverRecord)
        .where(within(period, HandoverRecord.asked_at), _counts(period))
    )


def _counts(period: Period) -> ColumnElement[bool]:
    """Of who is erased nobody knows any more whether it was this municipality or that."""
    counted = counts(period, HandoverRecord.contact_id)
    erased = HandoverRecord.contact_id.is_(None)
    return or_(erased, counted) if period.among == EVERYONE else counted


HANDOVERS = Total(
    id="handovers",
    label="Vragen naar een medewerker",
    definition="Elke keer dat een vrager een medewerker wilde spreken. Later opnieuw vragen telt "
    "opnieuw.",
    words="alle vragen naar een medewerker van de periode",
    query=handovers(func.count(HandoverRecord.id)),
)

ANSWERED = Measure(
    id="handovers",
    label="Vragen naar een medewerker",
    definition="Elke vraag naar een medewerker telt eenmaal, bij wat ervan kwam.",
    numerator="vragen naar een medewerker met deze afloop",
    base=HANDOVERS,
    whole=HANDOVERS,
    query=by(
        handovers,
        case(
            (HandoverRecord.claimed_at.is_not(None), CLAIMED),
            (HandoverRecord.ended_as == HandoverEnd.CANCELLED.value, LEFT),
            (HandoverRecord.ended_at.is_not(None), UNANSWERED),
            else_=OPEN,
        ),
    ),
    labels=lambda _library: {
        CLAIMED: "Een medewerker nam over",
        LEFT: "De vrager wachtte niet langer",
        UNANSWERED: "Gesloten zonder dat een medewerker overnam",
        OPEN: "Wachtte nog toen dit geteld werd",
    },
    complete=True,
)


def durations(session: Session, period: Period) -> dict[str, Duration]:
    """Waiting until a colleague came, and talking until it ended, of who asked in the period."""
    moments = (HandoverRecord.asked_at, HandoverRecord.claimed_at, HandoverRecord.ended_at)
    rows = session.execute(handovers(*moments)(period)).all()
    return {
        "waiting": _duration(
            "Wachten op een medewerker", [(asked, claimed) for asked, claimed, _ in rows]
        ),
        "handling": _duration(
            "Gesprek met een medewerker", [(claimed, ended) for _, claimed, ended in rows]
        ),
    }


def _duration(label: str, spans: Sequence[tuple[datetime | None, datetime | None]]) -> Duration:
    seconds = sorted((end - start).total_seconds() for start, end in spans if start and end)
    return Duration(label=label, count=len(seconds), median=_at(seconds, 50), p90=_at(seconds, 90))


def _at(values: Sequence[float], percent: int) -> int | None:
    """The least of the values that so many percent of them do not exceed."""
    return round(values[ceil(len(values) * percent / 100) - 1]) if values else None
