"""The registry for a list of municipalities: how far the helpdesk is with each, on the last day of a period (2d)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from sqlalchemy import (
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
from bot.statistics.visiting import INITIATIVES


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


def on_list(municipalities: Sequence[str]) -> tuple[Measure, ...]:
    """The tables of one list of NIS codes: by state, on whose initiative the visits were, and why “nog niet”."""
    count = len(municipalities)
    return (
        Measure(
            id="listed_states",
            label="Gemeenten op de lijst naar toestand",
            definition="Elke gemeente op de lijst telt eenmaal, bij het verst gevorderde wat er tot en met de laatste "
            "dag van de periode geregistreerd is, ook van vóór de periode. Waar niets geregistreerd is, kan wel iets "
            "gebeurd zijn: dat is niet aangevuld.",
            numerator="gemeenten op de lijst in deze toestand",
            base=(listed := _listed(count)),
            whole=listed,
            query=lambda period: _by_state(municipalities, period),
            labels=lambda _library: {one.id: one.label for one in State},
            complete=True,
        ),
        Measure(
            id="listed_initiatives",
            label="Wie het initiatief nam tot de bezoeken",
            definition="Elke bezochte gemeente op de lijst telt eenmaal per initiatief; na een bezoek op vraag en een "
            "op eigen initiatief telt ze dus bij beide.",
            numerator="bezochte gemeenten op de lijst met een bezoek op dit initiatief",
            base=_in_state(municipalities, State.VISITED),
            whole=_pairs(municipalities, State.VISITED, "initiative"),
            query=lambda period: _by(municipalities, State.VISITED, "initiative", period),
            labels=lambda _library: INITIATIVES,
            complete=True,
        ),
        Measure(
            id="listed_obstacles",
            label="Waarom nog niet",
            definition="Een gemeente waarvoor twee redenen genoteerd zijn, telt bij elk van beide. Waar geen reden "
            "genoteerd is, staat ze bij “Onbekend”.",
            numerator="gemeenten die om deze reden nog niet bezocht of gecontacteerd zijn",
            base=_in_state(municipalities, State.NOT_YET),
            whole=_pairs(municipalities, State.NOT_YET, "reason"),
            query=lambda period: _by(municipalities, State.NOT_YET, "reason", period),
            labels=lambda _library: REASONS,
        ),
    )


def _listed(count: int) -> Total:
    return Total(
        id="listed",
        label="Gemeenten op de lijst",
        definition="Elke gemeente op de lijst, eenmaal. Zonder lijst: elke gemeente van het Vlaamse Gewest.",
        words="alle gemeenten op de lijst",
        query=lambda _period: select(literal(count)),
    )


def _in_state(municipalities: Sequence[str], state: State) -> Total:
    return Total(
        id=f"listed_{state.id}",
        label=f"Gemeenten op de lijst: {state.label}",
        definition="Elke gemeente op de lijst in deze toestand, eenmaal.",
        words=f"alle gemeenten op de lijst in de toestand “{state.label}”",
        query=lambda period: select(func.count()).select_from(
            _reached(municipalities, state, period)
        ),
    )


def _pairs(municipalities: Sequence[str], state: State, key: str) -> Total:
    return Total(
        id=f"listed_{state.id}_{key}",
        label=f"Gemeenten op de lijst, per genoteerd gegeven: {state.label}",
        definition="Elke gemeente op de lijst in deze toestand, eenmaal per genoteerd gegeven.",
        words="alle gemeenten in die toestand, eenmaal per genoteerd gegeven",
        query=lambda period: select(func.count()).select_from(
            _noted(municipalities, state, key, period)
        ),
    )


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
    rows, furthest = listed.cte("listed_rows"), _furthest(period)
    named = case(
        {int(one): one.id for one in State},
        value=furthest.c.state,
        else_=State.UNREGISTERED.id,
    )
    return (
        select(named, func.count())
        .select_from(rows.outerjoin(furthest, furthest.c.municipality == rows.c.nis))
        .group_by(named)
    )


def _reached(municipalities: Sequence[str], state: State, period: Period) -> Subquery:
    furthest = _furthest(period)
    return (
        select(furthest.c.municipality)
        .where(furthest.c.municipality.in_(municipalities), furthest.c.state == int(state))
        .subquery()
    )


def _noted(municipalities: Sequence[str], state: State, key: str, period: Period) -> Subquery:
    """What the facts behind a state say, once a municipality."""
    found, reached = facts(period), _reached(municipalities, state, period)
    return (
        select(found.c.municipality, found.c[key].label("noted"))
        .join(reached, reached.c.municipality == found.c.municipality)
        .where(found.c.state == int(state))
        .distinct()
        .subquery()
    )


def _by(
    municipalities: Sequence[str], state: State, key: str, period: Period
) -> Select[str | None, int]:
    noted = _noted(municipalities, state, key, period)
    return select(noted.c.noted, func.count()).group_by(noted.c.noted)
