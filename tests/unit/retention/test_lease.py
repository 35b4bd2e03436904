"""A daily job is done once a day, whoever comes, and not lost when its holder dies."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.database.connection import Database
from bot.retention import lease

TODAY = date(2026, 11, 25)
MORNING = datetime(2026, 11, 25, 8, tzinfo=UTC)


def take(database: Database, holder: str, *, at: datetime = MORNING, day: date = TODAY) -> bool:
    return database.run(
        lambda session: lease.take(session, "opruimen", day=day, holder=holder, at=at)
    )


def finish(database: Database, holder: str, *, day: date = TODAY) -> None:
    database.run(lambda session: lease.finish(session, "opruimen", day=day, holder=holder))


def test_of_two_processes_one_does_the_job(database: Database):
    assert take(database, "een")
    assert not take(database, "twee")


def test_a_job_that_is_done_is_not_done_again_that_day(database: Database):
    take(database, "een")
    finish(database, "een")
    assert not take(database, "twee", at=MORNING + timedelta(hours=12))
    assert take(database, "twee", at=MORNING + timedelta(days=1), day=TODAY + timedelta(days=1))


def test_a_job_whose_holder_died_is_taken_over_after_its_lease(database: Database):
    take(database, "een")
    assert not take(database, "twee", at=MORNING + lease.LEASE - timedelta(seconds=1))
    assert take(database, "twee", at=MORNING + lease.LEASE + timedelta(seconds=1))


def test_who_lost_its_lease_cannot_finish_the_job(database: Database):
    take(database, "een")
    take(database, "twee", at=MORNING + 2 * lease.LEASE)
    finish(database, "een")
    assert take(database, "twee", at=MORNING + 2 * lease.LEASE)


def test_eight_connections_at_once_give_one_holder(database: Database, tmp_path: Path):
    url = str(database.engine.url)
    others = [Database(url) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda place: take(others[place], str(place)), range(8)))
    for one in others:
        one.close()
    assert taken.count(True) == 1
