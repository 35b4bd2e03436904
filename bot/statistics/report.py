"""The monthly report as plain data: every measure of a month, checked against itself before it leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NotRequired, TypedDict

from sqlalchemy.orm import Session

from bot.errors import WegwijsError
from bot.knowledge.library import Library
from bot.statistics.measure import Measure, Query, Total
from bot.statistics.measures import MEASURES, TOTALS, UNKNOWN, titles
from bot.statistics.movers import Mover, movers
from bot.statistics.overdue import Overdue, overdue
from bot.statistics.periods import BRUSSELS, Month, Period
from bot.statistics.unanswered import Unanswered
from bot.statistics.waiting import Duration, durations

Counted = list[tuple[str | None, int]]
"""What a query gave: a key, None when nobody told, and how often."""


class Row(TypedDict):
    """One line of a table."""

    id: str
    label: str
    count: int
    base: int
    share: float | None
    """Count over base, four decimals; None when there is nothing to take a share of."""


class Definition(TypedDict):
    """What a table means."""

    label: str
    definition: str
    base: str


Days = TypedDict("Days", {"from": str, "to": str})
"""First and last day, both included."""


class Closing(TypedDict):
    """When a month was closed, and what its figures can be checked with."""

    at: str
    sha256: str
    corrected_since: bool
    """Whether counting again would now give other figures."""


class Report(TypedDict):
    """The report of one month (DESIGN.md §5)."""

    month: str
    made_at: str
    period: Days
    totals: dict[str, int]
    tables: dict[str, list[Row]]
    definitions: dict[str, Definition]
    durations: dict[str, Duration]
    movers: list[Mover]
    overdue: list[Overdue]
    """Answers past their review date when the report was made."""
    closed: NotRequired[Closing]
    unanswered: NotRequired[Unanswered]
    """Only in what is made for people of the organisation; never kept and never published."""


class FiguresDisagree(WegwijsError):
    """Two counts of the same thing differ, so none of them may leave."""

    title = "De cijfers kloppen niet"


@dataclass(frozen=True)
class Figures:
    """What was counted of one period, every table checked against its total."""

    totals: dict[str, int]
    tables: dict[str, list[Row]]


def figures(
    session: Session,
    library: Library,
    period: Period,
    totals: Sequence[Total],
    measures: Sequence[Measure],
) -> Figures:
    """Count one period; raises FiguresDisagree when a table and its total differ."""
    _see_one_moment(session)
    needed = {*totals, *(total for one in measures for total in (one.base, one.whole))}
    numbers = {one: session.execute(one.query(period)).scalar_one() for one in needed}
    counted = {query: _counted(session, query, period) for query in {one.query for one in measures}}
    return Figures(
        totals={one.id: numbers[one] for one in totals},
        tables={
            one.id: _table(library, one, period, counted[one.query], numbers) for one in measures
        },
    )


def build(session: Session, library: Library, month: Month, *, made_at: datetime) -> Report:
    """Count one month; raises FiguresDisagree when a table and its total differ."""
    period = month.period
    made = figures(session, library, period, TOTALS, MEASURES)
    check_referred(made)
    return Report(
        month=str(month),
        made_at=made_at.astimezone(BRUSSELS).isoformat(timespec="seconds"),
        period={"from": period.first.isoformat(), "to": period.last.isoformat()},
        totals=made.totals,
        tables=made.tables,
        definitions={one.id: define(one) for one in MEASURES},
        durations=durations(session, period),
        movers=movers(
            session,
            month,
            {row["id"]: row["count"] for row in made.tables["topics"]},
            titles(library),
        ),
        overdue=overdue(library, made_at.astimezone(BRUSSELS).date()),
    )


def define(measure: Measure) -> Definition:
    """What a table means, as a report carries it."""
    return Definition(label=measure.label, definition=measure.definition, base=measure.denominator)


def _see_one_moment(session: Session) -> None:
    # SQLite reads a snapshot in each transaction; PostgreSQL only when asked, and a contact that comes in between
    # two counts would make them disagree.
    if session.get_bind().dialect.name == "postgresql":
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})


def _counted(session: Session, query: Query, period: Period) -> Counted:
    return [(key, number) for key, number in session.execute(query(period))]


def _table(
    library: Library,
    measure: Measure,
    period: Period,
    counted: Counted,
    numbers: Mapping[Total, int],
) -> list[Row]:
    counts: Counter[str] = Counter()
    for key, number in counted:
        counts[UNKNOWN if key is None else measure.row_of(library, key)] += number
    base, whole = numbers[measure.base], numbers[measure.whole]
    if counts.total() != whole:
        raise FiguresDisagree(
            f"De cijfers kloppen niet: “{measure.label}” telt op tot {counts.total()}, "
            f"maar {measure.whole.words} zijn er {whole}."
        )
    if any(count > base for count in counts.values()):
        raise FiguresDisagree(
            f"De cijfers kloppen niet: een rij van “{measure.label}” is groter dan {base}."
        )
    labels = measure.named(library, period)
    return [_row(labels, key, counts[key], base) for key in _shown(measure, labels, counts)]


def _shown(measure: Measure, labels: Mapping[str, str], counts: Counter[str]) -> list[str]:
    """Ids of the rows in their order; what is in no list follows, and what is unknown comes last."""
    listed = [key for key in labels if measure.complete and key != UNKNOWN]
    others = {key for key, count in counts.items() if count} - {*listed, UNKNOWN}
    ranked = sorted(others, key=lambda key: (-counts[key], labels.get(key, key).casefold(), key))
    unknown = counts[UNKNOWN] or measure.unknown_shown or (measure.complete and UNKNOWN in labels)
    return [*listed, *ranked, *([UNKNOWN] if unknown else [])]


def _row(labels: Mapping[str, str], key: str, count: int, base: int) -> Row:
    label = labels.get(key, "Onbekend" if key == UNKNOWN else key)
    return Row(
        id=key, label=label, count=count, base=base, share=round(count / base, 4) if base else None
    )


def check_referred(made: Figures) -> None:
    """A referred question is a question, and stands at least once among the groups and the services."""
    groups = sum(row["count"] for row in made.tables["referral_groups"])
    contacts = sum(row["count"] for row in made.tables["referral_contacts"])
    referred, questions = made.totals["referred"], made.totals["questions"]
    if not referred <= groups <= contacts or referred > questions:
        raise FiguresDisagree(
            f"De cijfers kloppen niet: {referred} doorverwezen van {questions} vragen, "
            f"{groups} keer naar een groep en {contacts} keer naar een dienst."
        )
