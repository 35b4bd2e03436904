"""Reading and writing: many readers, one writer thread that commits in groups.

SQLite allows one writer at a time and a commit that survives power loss costs a sync of the disk, so the writes
that wait together share one transaction. Each runs in a savepoint of its own: one that fails takes no other along.
A caller hears of success only after the commit.
"""

from __future__ import annotations

import asyncio
import logging
import queue
import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from sqlalchemy import Engine, create_engine, event, inspect
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.database.files import keep_private
from bot.errors import Unavailable

_LOG = logging.getLogger(__name__)

T = TypeVar("T")
Work = Callable[[Session], T]

GROUP = 64
"""Writes that share one commit at most: enough to hide the disk sync, few enough to stay quick."""

READERS = 4

SCRUB_PATIENCE = 5.0
"""Seconds in which emptying the journal is tried again: what stands in its way is a read or a write of a moment."""


@dataclass
class _Job(Generic[T]):
    work: Work[T]
    done: Future[T]


class Database:
    """One database. `read` and `write` are for coroutines, `run` is for commands and tests."""

    def __init__(self, url: str, *, info: dict[Any, Any] | None = None) -> None:
        """`info` is what the sessions of writes know besides the database (Session.info)."""
        self._info = info
        self._reader = _engine(url, begin="BEGIN")
        self._writer = _engine(url, begin="BEGIN IMMEDIATE")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")
        self._jobs: queue.SimpleQueue[_Job[Any] | None] = queue.SimpleQueue()
        self._closed = False
        self._closing = threading.Lock()
        self._thread = threading.Thread(target=self._write_forever, name="writer", daemon=True)
        self._thread.start()

    @property
    def engine(self) -> Engine:
        """The engine for migrations and inspection."""
        return self._writer

    async def read(self, work: Work[T]) -> T:
        """Run `work` in a read transaction; raises Unavailable when the database does not answer."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._read, work)

    async def write(self, work: Work[T]) -> T:
        """Run `work` in a write transaction; returns after the commit, raises Unavailable when there was none."""
        return await asyncio.wrap_future(self._submit(work))

    def run(self, work: Work[T]) -> T:
        """Run `work` in a write transaction from code that is not asynchronous."""
        return self._submit(work).result()

    async def scrub_soon(self) -> None:
        """Like `scrub`, for coroutines; when the database is too busy, the next one or the daily purge does it."""
        try:
            await asyncio.get_running_loop().run_in_executor(self._readers, self.scrub)
        except Unavailable:
            _LOG.warning("the write-ahead log could not be emptied")

    def scrub(self) -> None:
        """Take deleted text off the disk: SQLite blanks it in the file, but its journal still holds it.

        PostgreSQL writes its tables anew.

        Raises Unavailable when the database is too busy for it.
        """
        try:
            if self._reader.dialect.name == "sqlite":
                _empty_journal(self._reader)
                return
            _write_anew(self._reader)
        except (DBAPIError, sqlite3.Error) as error:
            raise _unavailable() from error

    def close(self) -> None:
        """Finish the writes that wait and let go of the database; a write that comes later is refused."""
        with self._closing:
            self._closed = True
            self._jobs.put(None)
        self._thread.join()
        self._readers.shutdown()
        self._reader.dispose()
        self._writer.dispose()

    def _read(self, work: Work[T]) -> T:
        try:
            with Session(self._reader) as session, session.begin():
                return work(session)
        except DBAPIError as error:
            raise _unavailable() from error

    def _submit(self, work: Work[T]) -> Future[T]:
        job = _Job(work, Future[T]())
        with self._closing:
            if self._closed:
                job.done.set_exception(_unavailable())
            else:
                self._jobs.put(job)
        return job.done

    def _write_forever(self) -> None:
        while True:
            jobs = [self._jobs.get()]
            while len(jobs) < GROUP and not self._jobs.empty():
                jobs.append(self._jobs.get())
            real = [job for job in jobs if job is not None]
            if len(real) == 1:
                self._commit_alone(real[0])
            elif real:
                self._commit_together(real)
            if len(real) < len(jobs):
                return

    def _commit_alone(self, job: _Job[Any]) -> None:
        """One write needs no savepoint: what it raises takes no other along."""
        if not job.done.set_running_or_notify_cancel():
            return
        try:
            with self._writing() as session, session.begin():
                result = job.work(session)
        except DBAPIError as error:
            refusal = _unavailable()
            refusal.__cause__ = error
            job.done.set_exception(refusal)
        except Exception as error:
            job.done.set_exception(error)
        else:
            job.done.set_result(result)

    def _writing(self) -> Session:
        return Session(self._writer, expire_on_commit=False, info=self._info)

    def _commit_together(self, jobs: list[_Job[Any]]) -> None:
        # A caller that is gone before its turn is skipped; from here on it can only stop waiting.
        jobs = [job for job in jobs if job.done.set_running_or_notify_cancel()]
        outcomes: list[tuple[_Job[Any], Any, BaseException | None]] = []
        try:
            with self._writing() as session, session.begin():
                for job in jobs:
                    outcomes.append((job, *_attempt(session, job)))
        except Exception as error:
            # Whatever it was, each caller hears of it and the writer lives on.
            for job in jobs:
                refusal = _unavailable()
                refusal.__cause__ = error
                job.done.set_exception(refusal)
            return
        for job, result, failure in outcomes:
            if failure is None:
                job.done.set_result(result)
            else:
                job.done.set_exception(failure)


def _attempt(session: Session, job: _Job[T]) -> tuple[T | None, BaseException | None]:
    try:
        with session.begin_nested():
            result = job.work(session)
        # The next write of the group reads what is stored, not what this one has in memory.
        session.expunge_all()
        return result, None
    except DBAPIError as error:
        if error.connection_invalidated or not session.is_active or _is_rolled_back(session):
            raise
        refusal = _unavailable()
        refusal.__cause__ = error
        return None, refusal
    except Exception as error:
        return None, error


def _is_rolled_back(session: Session) -> bool:
    """Whether SQLite ended the whole transaction, as it does when the disk is full, and not just the savepoint.

    A commit would then succeed without the writes that came before (https://sqlite.org/lang_transaction.html §3).
    """
    raw = session.connection().connection.dbapi_connection
    return isinstance(raw, sqlite3.Connection) and not raw.in_transaction


def _empty_journal(engine: Engine) -> None:
    raw = engine.raw_connection()
    try:
        until = time.monotonic() + SCRUB_PATIENCE
        while time.monotonic() < until:
            # The listener that begins a transaction is passed by: in one, a checkpoint is refused.
            (busy, _, _) = raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                return
            # While another connection checkpoints, SQLite refuses at once, whatever the timeout
            # (https://sqlite.org/c3ref/wal_checkpoint_v2.html).
            time.sleep(0.05)
    finally:
        raw.close()
    raise _unavailable()


def _write_anew(engine: Engine) -> None:
    """A plain VACUUM frees the place of a deleted row, but leaves its bytes until something is written over them."""
    tables = inspect(engine).get_table_names()
    quote = engine.dialect.identifier_preparer.quote
    with engine.connect() as connection:
        alone = connection.execution_options(isolation_level="AUTOCOMMIT")
        alone.exec_driver_sql(f"SET lock_timeout = '{SCRUB_PATIENCE:g}s'")
        try:
            for table in tables:
                alone.exec_driver_sql(f"VACUUM (FULL) {quote(table)}")
        finally:
            alone.exec_driver_sql("RESET lock_timeout")


def _unavailable() -> Unavailable:
    return Unavailable("De databank antwoordt niet. Probeer het over enkele ogenblikken opnieuw.")


def _engine(url: str, *, begin: str) -> Engine:
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    if address.database and address.database != ":memory:":
        keep_private(Path(address.database))
    engine = create_engine(
        url, connect_args={"timeout": 5, "check_same_thread": False}, hide_parameters=True
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # Transactions are begun by the listener above, so the driver must not begin its own.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",  # NORMAL loses acknowledged messages at power loss in WAL mode.
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
