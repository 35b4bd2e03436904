"""What is told to be written is written: writes share commits, and no failure hides or takes along another."""

from __future__ import annotations

import asyncio
import resource
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event, inspect, text
from sqlalchemy.orm import Session

from bot.conversations.models import Site
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.database.tables import METADATA
from bot.errors import Unavailable

Work = Callable[[Session], Any]


class Held:
    """Keeps the writer busy until it is let go, so that the writes behind it wait together."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._go, self._busy = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=database.run, args=[self._wait])

    def __enter__(self) -> Held:
        self._thread.start()
        self._busy.wait(5)
        return self

    def __exit__(self, *_: object) -> None:
        self._go.set()
        self._thread.join(5)

    def _wait(self, session: Session) -> None:
        self._busy.set()
        self._go.wait(5)


@pytest.fixture
def commits(database: Database) -> list[object]:
    """One item for each commit of the writer from now on."""
    seen: list[object] = []
    event.listen(database.engine, "commit", seen.append)
    return seen


@pytest.fixture
def file_limit() -> Iterator[Callable[[int], None]]:
    """Lets this process write no file beyond a number of bytes, as a full disk would."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def add(name: str, *, size: int = 0) -> Work:
    return lambda session: session.add(Site(id=name, origins=["x" * size]))


def submit(database: Database, *works: Work) -> list[Future[Any]]:
    """Hand in writes that reach the writer as one group."""
    with Held(database):
        return [database._submit(work) for work in works]


def outcome(future: Future[Any]) -> str:
    failure = future.exception(timeout=10)
    return "stored" if failure is None else type(failure).__name__


def names(database: Database) -> set[str]:
    with database._reader.connect() as connection:
        return set(connection.scalars(text("SELECT id FROM sites")))


def pragma(session: Session, name: str) -> Any:
    return session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()


def fill_up(session: Session) -> None:
    """Leave the database no page to grow by."""
    session.connection().exec_driver_sql(f"PRAGMA max_page_count={pragma(session, 'page_count')}")


def make_room(session: Session) -> None:
    session.connection().exec_driver_sql("PRAGMA max_page_count=1000000")


def test_writes_that_wait_together_share_one_commit(database: Database, commits: list[object]):
    futures = submit(database, *(add(f"site-{number}") for number in range(20)))
    assert {outcome(one) for one in futures} == {"stored"}
    assert len(names(database)) == 20
    assert len(commits) == 1


def test_a_write_that_fails_takes_no_other_along(database: Database):
    def fail(session: Session) -> None:
        add("half-done")(session)
        session.flush()
        raise KeyError("wrong")

    first, second, third = submit(database, add("before"), fail, add("after"))
    assert [outcome(one) for one in (first, second, third)] == ["stored", "KeyError", "stored"]
    assert names(database) == {"before", "after"}


def test_a_write_that_breaks_a_rule_of_the_database_takes_no_other_along(database: Database):
    database.run(add("twice"))
    futures = submit(database, add("before"), add("twice"), add("after"))
    assert [outcome(one) for one in futures] == ["stored", "Unavailable", "stored"]
    assert names(database) == {"before", "twice", "after"}


def test_a_failed_commit_is_an_error_for_all_its_callers(
    database: Database, tmp_path: Path, file_limit: Callable[[int], None]
):
    log = tmp_path / "wegwijs.sqlite-wal"
    database.run(add("earlier"))
    with Held(database):
        futures = [database._submit(add(f"site-{number}", size=9000)) for number in range(5)]
        file_limit(log.stat().st_size)
    assert {outcome(one) for one in futures} == {"Unavailable"}
    assert names(database) == {"earlier"}


def test_what_could_not_be_written_can_be_once_there_is_room(
    database: Database, tmp_path: Path, file_limit: Callable[[int], None]
):
    database.run(add("earlier"))
    file_limit((tmp_path / "wegwijs.sqlite-wal").stat().st_size)
    with pytest.raises(Unavailable):
        database.run(add("too-early", size=9000))
    file_limit(resource.RLIM_INFINITY)
    database.run(add("later", size=9000))
    assert names(database) == {"earlier", "later"}


