"""The registry itself, and each of its tables against a second computation that shares nothing with it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from bot.database.tables import METADATA
from bot.statistics.measures import CONTACT_MUNICIPALITIES, MEASURES, REFERRED_OR_NOT
from bot.statistics.periods import Month
from bot.statistics.report import Report, build, figures
from bot.statistics.waiting import Duration
from tests.common.histories import HISTORIES, LIBRARY, MONTHS, Contact, contacts, store
from tests.unit.statistics.recounting import recount, recount_movers, recount_seconds


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


def check_duration(made: Duration, seconds: list[int]) -> None:
    """By what the figures mean: the least value that half of all, or nine in ten, do not exceed."""
    assert made["count"] == len(seconds)
    for figure, part in ((made["median"], 0.5), (made["p90"], 0.9)):
        enough = [
            one for one in seconds if sum(two <= one for two in seconds) >= part * len(seconds)
        ]
        assert figure == min(enough, default=None)


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
