"""Figures of some contacts only, and the contacts behind a figure, against a second computation in plain Python."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from bot.database.tables import METADATA
from bot.errors import Unknown
from bot.knowledge.catalogue import Audience
from bot.registration.models import Channel, Outcome
from bot.statistics.behind import behind
from bot.statistics.measures import MEASURES, TOTALS
from bot.statistics.periods import Among, Month, Period
from bot.statistics.report import check_referred, figures
from tests.common.histories import HISTORIES, LIBRARY, MONTHS, Contact, contacts, store
from tests.common.registration import NOON, add_contact, add_question
from tests.unit.statistics.recounting import month_of, recount

amongs = st.builds(
    Among,
    municipality=st.sampled_from([None, "44021", "11002", "onbekend"]),
    audience=st.sampled_from([None, Audience.GEMEENTE.value, Audience.ONBEKEND.value]),
    channel=st.sampled_from([None, Channel.TELEFOON.value, Channel.WIDGET.value]),
)


def fits(contact: Contact, among: Among) -> bool:
    return (
        among.municipality in (None, contact.municipality or "onbekend")
        and among.audience in (None, contact.audience.value)
        and among.channel in (None, contact.channel.value)
    )


@settings(max_examples=HISTORIES, deadline=None)
@given(history=st.lists(contacts, max_size=8), among=amongs)
def test_every_filtered_table_equals_a_second_computation(history: list[Contact], among: Among):
    engine = create_engine("sqlite://", poolclass=StaticPool)
    METADATA.create_all(engine)
    with Session(engine) as session:
        for contact in history:
            store(session, contact)
        some = [one for one in history if fits(one, among)]
        for month in MONTHS:
            period = replace(month.period, among=among)
            made = figures(session, LIBRARY, period, TOTALS, MEASURES)
            check_referred(made)
            expected = recount(some, str(month), LIBRARY)
            assert made.totals == {one.id: expected[f"_{one.id}"].total() for one in TOTALS}
            for measure in MEASURES:
                counts = {
                    row["id"]: row["count"] for row in made.tables[measure.id] if row["count"]
                }
                assert counts == dict(expected[measure.id])
            check_behind(session, some, month, period)
    engine.dispose()


def check_behind(session: Session, some: list[Contact], month: Month, period: Period) -> None:
    """As many contacts stand behind each row as have something to do with it."""
    expected: dict[str, Counter[str]] = {one.id: Counter() for one in MEASURES}
    for contact in some:
        alone = recount([contact], str(month), LIBRARY)
        for table, counter in expected.items():
            counter.update({row for row, count in alone[table].items() if count})
    for table, counter in expected.items():
        for row, number in counter.items():
            page = behind(session, LIBRARY, period, table=table, row=row, skip=0, limit=3)
            assert (page.number, len(page.found)) == (number, min(number, 3)), (table, row)
    everyone = behind(session, LIBRARY, period, table="contacts", row="", skip=0, limit=9)
    real = [one for one in some if not one.test and month_of(one.at) == str(month)]
    assert everyone.number == len(real)


@pytest.fixture
def november() -> Period:
    return Month(2026, 11).period


def test_a_contact_is_shown_in_facts_with_its_day(session: Session, november: Period):
    id = add_contact(
        session,
        at=datetime(2026, 11, 30, 22, 30, tzinfo=UTC),
        channel=Channel.TELEFOON,
        audience=Audience.OCMW,
        municipality="44021",
        questions=["livc"],
        outcomes=[Outcome.ANSWERED, Outcome.ANSWERED],
    )
    add_question(session, id, "ocad", refer_to=["abb"], contacts=LIBRARY.contacts)
    page = behind(session, LIBRARY, november, table="channels", row="telefoon", skip=0, limit=10)
    [one] = page.found
    assert (one.id, one.day.isoformat()) == (id, "2026-11-30")
    assert (one.audience, one.municipality) == ("ocmw", "44021")
    assert (one.topics, one.services) == (("livc", "ocad"), ("abb",))
    assert one.outcomes == ("beantwoord",)


def test_the_list_goes_on_where_the_page_before_ended(session: Session, november: Period):
    ids = {add_contact(session, at=NOON) for _ in range(5)}
    pages = [
        behind(session, LIBRARY, november, table="contacts", row="", skip=skip, limit=2)
        for skip in (0, 2, 4)
    ]
    assert [len(one.found) for one in pages] == [2, 2, 1]
    assert {facts.id for one in pages for facts in one.found} == ids
    assert {one.number for one in pages} == {5}


@pytest.mark.parametrize(("table", "row"), [("geen", "x"), ("", ""), ("geen", "")])
def test_a_table_that_is_not_there_is_told(
    session: Session, november: Period, table: str, row: str
):
    with pytest.raises(Unknown):
        behind(session, LIBRARY, november, table=table, row=row, skip=0, limit=1)
