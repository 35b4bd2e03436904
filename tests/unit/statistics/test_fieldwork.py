"""The measures of question 2, each table against a second computation in plain Python."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from bot.database.tables import METADATA
from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.library import load_library
from bot.registration.events import Participants, register_event, set_participants
from bot.registration.fieldwork import EventKind, Ground, Obstacle, OutreachStatus, Refusal
from bot.registration.models import Channel
from bot.registration.outreach import Outreach, register_outreach
from bot.registration.register import register_contact
from bot.registration.visits import count_requested_visit, follow_request
from bot.requests.kinds import Initiative, Status
from bot.settings import PROJECT
from bot.statistics.gatherings import EVENT_MEASURES, EVENT_TOTALS
from bot.statistics.periods import Period
from bot.statistics.report import Figures, figures
from bot.statistics.states import State, on_list
from bot.statistics.visiting import VISIT_MEASURES, VISIT_TOTALS
from tests.common.fieldwork import COLLEAGUE, add_visit
from tests.common.histories import HISTORIES

LIBRARY = load_library(PROJECT / "knowledge")
BRUSSELS = ZoneInfo("Europe/Brussels")
PLACES = ["44021", "11002", "12025"]
LIST = ["44021", "11002", "73001"]
NUMBERS = count(1)

PERIODS = [
    Period(date(2026, 3, 1), date(2026, 3, 29)),
    Period(date(2026, 10, 25), date(2026, 10, 25)),
    Period(date(2026, 3, 29), date(2026, 11, 5)),
    Period(date(2028, 2, 29), date(2028, 2, 29)),
]
"""Both days on which the clock changes as a border, each from both sides, and a leap day."""

BORDERS = [date(2026, 3, 1), date(2026, 3, 29), date(2026, 10, 25), date(2026, 11, 5), date(2028, 2, 29)]  # fmt: skip

days = st.one_of(
    st.sampled_from(BORDERS).flatmap(
        lambda border: st.integers(-1, 1).map(lambda more: border + timedelta(days=more))
    ),
    st.integers(0, 800).map(lambda more: date(2026, 2, 1) + timedelta(days=more)),
)
moments = st.builds(
    lambda day, minutes: (
        datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)
    ),
    days,
    st.integers(-180, 180),
)


@dataclass(frozen=True)
class Visit:
    """One of both roads: registered by a colleague on a day, or asked in a conversation at a moment."""

    opened: date | datetime
    test: bool
    municipality: str | None
    initiative: Initiative
    ground: Ground | None
    topic: str | None
    status: Status
    reason: Refusal | None
    wait: int

    @property
    def day(self) -> date:
        return (
            self.opened.astimezone(BRUSSELS).date()
            if isinstance(self.opened, datetime)
            else self.opened
        )

    @property
    def settled(self) -> date:
        return self.day + timedelta(days=self.wait)


@dataclass(frozen=True)
class Step:
    municipality: str
    status: OutreachStatus
    on: date
    ground: Ground | None
    reason: Obstacle | None


@dataclass(frozen=True)
class Event:
    kind: EventKind
    on: date
    open_to: frozenset[Audience]
    came: tuple[Participants, ...]


def visit(opened, test, municipality, ours, ground, topic, status, reason, wait) -> Visit:
    asked_in_conversation = isinstance(opened, datetime)
    ours = ours and not asked_in_conversation
    return Visit(
        opened,
        test and asked_in_conversation,
        municipality,
        Initiative.OURS if ours else Initiative.THEIRS,
        ground if ours else None,
        topic,
        status,
        reason if status is Status.REFUSED else None,
        wait,
    )


audiences = st.sampled_from([Audience.GEMEENTE, Audience.HULPVERLENER, Audience.ONBEKEND])
some = st.sampled_from
visits = st.builds(
    visit,
    st.one_of(days, moments),
    st.booleans(),
    some([None, *PLACES]),
    st.booleans(),
    some([None, *Ground]),
    some([None, "livc", "polarisering"]),
    some(Status),
    some([None, *Refusal]),
    st.integers(0, 3),
)
steps = st.builds(
    lambda municipality, status, on, ground, reason: Step(
        municipality, status, on, ground, reason if status is OutreachStatus.NOT_YET else None
    ),
    some(PLACES),
    some(OutreachStatus),
    days,
    some([None, *Ground]),
    some([None, *Obstacle]),
)
came = st.builds(Participants, st.integers(0, 5), audiences, some([None, *PLACES]))
events = st.builds(
    Event,
    some(EventKind),
    days,
    st.frozensets(audiences, max_size=3),
    st.lists(came, max_size=4).map(tuple),
)


@settings(max_examples=HISTORIES, deadline=None)
@given(
    visited=st.lists(visits, max_size=8),
    stepped=st.lists(steps, max_size=6),
    held=st.lists(events, max_size=4),
)
def test_every_table_equals_a_second_computation(
    visited: list[Visit], stepped: list[Step], held: list[Event]
):
    engine = create_engine("sqlite://", poolclass=StaticPool)
    METADATA.create_all(engine)
    measures = [*VISIT_MEASURES, *EVENT_MEASURES, *on_list(LIST)]
    with Session(engine) as session:
        for one in visited:
            store_visit(session, one)
        for one in stepped:
            step = Outreach(status=one.status, on=one.on, ground=one.ground, reason=one.reason)
            register_outreach(session, LIBRARY, one.municipality, step, by=COLLEAGUE)
        for one in held:
            store_event(session, one)
        for period in PERIODS:
            made = figures(session, LIBRARY, period, (*VISIT_TOTALS, *EVENT_TOTALS), measures)
            totals, tables = recount(period, visited, stepped, held)
            assert made.totals == totals
            assert nonzero(made) == {key: dict(counts) for key, counts in tables.items()}
            for rows in made.tables.values():
                for row in rows:
                    assert row["base"] >= row["count"]
    engine.dispose()


def store_visit(session: Session, one: Visit) -> None:
    if not isinstance(one.opened, datetime):
        add_visit(
            session,
            LIBRARY,
            municipality=one.municipality,
            initiative=one.initiative,
            topic=one.topic,
            opened_on=one.opened,
            ground=one.ground,
            status=one.status,
            reason=one.reason,
            on=one.settled,
        )
        return
    id = f"gesprek-{next(NUMBERS)}"
    register_contact(session, id=id, channel=Channel.WIDGET, at=one.opened, test=one.test)
    session.flush()
    nature = None if one.topic is None else LIBRARY.catalogue.topics[TopicId(one.topic)].nature
    count_requested_visit(
        session,
        id,
        contact=id,
        municipality=one.municipality,
        topic=one.topic,
        nature=nature,
        at=one.opened,
    )
    follow_request(session, id, one.status, reason=one.reason, on=one.settled)


def store_event(session: Session, one: Event) -> None:
    event = register_event(
        session, LIBRARY, kind=one.kind, held_on=one.on, open_to=one.open_to, by=COLLEAGUE
    )
    set_participants(session, LIBRARY, event, one.came, by=COLLEAGUE)


def recount(
    period: Period, visited: list[Visit], stepped: list[Step], held: list[Event]
) -> tuple[dict[str, int], dict[str, Counter[str]]]:
    """The same tables from the history itself, without a database."""
    real = [one for one in visited if not one.test]
    opened = [one for one in real if period.first <= one.day <= period.last]
    asked = [one for one in opened if one.initiative is Initiative.THEIRS]
    offered = [one for one in opened if one.initiative is Initiative.OURS]
    refused = [one for one in asked if one.status is Status.REFUSED]
    done = [
        one
        for one in real
        if one.status is Status.DONE and period.first <= one.settled <= period.last
    ]
    reached = [
        one
        for one in stepped
        if one.status is OutreachStatus.CONTACTED and period.first <= one.on <= period.last
    ]
    events = [one for one in held if period.first <= one.on <= period.last]
    came = [(event, one) for event in events for one in event.came if one.number]
    states, initiatives, reasons = recount_list(period.last, real, stepped)
    totals = {
        "visits_asked": len(asked),
        "asking_municipalities": len({one.municipality for one in asked} - {None}),
        "visits_refused": len(refused),
        "visits_held": len(done),
        "visited_municipalities": len({one.municipality for one in done} - {None}),
        "visits_offered": len(offered),
        "outreach": len(reached),
        "reached_municipalities": len({one.municipality for one in reached}),
        "events": len(events),
        "participants": sum(one.number for _, one in came),
        "event_municipalities": len({one.municipality for _, one in came} - {None}),
        "sessions_for_care": sum(Audience.HULPVERLENER in one.open_to for one in events),
    }
    by_kind = {(event.kind.value, one.municipality) for event, one in came if one.municipality}
    tables = {
        "visit_statuses": Counter(one.status.value for one in asked),
        "visit_refusals": Counter(
            one.reason.value if one.reason else "onbekend" for one in refused
        ),
        "visit_natures": Counter(
            LIBRARY.catalogue.topics[TopicId(one.topic)].nature if one.topic else "onbekend"
            for one in asked
        ),
        "visits_by_initiative": Counter(one.initiative.value for one in done),
        "offered_statuses": Counter(one.status.value for one in offered),
        "offered_grounds": Counter(
            one.ground.value if one.ground else "onbekend" for one in offered
        ),
        "outreach_grounds": Counter(
            one.ground.value if one.ground else "onbekend" for one in reached
        ),
        "event_kinds": Counter(one.kind.value for one in events),
        "participant_kinds": Counter(),
        "represented_kinds": Counter(kind for kind, _ in by_kind),
        "participant_audiences": Counter(),
        "event_openings": Counter(one.value for event in events for one in event.open_to),
        "listed_states": states,
        "listed_initiatives": initiatives,
        "listed_obstacles": reasons,
    }
    for event, one in came:
        tables["participant_kinds"][event.kind.value] += one.number
        tables["participant_audiences"][one.audience.value] += one.number
    return totals, tables


def recount_list(
    last: date, visited: list[Visit], stepped: list[Step]
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Each municipality by what is known on a day, told as a colleague would who leafs through the papers."""
    states: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    initiatives: Counter[str] = Counter()
    for place in LIST:
        known: set[str] = set()
        why: set[str] = set()
        whose: set[str] = set()
        for one in visited:
            if one.municipality == place and one.day <= last:
                over = one.settled <= last
                if one.status is Status.DONE:
                    known.add("bezocht" if over else "gepland")
                    whose |= {one.initiative.value} if over else set()
                elif one.status is Status.PLANNED:
                    known.add("gepland")
                elif one.status is Status.REFUSED and over:
                    known.add("nog_niet")
                    why.add(one.reason.value if one.reason else "onbekend")
                else:
                    known.add("gecontacteerd" if one.initiative is Initiative.OURS else "gevraagd")
        for one in stepped:
            if one.municipality == place and one.on <= last:
                known.add(one.status.value)
                if one.status is OutreachStatus.NOT_YET:
                    why.add(one.reason.value if one.reason else "onbekend")
        order = ["bezocht", "gepland", "gecontacteerd", "gevraagd", "nog_niet"]
        state = next((one for one in order if one in known), "niets_geregistreerd")
        states[state] += 1
        initiatives.update(whose)
        if state == "nog_niet":
            reasons.update(why)
    return states, initiatives, reasons


