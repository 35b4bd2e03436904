"""The registry itself, and each of its tables against a second computation that shares nothing with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from bot.database.tables import METADATA
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library, load_library
from bot.registration.models import (
    Channel,
    HandoverEnd,
    HandoverRecord,
    Outcome,
    QuestionRecord,
    Reason,
)
from bot.registration.register import register_outcome
from bot.settings import PROJECT
from bot.statistics.measures import CONTACT_MUNICIPALITIES, MEASURES, REFERRED_OR_NOT
from bot.statistics.movers import Mover
from bot.statistics.periods import Month
from bot.statistics.report import Report, build, figures
from bot.statistics.waiting import Duration
from tests.common.histories import HISTORIES
from tests.common.registration import add_contact, add_question

LIBRARY = load_library(PROJECT / "knowledge")


@pytest.mark.parametrize("measure", MEASURES, ids=lambda one: one.id)
def test_a_measure_says_what_it_counts_and_of_what(measure):
    assert measure.label
    assert measure.definition.endswith(".")
    assert measure.numerator
    assert measure.denominator.startswith("alle ")


def test_the_definition_tells_that_a_question_can_count_in_two_groups():
    [groups] = [one for one in MEASURES if one.id == "referral_groups"]
    assert "naar twee groepen verwezen werd, telt in elk van beide" in groups.definition


def test_the_definition_tells_that_who_asks_may_be_read_from_a_message():
    [audiences] = [one for one in MEASURES if one.id == "audiences"]
    assert "zelf opgaf of in zijn bericht noemde" in audiences.definition


def test_the_definition_tells_that_a_button_for_who_asks_is_no_message():
    [outcomes] = [one for one in MEASURES if one.id == "outcomes"]
    assert "Een knop bij “Voor wie vraagt u dit?” is geen bericht." in outcomes.definition


# --- generated histories -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Asked:
    topic: str
    at: datetime
    refer_to: frozenset[str]
    verdict: str


@dataclass(frozen=True)
class Handover:
    at: datetime
    waited: int | None
    """Seconds until a colleague came."""
    talked: int | None
    """Seconds from then, or from the beginning, until it ended."""
    cancelled: bool


@dataclass(frozen=True)
class Contact:
    at: datetime
    channel: Channel
    audience: Audience
    municipality: str | None
    test: bool
    asked: tuple[Asked, ...]
    outcomes: tuple[tuple[Outcome, datetime], ...]
    handovers: tuple[Handover, ...]


PROVINCES = {"44021": "Oost-Vlaanderen", "11002": "Antwerpen"}

BRUSSELS = ZoneInfo("Europe/Brussels")

MONTHS = [Month(2026, 3), Month(2026, 4), Month(2026, 10), Month(2026, 11)]
"""Both months in which the clock changes, each with the next one."""

BORDERS = [
    datetime(2026, *day, tzinfo=UTC)
    for day in [(3, 1), (3, 29), (4, 1), (10, 1), (10, 25), (11, 1), (12, 1)]
]
near = st.sampled_from(BORDERS).flatmap(
    lambda border: st.integers(-180, 180).map(lambda minutes: border + timedelta(minutes=minutes))
)
anywhere = st.integers(-200, 24 * 290).map(lambda hours: BORDERS[0] + timedelta(hours=hours))
moments = st.one_of(near, anywhere)
asked = st.builds(
    Asked,
    topic=st.sampled_from([*LIBRARY.catalogue.topics, "verdwenen"]),
    at=moments,
    refer_to=st.frozensets(st.sampled_from(sorted(LIBRARY.contacts)), max_size=3),
    verdict=st.sampled_from(["", "nuttig", "zonder_reden", *(one.value for one in Reason)]),
)
seconds = st.none() | st.integers(0, 9000)
handovers = st.builds(Handover, at=moments, waited=seconds, talked=seconds, cancelled=st.booleans())
contacts = st.builds(
    Contact,
    at=moments,
    channel=st.sampled_from(Channel),
    audience=st.sampled_from(Audience),
    municipality=st.sampled_from([None, "44021", "11002", "99999"]),
    test=st.booleans(),
    asked=st.lists(asked, max_size=4).map(tuple),
    outcomes=st.lists(st.tuples(st.sampled_from(Outcome), moments), max_size=4).map(tuple),
    handovers=st.lists(handovers, max_size=3).map(tuple),
)


@settings(max_examples=HISTORIES, deadline=None)
@given(history=st.lists(contacts, max_size=8))
def test_every_table_equals_a_second_computation(history: list[Contact]):
    engine = create_engine("sqlite://", poolclass=StaticPool)
    METADATA.create_all(engine)
    with Session(engine) as session:
        for contact in history:
            store(session, contact)
        for month in MONTHS:
            made = build(session, LIBRARY, month, made_at=datetime.now(UTC))
            expected = recount(history, str(month), LIBRARY)
            assert nonzero(made) == {
                table: dict(counter) for table, counter in expected.items() if table[0] != "_"
            }
            assert made["totals"] == {
                key: expected[f"_{key}"].total() for key in ("contacts", "questions", "referred")
            }
            check_shares(made)
            assert made["movers"] == recount_movers(history, month, LIBRARY)
            for kind, expected_seconds in recount_seconds(history, str(month)).items():
                check_duration(made["durations"][kind], expected_seconds)
            check_answer_only(session, month, expected)
    engine.dispose()


def check_answer_only(session: Session, month: Month, expected: dict[str, Counter[str]]) -> None:
    """What the answer for a period gives on top of the monthly report."""
    made = figures(session, LIBRARY, month.period, [CONTACT_MUNICIPALITIES], [REFERRED_OR_NOT])
    assert made.totals["contact_municipalities"] == len(
        expected["municipalities"].keys() - {"onbekend"}
    )
    questions, referred = expected["_questions"].total(), expected["_referred"].total()
    counts = {row["id"]: row["count"] for row in made.tables["referred_or_not"]}
    assert counts == {"ja": referred, "nee": questions - referred}


def store(session: Session, contact: Contact) -> None:
    id = add_contact(
        session,
        at=contact.at,
        channel=contact.channel,
        audience=contact.audience,
        municipality=contact.municipality,
        test=contact.test,
    )
    # In order of time, as messages arrive: a question belongs to the moment it was first asked.
    for one in sorted(contact.asked, key=lambda one: one.at):
        add_question(
            session,
            id,
            one.topic,
            at=one.at,
            refer_to=sorted(one.refer_to),
            contacts=LIBRARY.contacts,
        )
    for outcome, at in contact.outcomes:
        register_outcome(session, id, outcome, at)
    for question in session.scalars(select(QuestionRecord).filter_by(contact_id=id)):
        verdict = verdict_on(contact, question.topic)
        question.useful = {"": None, "nuttig": True}.get(verdict, False)
        question.reason = verdict if verdict in set(Reason) else None
    session.add_all(handover_record(one, id) for one in contact.handovers)


def handover_record(one: Handover, contact: str) -> HandoverRecord:
    claimed = None if one.waited is None else one.at + timedelta(seconds=one.waited)
    ended = None
    if one.talked is not None:
        ended = (claimed or one.at) + timedelta(seconds=one.talked)
    how = HandoverEnd.CANCELLED if one.cancelled else HandoverEnd.CLOSED
    return HandoverRecord(
        contact_id=contact,
        asked_at=one.at,
        claimed_at=claimed,
        ended_at=ended,
        ended_as=how.value if ended else None,
    )


def verdict_on(contact: Contact, topic: str) -> str:
    """Of a topic that was asked twice the first verdict is kept here; a question has one."""
    return next(one.verdict for one in contact.asked if one.topic == topic)


def recount(history: list[Contact], month: str, library: Library) -> dict[str, Counter[str]]:
    """The same tables in plain Python: every moment is put on the wall clock of Brussels and compared by name."""
    tables: dict[str, Counter[str]] = {one.id: Counter() for one in MEASURES}
    tables |= {"_contacts": Counter(), "_questions": Counter(), "_referred": Counter()}
    for contact in history:
        if contact.test:
            continue
        if month_of(contact.at) == month:
            tables["_contacts"]["all"] += 1
            tables["channels"][contact.channel.value] += 1
            tables["days"][contact.at.astimezone(BRUSSELS).date().isoformat()] += 1
            tables["audiences"][contact.audience.value] += 1
            tables["municipalities"][contact.municipality or "onbekend"] += 1
            tables["provinces"][PROVINCES.get(contact.municipality, "onbekend")] += 1
        for outcome, at in contact.outcomes:
            if month_of(at) == month:
                tables["outcomes"][outcome.value] += 1
        for one in contact.handovers:
            if month_of(one.at) == month:
                tables["handovers"][came_of(one)] += 1
        for topic in {one.topic for one in contact.asked}:
            times = [one for one in contact.asked if one.topic == topic]
            if month_of(min(one.at for one in times)) == month:
                count_question(
                    tables, topic, set().union(*(one.refer_to for one in times)), library
                )
                if verdict := verdict_on(contact, topic):
                    tables["usefulness"][verdict] += 1
    return tables


def count_question(
    tables: dict[str, Counter[str]], topic: str, refer_to: set[str], library: Library
) -> None:
    known = library.catalogue.topics.get(topic)
    tables["_questions"]["all"] += 1
    tables["topics"][topic] += 1
    tables["natures"][known.nature if known else "onbekend"] += 1
    tables["samples"][known.sample if known else "onbekend"] += 1
    tables["_referred"]["all"] += bool(refer_to)
    tables["referral_contacts"].update(refer_to)
    tables["referral_groups"].update({library.contacts[one].group.value for one in refer_to})


def came_of(one: Handover) -> str:
    if one.waited is not None:
        return "overgenomen"
    if one.talked is None:
        return "wacht"
    return "geannuleerd" if one.cancelled else "niet_opgenomen"


def recount_movers(history: list[Contact], month: Month, library: Library) -> list[Mover]:
    names = [
        str(month),
        f"{month.year}-{month.number - 1:02}",
        f"{month.year - 1}-{month.number:02}",
    ]
    now, then, long_ago = (recount(history, one, library)["topics"] for one in names)
    titles = {one: article.title for one, article in library.articles.items()}
    rows = [
        Mover(
            id=one,
            label=titles.get(one, one),
            count=now[one],
            month_before=then[one],
            year_before=long_ago[one],
        )
        for one in sorted({*now, *then})
        if now[one] != then[one]
    ]
    rows.sort(key=lambda row: row["count"], reverse=True)
    rows.sort(key=lambda row: abs(row["count"] - row["month_before"]), reverse=True)
    return rows[:10]


def recount_seconds(history: list[Contact], month: str) -> dict[str, list[int]]:
    came = [
        one
        for contact in history
        if not contact.test
        for one in contact.handovers
        if month_of(one.at) == month and one.waited is not None
    ]
    return {
        "waiting": [one.waited for one in came],
        "handling": [one.talked for one in came if one.talked is not None],
    }


def check_duration(made: Duration, seconds: list[int]) -> None:
    """By what the figures mean: the least value that half of all, or nine in ten, do not exceed."""
    assert made["count"] == len(seconds)
    for figure, part in ((made["median"], 0.5), (made["p90"], 0.9)):
        enough = [
            one for one in seconds if sum(two <= one for two in seconds) >= part * len(seconds)
        ]
        assert figure == min(enough, default=None)


def month_of(at: datetime) -> str:
    return at.astimezone(BRUSSELS).strftime("%Y-%m")


def nonzero(made: Report) -> dict[str, dict[str, int]]:
    return {
        table: {row["id"]: row["count"] for row in rows if row["count"]}
        for table, rows in made["tables"].items()
    }


def check_shares(made: Report) -> None:
    for table, rows in made["tables"].items():
        ids = [row["id"] for row in rows]
        assert len(ids) == len(set(ids))
        for row in rows:
            assert row["share"] == (round(row["count"] / row["base"], 4) if row["base"] else None)
            assert row["base"] >= row["count"], table
