"""The registry for a list of municipalities: how far the helpdesk is with each, on the last day of a period (2d)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    Subquery,
    and_,
    case,
    column,
    func,
    literal,
    or_,
    select,
    union_all,
    values,
)

from bot.registration.fieldwork import (
    Obstacle,
    OutreachRecord,
    OutreachStatus,
    Refusal,
    VisitRecord,
)
from bot.requests.kinds import Initiative, Status
from bot.statistics.counting import REAL_VISIT
from bot.statistics.measure import Measure, Total
from bot.statistics.periods import Period


class State(IntEnum):
    """How far the helpdesk is; of several, the lowest number counts."""

    VISITED = 1
    PLANNED = 2
    CONTACTED = 3
    ASKED = 4
    NOT_YET = 5
    UNREGISTERED = 6

    @property
    def id(self) -> str:
        """Key of the row."""
        return _WORDS[self][0]

    @property
    def label(self) -> str:
        """Dutch label for a reader."""
        return _WORDS[self][1]


_WORDS = {
    State.VISITED: ("bezocht", "Bezocht"),
    State.PLANNED: ("gepland", "Nog niet bezocht; bezoek of contact gepland"),
    State.CONTACTED: ("gecontacteerd", "Nog niet bezocht; gecontacteerd door de helpdesk"),
    State.ASKED: ("gevraagd", "Nog niet bezocht; vroeg zelf een plaatsbezoek"),
    State.NOT_YET: ("nog_niet", "Nog niet bezocht of gecontacteerd, om een genoteerde reden"),
    State.UNREGISTERED: ("niets_geregistreerd", "Niets geregistreerd"),
}

REASONS = {one.value: one.label for one in Refusal} | {one.value: one.label for one in Obstacle}
"""Why not yet: a visit that did not go through, or a contact that was not made."""


def facts(period: Period) -> Subquery:
    """Every registered fact up to the last day of the period, with the state it puts a municipality in."""
    last = period.last
    done = VisitRecord.status == Status.DONE.value
    refused = VisitRecord.status == Status.REFUSED.value
    settled = and_(or_(done, refused), VisitRecord.settled_on <= last)
    visit = case(
        (and_(settled, done), int(State.VISITED)),
        (and_(settled, refused), int(State.NOT_YET)),
        # What was settled after the period was still to come on its last day.
        (or_(done, VisitRecord.status == Status.PLANNED.value), int(State.PLANNED)),
        (VisitRecord.initiative == Initiative.OURS.value, int(State.CONTACTED)),
        else_=int(State.ASKED),
    )
    step = case(
        (OutreachRecord.status == OutreachStatus.PLANNED.value, int(State.PLANNED)),
        (OutreachRecord.status == OutreachStatus.CONTACTED.value, int(State.CONTACTED)),
        else_=int(State.NOT_YET),
    )
    visits = select(
        VisitRecord.municipality,
        visit.label("state"),
        case((settled, VisitRecord.settled_on), else_=VisitRecord.opened_on).label("day"),
        case(
            (settled, None), else_=func.coalesce(VisitRecord.planned_for, VisitRecord.settled_on)
        ).label("planned_for"),
        case((settled, VisitRecord.reason)).label("reason"),
        VisitRecord.initiative,
    ).where(VisitRecord.opened_on <= last, VisitRecord.municipality.is_not(None), REAL_VISIT)
    outreach = select(
        OutreachRecord.municipality,
        step.label("state"),
        OutreachRecord.on.label("day"),
        OutreachRecord.planned_for,
        OutreachRecord.reason,
        literal(Initiative.OURS.value).label("initiative"),
    ).where(OutreachRecord.on <= last)
    return union_all(visits, outreach).subquery()


def _named(state: ColumnElement[int]) -> ColumnElement[str]:
    return case({int(one): one.id for one in State}, value=state, else_=State.UNREGISTERED.id)


def on_list(municipalities: Sequence[str]) -> tuple[Measure, Measure]:
    """The tables of one list of NIS codes: its municipalities by state, and why those of “nog niet” are not yet."""
    count = len(municipalities)
    listed = Total(
        id="listed",
        label="Gemeenten op de lijst",
        definition="Elke gemeente op de lijst, eenmaal. Zonder lijst: elke gemeente van het Vlaamse Gewest.",
        words="alle gemeenten op de lijst",
        query=lambda _period: select(literal(count)),
    )
    waiting = Total(
        id="listed_not_yet",
        label="Gemeenten op de lijst die om een genoteerde reden nog niet bereikt zijn",
        definition="Elke gemeente op de lijst in de toestand “nog niet”, eenmaal.",
        words="alle gemeenten op de lijst in de toestand “nog niet”",
        query=lambda period: select(func.count()).select_from(_waiting(municipalities, period)),
    )
    noted = Total(
        id="listed_reasons",
        label="Genoteerde redenen",
        definition="Elke gemeente in de toestand “nog niet”, eenmaal per genoteerde reden.",
        words="alle gemeenten in de toestand “nog niet”, eenmaal per reden",
        query=lambda period: select(func.count()).select_from(_reasons(municipalities, period)),
    )
    states = Measure(
        id="listed_states",
        label="Gemeenten op de lijst naar toestand",
        definition="Elke gemeente op de lijst telt eenmaal, bij het verst gevorderde wat er tot en met de laatste dag "
        "van de periode geregistreerd is, ook van vóór de periode. Waar niets geregistreerd is, kan wel iets gebeurd "
        "zijn: dat is niet aangevuld.",
        numerator="gemeenten op de lijst in deze toestand",
        base=listed,
        whole=listed,
        query=lambda period: _by_state(municipalities, period),
        labels=lambda _library: {one.id: one.label for one in State},
        complete=True,
    )
    reasons = Measure(
        id="listed_obstacles",
        label="Waarom nog niet",
        definition="Een gemeente waarvoor twee redenen genoteerd zijn, telt bij elk van beide. Waar geen reden "
        "genoteerd is, staat ze bij “Onbekend”.",
        numerator="gemeenten die om deze reden nog niet bezocht of gecontacteerd zijn",
        base=waiting,
        whole=noted,
        query=lambda period: _by_reason(municipalities, period),
        labels=lambda _library: REASONS,
    )
    return states, reasons


def _furthest(period: Period) -> Subquery:
    found = facts(period)
    return (
        select(found.c.municipality, func.min(found.c.state).label("state"))
        .group_by(found.c.municipality)
        .subquery()
    )


def _by_state(municipalities: Sequence[str], period: Period) -> Select[str | None, int]:
    # A list may be longer than a database allows terms in one query, but not rows in one VALUES.
    listed = values(column("nis", String), name="listed").data([(one,) for one in municipalities])
    listed_rows, furthest = listed.cte("listed_rows"), _furthest(period)
    named = _named(furthest.c.state)
    return (
        select(named, func.count())
        .select_from(listed_rows.outerjoin(furthest, furthest.c.municipality == listed_rows.c.nis))
        .group_by(named)
    )


def _waiting(municipalities: Sequence[str], period: Period) -> Subquery:
    furthest = _furthest(period)
    return (
        select(furthest.c.municipality)
        .where(furthest.c.municipality.in_(municipalities), furthest.c.state == int(State.NOT_YET))
        .subquery()
    )


def _reasons(municipalities: Sequence[str], period: Period) -> Subquery:
    found, waiting = facts(period), _waiting(municipalities, period)
    return (
        select(found.c.municipality, found.c.reason)
        .join(waiting, waiting.c.municipality == found.c.municipality)
        .distinct()
        .subquery()
    )


def _by_reason(municipalities: Sequence[str], period: Period) -> Select[str | None, int]:
    noted = _reasons(municipalities, period)
    return select(noted.c.reason, func.count()).group_by(noted.c.reason)
