"""Closing a month: its report is kept with a hash, and whoever asks for it later reads those same figures.

What is corrected afterwards stands in the counted facts and not in the closed report, which says so. With the report
are kept the figures of each municipality, for its own page; they go out with no report.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import InvalidInput
from bot.knowledge.library import Library
from bot.knowledge.own_words import own_words
from bot.statistics.days import DAYS
from bot.statistics.measures import CONTACTS
from bot.statistics.models import ClosedMonth
from bot.statistics.municipal import NOBODY, by_municipality
from bot.statistics.periods import BRUSSELS, Month, Period, parse_month
from bot.statistics.report import Closing, Figures, FiguresDisagree, Report, build
from bot.statistics.unanswered import unanswered

MUNICIPAL = "by_municipality"
"""Beside the parts of a report: the figures of each municipality. A month closed by an older version has none."""


@dataclass(frozen=True)
class Closed:
    """A month of which the report is kept."""

    month: Month
    at: datetime
    sha256: str


def closed_months(session: Session) -> list[Closed]:
    """The closed months, newest first."""
    rows = select(ClosedMonth.month, ClosedMonth.closed_at, ClosedMonth.sha256)
    found = session.execute(rows.order_by(ClosedMonth.month.desc()))
    return [Closed(parse_month(month), at, sha256) for month, at, sha256 in found]


def closed_month(session: Session, month: Month) -> Closed | None:
    """What is kept of a month; None as long as it is open."""
    kept = session.get(ClosedMonth, str(month))
    return None if kept is None else Closed(month, kept.closed_at, kept.sha256)


def closed_at(session: Session, at: datetime) -> Closed | None:
    """The closed month in which a moment lies; None when that month is open."""
    day = at.astimezone(BRUSSELS).date()
    return closed_month(session, Month(day.year, day.month))


def refuse_closing(session: Session, month: Month, *, now: datetime) -> None:
    """Raises InvalidInput (Dutch) when a month still runs or is closed already."""
    if month.period.end > now:
        raise InvalidInput(f"{month.label} is nog niet voorbij en kan niet afgesloten worden")
    if session.get(ClosedMonth, str(month)) is not None:
        raise InvalidInput(f"{month.label} is al afgesloten")


def refuse_closed_day(session: Session, at: datetime) -> None:
    """Raises InvalidInput (Dutch) when a moment lies in a month that is closed."""
    closed = closed_at(session, at)
    if closed is not None:
        raise InvalidInput(
            f"{closed.month.label.capitalize()} is afgesloten: in die maand komt er niets meer bij, en niets verandert "
            "of verdwijnt. Dat kan alleen in een maand die nog open is."
        )


def close_month(session: Session, library: Library, month: Month, *, now: datetime) -> Report:
    """Keep the report of a month for good; raises InvalidInput (Dutch) when it still runs or is closed already."""
    refuse_closing(session, month, now=now)
    report = build(session, library, month, made_at=now)
    municipal = {nis: asdict(one) for nis, one in by_municipality(session, library, month).items()}
    figures = json.dumps({**report, MUNICIPAL: municipal}, ensure_ascii=False, sort_keys=True)
    closed = ClosedMonth(
        month=str(month), closed_at=now, figures=figures, sha256=_fingerprint(figures)
    )
    session.add(closed)
    session.flush()
    return _as_closed(closed, corrected=False)


def report_of(session: Session, library: Library, month: Month, *, now: datetime) -> Report:
    """The report of a month: as it was closed, else counted now.

    Raises FiguresDisagree when what was closed is no longer what it was.
    """
    counted = build(session, library, month, made_at=now)
    closed = session.get(ClosedMonth, str(month))
    if closed is None:
        return counted
    _check(closed, month)
    kept = json.loads(closed.figures)
    return _as_closed(closed, corrected=_counts(kept, kept) != _counts(counted, kept))


def corrected_since(session: Session, library: Library, month: Month, *, now: datetime) -> bool:
    """Whether what is counted of a closed month is no longer what its report says; raises FiguresDisagree."""
    report = report_of(session, library, month, now=now)
    return "closed" in report and report["closed"]["corrected_since"]


def full_report(session: Session, library: Library, month: Month, *, now: datetime) -> Report:
    """The report for people of the organisation: with what was not understood, as far as the texts are still there."""
    report = report_of(session, library, month, now=now)
    report["unanswered"] = unanswered(session, month.period, own_words(library))
    return report


@dataclass(frozen=True)
class Since:
    """By how many the contacts of a closed month changed since it was closed."""

    month: Month
    contacts: int


def since_closing(session: Session, period: Period) -> list[Since]:
    """The closed months of which the days within a period have more or fewer contacts now, the oldest first."""
    found = []
    for one in reversed(closed_months(session)):
        first = max(period.first, one.month.period.first)
        last = min(period.last, one.month.period.last)
        if last < first:
            continue
        rows = json.loads(session.get_one(ClosedMonth, str(one.month)).figures)["tables"][DAYS]
        days = (first.isoformat(), last.isoformat())
        before = sum(row["count"] for row in rows if days[0] <= row["id"] <= days[1])
        now = session.execute(CONTACTS.query(Period(first, last))).scalar_one()
        if now != before:
            found.append(Since(one.month, now - before))
    return found


def municipal_months(session: Session) -> set[Month]:
    """The closed months of which the figures of each municipality are kept."""
    kept = select(ClosedMonth.month).where(ClosedMonth.figures.contains(f'"{MUNICIPAL}": {{'))
    return {parse_month(one) for one in session.scalars(kept)}


def municipal_figures(session: Session, month: Month, nis: str) -> Figures:
    """The figures of a municipality as they were when the month was closed.

    Raises InvalidInput (Dutch) when it is not closed, FiguresDisagree when what was closed is no longer what it was.
    """
    closed = session.get(ClosedMonth, str(month))
    kept = None if closed is None else json.loads(closed.figures).get(MUNICIPAL)
    if closed is None or kept is None:
        raise InvalidInput(f"{month.label} is nog niet afgesloten")
    _check(closed, month)
    return Figures(**kept.get(nis, kept[NOBODY]))


def _check(closed: ClosedMonth, month: Month) -> None:
    if _fingerprint(closed.figures) != closed.sha256:
        raise FiguresDisagree(
            f"De afgesloten cijfers van {month.label} zijn veranderd: de vingerafdruk klopt niet meer. "
            "Zet een reservekopie terug."
        )


def _as_closed(closed: ClosedMonth, *, corrected: bool) -> Report:
    kept = json.loads(closed.figures)
    kept.pop(MUNICIPAL, None)
    report: Report = kept
    report["closed"] = Closing(
        at=closed.closed_at.astimezone(BRUSSELS).isoformat(timespec="seconds"),
        sha256=closed.sha256,
        corrected_since=corrected,
    )
    return report


def _fingerprint(figures: str) -> str:
    return hashlib.sha256(figures.encode()).hexdigest()


def _counts(report: Report, like: Report) -> object:
    """What is counted, without the words around it, which an editor may change, and without tables that came later."""
    rows = {
        table: sorted((row["id"], row["count"], row["base"]) for row in report["tables"][table])
        for table in like["tables"]
    }
    return report["totals"], rows
