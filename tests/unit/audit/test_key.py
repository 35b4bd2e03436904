"""The key of the audit log: made once, readable for nobody else, and never replaced by accident."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.audit.chain import Audit
from bot.audit.key import key_in, open_audit
from bot.audit.models import Act, AuditLine
from bot.database.connection import Database
from bot.errors import ConfigurationError


def mark(path: Path) -> str:
    """What the key of a file makes of a line."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    line = AuditLine(seq=1, at=at, actor="anna", act="bekeken", object=None, allowed=True)
    return Audit(key_in(path, of="het logboek")).link(line, "")


def test_the_key_is_made_once_for_its_owner_alone(tmp_path: Path):
    path = tmp_path / "var" / "audit.sleutel"
    first = mark(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert mark(path) == first
    assert mark(tmp_path / "andere.sleutel") != first
    assert [one.name for one in path.parent.iterdir()] == ["audit.sleutel"]


def test_processes_that_start_together_share_one_key(tmp_path: Path):
    with ThreadPoolExecutor(8) as pool:
        marks = list(pool.map(mark, [tmp_path / "audit.sleutel"] * 8))
    assert len(set(marks)) == 1


@pytest.mark.parametrize("content", ["", "geen sleutel", "00" * 16])
def test_a_damaged_key_is_told_and_left_alone(tmp_path: Path, content: str):
    path = tmp_path / "audit.sleutel"
    path.write_text(content)
    with pytest.raises(ConfigurationError, match="beschadigd"):
        key_in(path, of="het logboek")
    assert path.read_text() == content


def test_a_key_is_made_for_the_first_line_only(database: Database, tmp_path: Path):
    path = tmp_path / "audit.sleutel"
    audit = database.run(lambda session: open_audit(session, path))
    database.run(lambda session: audit.note(session, actor="anna", act=Act.VIEWED))
    path.unlink()
    with pytest.raises(ConfigurationError, match="Zet de kopie terug"):
        database.run(lambda session: open_audit(session, path))
    database.run(
        lambda session: Audit(b"k" * 32).forget(session, before=datetime(2999, 1, 1, tzinfo=UTC))
    )
    with pytest.raises(ConfigurationError, match="ontbreekt"):
        database.run(lambda session: open_audit(session, path))
    assert not path.exists()
