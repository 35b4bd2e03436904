"""Nobody but the account that runs Wegwijs reads the files of the database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.database.connection import Database
from bot.database.migrate import migrate


@pytest.fixture(autouse=True)
def _usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    return {one.name: one.stat().st_mode & 0o777 for one in folder.iterdir()}


def use(file: Path) -> dict[str, int]:
    """The modes of the files while the database is in use."""
    database = Database(f"sqlite:///{file}")
    try:
        migrate(database)
        database.run(lambda session: session.execute(text("DELETE FROM daily_jobs")))
        return modes(file.parent)
    finally:
        database.close()


def test_a_new_database_and_its_folder_are_for_the_owner_alone(tmp_path: Path):
    file = tmp_path / "var" / "wegwijs.sqlite"
    found = use(file)
    assert {"wegwijs.sqlite", "wegwijs.sqlite-wal"} <= set(found)
    assert set(found.values()) == {0o600}
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_database_that_others_could_read_is_closed_to_them_when_it_is_opened(tmp_path: Path):
    file = tmp_path / "wegwijs.sqlite"
    use(file)
    file.chmod(0o644)
    assert set(use(file).values()) == {0o600}
