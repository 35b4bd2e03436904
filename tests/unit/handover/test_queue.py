"""The place in the queue and the wait that is honest to expect."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.database.connection import Database
from bot.handover import presence
from bot.handover.queue import FEWEST, expected_wait, place, waiting
from bot.registration.models import HandoverRecord
from bot.staff import accounts
from bot.staff.roles import Role
from bot.staff.sessions import IDLE, open_session
from tests.unit.conversations.talk import Talk

NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)


@pytest.fixture
def anna(database: Database) -> str:
    """A colleague who is there."""

    def arrive(session):
        account = accounts.create(session, login="anna", name="Anna", role=Role.MEDEWERKER)
        open_session(session, account.id, at=NOW)
        presence.arrive(session, account.id, at=NOW)
        return account.id

    return database.run(arrive)


def handled(database: Database, times: int, *, pickup: int = 2, talk: int = 10) -> None:
    """Handovers of an hour ago, in minutes."""
    asked = NOW - timedelta(hours=1)
    claimed = asked + timedelta(minutes=pickup)
    database.run(
        lambda session: session.add_all(
            HandoverRecord(
                asked_at=asked, claimed_at=claimed, ended_at=claimed + timedelta(minutes=talk)
            )
            for _ in range(times)
        )
    )


def wait(database: Database, place: int) -> timedelta | None:
    return database.run(lambda session: expected_wait(session, place, at=NOW))


def test_with_too_few_handovers_nothing_is_promised(database: Database, anna: str):
    handled(database, FEWEST - 1)
    assert wait(database, 1) is None


def test_with_nobody_there_nothing_is_promised(database: Database):
    handled(database, FEWEST)
    assert wait(database, 1) is None


def test_who_is_first_waits_as_long_as_others_did(database: Database, anna: str):
    handled(database, FEWEST)
    assert wait(database, 1) == timedelta(minutes=2)


def test_each_before_you_adds_a_talk(database: Database, anna: str):
    handled(database, FEWEST)
    assert wait(database, 3) == timedelta(minutes=2 + 2 * 10)


def test_a_talk_that_was_left_open_for_a_day_says_nothing(database: Database, anna: str):
    handled(database, FEWEST)
    handled(database, 20, talk=24 * 60)
    assert wait(database, 1) == timedelta(minutes=2)


def test_the_place_follows_who_asked_first(database: Database):
    talks = [Talk(database) for _ in range(3)]
    for talk in talks[:2]:
        talk.hand_over()
    assert database.run(waiting) == 2
    assert [database.run(lambda s, one=one: place(s, one.id)) for one in talks] == [1, 2, None]


def test_who_leaves_the_console_unused_is_no_longer_there(database: Database, anna: str):
    there = lambda at: database.run(lambda session: presence.present(session, at=at))  # noqa: E731
    assert there(NOW) == [anna]
    assert there(NOW + IDLE) == []


def test_a_colleague_goes_and_a_shut_account_is_not_there(database: Database, anna: str):
    database.run(lambda session: presence.arrive(session, anna, at=NOW))
    database.run(lambda session: presence.leave(session, anna))
    assert database.run(lambda session: presence.present(session, at=NOW)) == []