def nonzero(made: Figures) -> dict[str, dict[str, int]]:
    return {
        table: {row["id"]: row["count"] for row in rows if row["count"]}
        for table, rows in made.tables.items()
    }


@pytest.mark.parametrize(
    "measure", [*VISIT_MEASURES, *EVENT_MEASURES, *on_list(LIST)], ids=lambda one: one.id
)
def test_a_measure_says_what_it_counts_and_of_what(measure):
    assert measure.label
    assert measure.definition.endswith(".")
    assert measure.numerator
    assert measure.denominator.startswith("alle ")
    assert measure.base.definition.endswith(".")


def test_no_two_measures_or_numbers_share_an_id():
    from bot.statistics.measures import MEASURES, TOTALS

    ids = [
        one.id
        for one in (
            *MEASURES,
            *TOTALS,
            *VISIT_MEASURES,
            *VISIT_TOTALS,
            *EVENT_MEASURES,
            *EVENT_TOTALS,
        )
    ]
    assert len(ids) == len(set(ids))


def test_a_list_of_every_municipality_of_flanders_is_counted(session: Session):
    every = list(LIBRARY.municipalities)
    made = figures(session, LIBRARY, PERIODS[0], (), on_list(every))
    rows = {row["id"]: row for row in made.tables["listed_states"]}
    assert rows["niets_geregistreerd"]["count"] == rows["bezocht"]["base"] == 285
    assert list(rows) == [one.id for one in State]
