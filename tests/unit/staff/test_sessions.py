"""A session ends when it should, wherever it is used, and guessing is slow."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.database.connection import Database
from bot.errors import Overloaded
from bot.staff import accounts, limits, sessions
from bot.staff.roles import Role
from bot.staff.sessions import Colleague, Secret

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture
def anna(database: Database) -> str:
    return database.run(
        lambda session: accounts.create(session, login="anna", name="Anna", role=Role.MEDEWERKER).id
    )


def login(database: Database, account: str) -> Secret:
    return database.run(lambda session: sessions.open_session(session, account, at=NOW))


def who(database: Database, secret: str, after: timedelta = timedelta()) -> Colleague | None:
    return database.run(lambda session: sessions.colleague_of(session, secret, at=NOW + after))


def test_a_session_tells_who_is_there(database: Database, anna: str):
    found = who(database, login(database, anna))
    assert found is not None
    assert (found.id, found.name, found.role) == (anna, "Anna", Role.MEDEWERKER)


def test_a_made_up_secret_opens_nothing(database: Database, anna: str):
    login(database, anna)
    assert who(database, "verzonnen") is None


def test_a_session_that_is_not_used_ends_after_half_an_hour(database: Database, anna: str):
    secret = login(database, anna)
    assert who(database, secret, timedelta(minutes=29)) is not None
    assert who(database, secret, timedelta(minutes=31)) is None


def test_a_session_in_use_lives_on_until_eight_hours(database: Database, anna: str):
    secret = login(database, anna)
    for minutes in range(20, 8 * 60, 20):
        at = NOW + timedelta(minutes=minutes)
        assert who(database, secret, timedelta(minutes=minutes)) is not None
        database.run(lambda session, at=at: sessions.touch(session, secret, at=at))
    assert who(database, secret, timedelta(hours=8, minutes=1)) is None


def test_logging_out_ends_one_session_and_a_new_password_all(database: Database, anna: str):
    first, second = login(database, anna), login(database, anna)
    database.run(lambda session: sessions.close_session(session, first))
    assert (who(database, first), who(database, second) is None) == (None, False)
    database.run(lambda session: accounts.set_password(session, "anna", "hash"))
    assert who(database, second) is None


def test_a_disabled_account_is_out_at_once(database: Database, anna: str):
    database.run(
        lambda session: accounts.create(session, login="bas", name="Bas", role=Role.BEHEERDER)
    )
    secret = login(database, anna)
    database.run(lambda session: accounts.disable(session, "anna"))
    assert who(database, secret) is None


def fail(database: Database, login: str, address: str, at: datetime = NOW) -> None:
    database.run(lambda session: limits.note_failure(session, login=login, address=address, at=at))


def admit(database: Database, login: str, address: str, at: datetime = NOW) -> None:
    database.run(lambda session: limits.admit(session, login=login, address=address, at=at))


def test_an_account_is_not_guessed_from_many_addresses(database: Database):
    for place in range(limits.PER_LOGIN):
        admit(database, "anna", f"192.0.2.{place}")
        fail(database, " ANNA" if place % 2 else "anna", f"192.0.2.{place}")
    with pytest.raises(Overloaded):
        admit(database, "Anna", "198.51.100.1")
    admit(database, "bas", "192.0.2.1")


def test_one_address_does_not_guess_many_accounts(database: Database):
    for place in range(limits.PER_ADDRESS):
        fail(database, f"naam{place}", "192.0.2.1")
    with pytest.raises(Overloaded):
        admit(database, "anna", "192.0.2.1")
    admit(database, "anna", "192.0.2.2")


def test_failures_are_forgotten_after_half_an_hour_or_a_login(database: Database):
    for _ in range(limits.PER_LOGIN):
        fail(database, "anna", "192.0.2.1")
    admit(database, "anna", "192.0.2.1", NOW + limits.WINDOW + timedelta(seconds=1))
    database.run(lambda session: limits.forgive(session, login="Anna", address="192.0.2.9"))
    admit(database, "anna", "192.0.2.9")
