"""The answer for a period as plain data: per question a Dutch text, its tables, and what is not registered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.knowledge.library import Library
from bot.parliament.details import EventFacts, Place, events_of, first_contact, places_of
from bot.parliament.facts import Facts
from bot.parliament.listing import MunicipalityList
from bot.parliament.questions import ALL_MEASURES, ALL_TOTALS, QUESTIONS, Question
from bot.parliament.words import Words
from bot.statistics.closing import Since, since_closing
from bot.statistics.measure import Measure, Total
from bot.statistics.periods import BRUSSELS, Period
from bot.statistics.report import Row, check_referred, figures
from bot.statistics.states import on_list


@dataclass(frozen=True)
class Part:
    """One question with its answer."""

    question: Question
    words: Words
    totals: tuple[tuple[Total, int], ...]
    tables: tuple[tuple[Measure, list[Row]], ...]


@dataclass(frozen=True)
class Answer:
    """All of it."""

    period: Period
    made_at: datetime
    parts: tuple[Part, ...]
    events: tuple[EventFacts, ...]
    places: tuple[Place, ...]
    """Each municipality of the list that was loaded; none without a list."""
    unknown: tuple[str, ...]
    since: tuple[Since, ...]
    """What closed months of the period have more or less than in their monthly report."""

    @property
    def preliminary(self) -> bool:
        """Whether the period was still going on."""
        return self.made_at.astimezone(BRUSSELS).date() <= self.period.last


def build(
    session: Session,
    library: Library,
    period: Period,
    listed: MunicipalityList,
    *,
    made_at: datetime,
) -> Answer:
    """Count a period and answer; raises FiguresDisagree when two counts of the same thing differ."""
    measures = {one.id: one for one in (*ALL_MEASURES, *on_list(listed.nis))}
    made = figures(session, library, period, ALL_TOTALS, list(measures.values()))
    check_referred(made)
    held = tuple(events_of(session, period))
    places = tuple(places_of(session, period, listed)) if listed.given else ()
    today = made_at.astimezone(BRUSSELS).date()
    told = Facts(period, made, held, listed, first_contact(session), today)
    numbers = {one.id: one for one in ALL_TOTALS}
    parts = tuple(
        Part(
            question=one,
            words=one.answer(told),
            totals=tuple((numbers[key], made.totals[key]) for key in one.totals),
            tables=tuple((measures[key], made.tables[key]) for key in one.tables),
        )
        for one in QUESTIONS
    )
    return Answer(
        period, made_at, parts, held, places, listed.unknown, tuple(since_closing(session, period))
    )


def as_data(answer: Answer, library: Library) -> dict[str, Any]:
    """The answer for JSON (DESIGN.md §5): keys 1a to 2e, with the period and what each figure means beside them."""
    made_at = answer.made_at.astimezone(BRUSSELS).isoformat(timespec="seconds")
    data: dict[str, Any] = {
        "period": {
            "from": answer.period.first.isoformat(),
            "to": answer.period.last.isoformat(),
        },
        "made_at": made_at,
        "preliminary": answer.preliminary,
        "since_closing": [
            {"month": str(one.month), "contacts": one.contacts, "text": since_words(one)}
            for one in answer.since
        ],
    }
    for part in answer.parts:
        data[part.question.id] = {
            "text": part.words.text,
            "not_registered": list(part.words.missing),
            "totals": {total.id: number for total, number in part.totals},
            "tables": {measure.id: rows for measure, rows in part.tables},
            "measures": [*part.question.totals, *part.question.tables],
        }
    data["2d"]["municipalities"] = [_place(one, library) for one in answer.places]
    data["2d"]["unknown"] = list(answer.unknown)
    data["definitions"] = _definitions(answer)
    return data


def since_words(since: Since) -> str:
    """Why the monthly report of a closed month has another number than this answer."""
    more, number = since.contacts > 0, abs(since.contacts)
    one = number == 1
    what, it = ("1 contact", "dat") if one else (f"{number} contacten", "die")
    happened = f"{'kwam' if one else 'kwamen'} er {what} bij"
    if not more:
        happened = f"{'verviel' if one else 'vervielen'} er {what}"
    counts = f"telt {it} niet" if more else f"telt {it} nog mee"
    return f"Sinds de afsluiting van {since.month.label} {happened}; het maandverslag {counts}."


def _place(place: Place, library: Library) -> dict[str, Any]:
    return {
        "nis": place.nis,
        "name": library.municipalities[place.nis].name,
        "state": place.state.id,
        "on": None if place.on is None else place.on.isoformat(),
        "reasons": list(place.reasons),
    }


def _definitions(answer: Answer) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for part in answer.parts:
        for total, _ in part.totals:
            found[total.id] = {"label": total.label, "definition": total.definition}
        for measure, _ in part.tables:
            found[measure.id] = {
                "label": measure.label,
                "definition": measure.definition,
                "numerator": measure.numerator,
                "base": measure.denominator,
            }
    return found
