"""What goes, goes from a real PostgreSQL too; skipped on a machine that has none."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError

import bot.database.tables  # noqa: F401 - all tables are compared
from bot.audit.chain import Audit
from bot.audit.models import Act
from bot.audit.verify import verify
from bot.conversations.lifecycle import erase
from bot.conversations.models import Conversation
from bot.database.base import Base
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.retention.purge import purge
from bot.settings import Settings
from tests.common.postgresql import Cluster, programs, running
from tests.unit.conversations.talk import Talk

BIN = programs()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BIN is None, reason="PostgreSQL is not installed"),
    pytest.mark.skipif(not importlib.util.find_spec("psycopg"), reason="psycopg is not installed"),
]
AUDIT = Audit(b"k" * 32)
NOW = datetime.now(UTC)
WORDS = [f"kanariewoord{number:02d}" for number in range(20)]
ERASED, PURGED, KEPT = WORDS[:5], WORDS[5:12], WORDS[12:]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    assert BIN is not None
    with running(BIN) as started:
        yield started


@pytest.fixture(scope="module")
def postgresql(cluster: Cluster) -> Iterator[Database]:
    opened = Database(cluster.url)
    migrate(opened)
    yield opened
    opened.close()


def now_and_outside(database: Database, *statements: str) -> None:
    """Statements that take no part in a transaction."""
    with database.engine.connect() as connection:
        alone = connection.execution_options(isolation_level="AUTOCOMMIT")
        for one in statements:
            alone.exec_driver_sql(one)


def test_the_migrations_make_what_the_models_say(postgresql: Database):
    with postgresql.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_log SET actor = 'x' WHERE seq = 1", "DELETE FROM audit_log"]
)
def test_a_line_of_the_log_is_neither_changed_nor_deleted(postgresql: Database, statement: str):
    postgresql.run(lambda session: AUDIT.note(session, actor="anna", act=Act.VIEWED))
    with (
        pytest.raises(DBAPIError, match="append-only"),
        postgresql.engine.begin() as connection,
    ):
        connection.execute(text(statement))
    assert postgresql.run(lambda session: verify(session, AUDIT)) == []


def test_what_is_erased_or_past_its_time_is_on_the_disk_no_more(
    postgresql: Database, cluster: Cluster, tmp_path: Path
):
    long_ago = NOW - timedelta(days=800)
    postgresql.run(lambda session: AUDIT.note(session, actor="an", act=Act.VIEWED, at=long_ago))
    talks = {word: Talk(postgresql) for word in WORDS}
    for word, talk in talks.items():
        talk.say(f"wat is een {word}?")
        talk.answer()
    for one in (talks[word] for word in ERASED):
        postgresql.run(lambda session, one=one: erase(session, one.id, one.token))
    postgresql.scrub()
    now_and_outside(postgresql, "CHECKPOINT")
    assert not any("base" in cluster.holders(word) for word in ERASED)
    old = [talks[word].id for word in PURGED]
    silent = update(Conversation).where(Conversation.id.in_(old))
    postgresql.run(lambda session: session.execute(silent.values(changed_at=long_ago)))
    settings = Settings.from_environment({"WEGWIJS_VAR": str(tmp_path)})
    purged = purge(postgresql, settings, AUDIT, actor="systeem", at=NOW)
    assert purged.conversations == len(PURGED)
    assert postgresql.run(lambda session: verify(session, AUDIT)) == []
    # What the write-ahead log still holds goes with its segment; an own server does that by itself in time.
    now_and_outside(postgresql, *["SELECT pg_switch_wal()", "CHECKPOINT"] * 2)
    assert [word for word in (*ERASED, *PURGED) if cluster.holders(word)] == []
    assert all("base" in cluster.holders(word) for word in KEPT)