def test_a_full_disk_makes_the_write_unavailable(database: Database):
    database.run(fill_up)
    with pytest.raises(Unavailable):
        database.run(add("large", size=20_000))
    database.run(make_room)
    database.run(add("large", size=20_000))
    assert names(database) == {"large"}


def test_nothing_is_acknowledged_that_a_full_disk_took_along(database: Database):
    """SQLite rolls the whole transaction back when the disk is full, not just the statement."""
    database.run(fill_up)
    futures = submit(database, add("small"), add("large", size=20_000), add("other"))
    acknowledged = {
        name
        for name, one in zip(("small", "large", "other"), futures, strict=True)
        if outcome(one) == "stored"
    }
    assert acknowledged == names(database)


def test_a_read_only_database_makes_the_write_unavailable_and_still_reads(database: Database):
    database.run(add("before"))
    event.listen(database.engine, "connect", lambda raw, _: raw.execute("PRAGMA query_only=ON"))
    database.engine.dispose()
    with pytest.raises(Unavailable):
        database.run(add("after"))
    assert names(database) == {"before"}


def test_a_damaged_database_makes_the_read_unavailable(tmp_path: Path):
    (tmp_path / "broken.sqlite").write_bytes(b"no database" * 1000)
    database = Database(f"sqlite:///{tmp_path / 'broken.sqlite'}")
    with pytest.raises(Unavailable):
        asyncio.run(database.read(lambda session: session.get(Site, "demo")))
    database.close()


def test_a_caller_that_is_gone_does_not_stop_the_writer(database: Database):
    async def give_up() -> None:
        with Held(database):
            write = asyncio.create_task(database.write(add("given-up")))
            await asyncio.sleep(0.05)
            write.cancel()
            await asyncio.gather(write, return_exceptions=True)

    asyncio.run(give_up())
    assert outcome(database._submit(add("next"))) == "stored"


def test_an_error_that_is_none_of_the_databases_does_not_stop_the_writer(database: Database):
    def meddle(session: Session) -> None:
        session.commit()
        session.close()

    submit(database, meddle)[0].exception(timeout=5)
    assert outcome(database._submit(add("next"))) == "stored"


def test_closing_finishes_the_writes_that_wait(tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'closing.sqlite'}"
    database = Database(url)
    migrate(database)
    futures = submit(database, *(add(f"site-{number}") for number in range(200)))
    database.close()
    assert {outcome(one) for one in futures} == {"stored"}


def test_a_write_after_closing_is_refused(database: Database):
    database.close()
    assert outcome(database._submit(add("late"))) == "Unavailable"


def test_a_commit_waits_for_the_disk_and_keeps_readers_apart(database: Database):
    def read(session: Session) -> tuple[Any, ...]:
        return tuple(
            pragma(session, name)
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        )

    assert database.run(read) == ("wal", 2, 1, 1)
    assert asyncio.run(database.read(read)) == ("wal", 2, 1, 1)


def test_reading_goes_on_while_a_write_takes_long(database: Database):
    database.run(add("before"))
    with Held(database):
        found = asyncio.run(
            asyncio.wait_for(database.read(lambda session: session.get(Site, "before")), 2)
        )
    assert found is not None


def test_the_migrations_make_every_table_from_nothing(tmp_path: Path):
    database = Database(f"sqlite:///{tmp_path / 'new' / 'folder' / 'wegwijs.sqlite'}")
    migrate(database)
    assert set(METADATA.tables) <= set(inspect(database.engine).get_table_names())
    database.close()


def test_migrating_twice_changes_nothing(database: Database):
    database.run(add("kept"))
    migrate(database)
    assert names(database) == {"kept"}


def test_the_migrated_schema_is_the_one_that_the_models_declare(database: Database):
    with database.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    assert differences == []


def test_two_that_erase_at_once_both_have_it_off_the_disk(database: Database):
    def erase(number: int) -> None:
        for turn in range(20):
            database.run(add(f"{number}-{turn}", size=10_000))
            database.scrub()

    with ThreadPoolExecutor(4) as visitors:
        assert list(visitors.map(erase, range(4))) == [None] * 4
