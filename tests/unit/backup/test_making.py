"""A backup can be put back, whole and for who has the key alone."""

from __future__ import annotations

import io
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.audit.chain import Audit
from bot.audit.models import Act
from bot.audit.verify import verify
from bot.backup.cipher import PIECE, seal, unseal
from bot.backup.making import database_file, make, put_back
from bot.cli import main
from bot.database.connection import Database
from bot.errors import InvalidInput
from bot.vault.keyfile import Keys
from tests.unit.conversations.talk import Talk

KEYS = Keys({}).with_new()
AUDIT = Audit(b"k" * 32)
CANARY = "Kanarieboodschap die niemand mag lezen"


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with closing(sqlite3.connect(path)) as opened:
        names = opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: opened.execute(f"SELECT * FROM {name}").fetchall() for (name,) in names}


@pytest.fixture
def filled(database: Database, tmp_path: Path) -> Path:
    """The file of a database in use, with text and a chain in it; the newest of it still in the journal."""
    for place in range(30):
        talk = Talk(database)
        talk.say(f"{CANARY} {place}")
        talk.answer()
        database.run(lambda session: AUDIT.note(session, actor="anna", act=Act.VIEWED))
    return tmp_path / "wegwijs.sqlite"


def test_what_is_put_back_elsewhere_has_every_row_and_an_unbroken_chain(
    filled: Path, tmp_path: Path
):
    make(filled, tmp_path / "kopie", KEYS)
    other = tmp_path / "elders" / "wegwijs.sqlite"
    put_back(tmp_path / "kopie", other, KEYS)
    assert other.stat().st_mode & 0o777 == 0o600
    assert rows(other) == rows(filled)
    assert len(rows(other)["entries"]) >= 60
    restored = Database(f"sqlite:///{other}")
    assert restored.run(lambda session: verify(session, AUDIT)) == []
    restored.close()
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".kopie")] == []


def test_nothing_can_be_read_in_a_backup(filled: Path, tmp_path: Path):
    make(filled, tmp_path / "kopie", KEYS)
    written = (tmp_path / "kopie").read_bytes()
    assert b"anarieboodschap" not in written
    assert b"SQLite" not in written
    assert (tmp_path / "kopie").stat().st_mode & 0o077 == 0


def test_another_key_does_not_open_it(filled: Path, tmp_path: Path):
    make(filled, tmp_path / "kopie", KEYS)
    with pytest.raises(InvalidInput, match="staat niet in het sleutelbestand"):
        put_back(tmp_path / "kopie", tmp_path / "elders", Keys({}).with_new())
    assert not (tmp_path / "elders").exists()


def test_an_older_key_that_is_still_there_opens_it(filled: Path, tmp_path: Path):
    make(filled, tmp_path / "kopie", KEYS)
    put_back(tmp_path / "kopie", tmp_path / "elders", KEYS.with_new())
    assert rows(tmp_path / "elders") == rows(filled)


def sealed(content: bytes) -> bytes:
    target = io.BytesIO()
    seal(io.BytesIO(content), target, KEYS)
    return target.getvalue()


def opened(content: bytes) -> bytes:
    target = io.BytesIO()
    unseal(io.BytesIO(content), target, KEYS)
    return target.getvalue()


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE])
def test_a_file_of_any_size_comes_back_as_it_was(size: int):
    content = os.urandom(size)
    assert opened(sealed(content)) == content


def test_a_backup_that_was_changed_cut_off_or_swapped_does_not_open():
    content = sealed(os.urandom(3 * PIECE))
    start = len(content) - 3 * (PIECE + 16)
    piece = PIECE + 16
    flipped = bytearray(content)
    flipped[start + 100] ^= 1
    swapped = (
        content[:start]
        + content[start + piece : start + 2 * piece]
        + content[start : start + piece]
        + content[start + 2 * piece :]
    )
    for wrong in (bytes(flipped), content[: start + piece], content[:-1], swapped):
        with pytest.raises(InvalidInput, match="beschadigd of veranderd"):
            opened(wrong)
    for strange in (b"", b"SQLite format 3", content[:5]):
        with pytest.raises(InvalidInput, match="geen reservekopie"):
            opened(strange)


def test_a_database_in_use_is_not_replaced(filled: Path, tmp_path: Path):
    make(filled, tmp_path / "kopie", KEYS)
    with pytest.raises(InvalidInput, match="Stop Wegwijs eerst"):
        put_back(tmp_path / "kopie", filled, KEYS)


def test_a_damaged_database_can_be_replaced(filled: Path, tmp_path: Path):
    make(filled, tmp_path / "kopie", KEYS)
    broken = tmp_path / "stuk.sqlite"
    broken.write_bytes(b"geen databank" * 1000)
    put_back(tmp_path / "kopie", broken, KEYS)
    assert rows(broken) == rows(filled)


def test_postgresql_is_sent_to_its_own_tools():
    with pytest.raises(InvalidInput, match="pg_dump"):
        database_file("postgresql+psycopg://localhost/wegwijs")


def test_the_commands_make_one_and_put_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("WEGWIJS_VAR", str(tmp_path))
    monkeypatch.delenv("WEGWIJS_DATABASE_URL", raising=False)
    assert main(["site", "add", "aalst", "--origin", "https://www.aalst.be"]) == 0
    assert main(["backup"]) == 0
    [copy] = (tmp_path / "backups").iterdir()
    assert main(["site", "add", "gent", "--origin", "https://www.gent.be"]) == 0
    assert main(["restore", str(copy)]) == 1
    assert "--yes" in capsys.readouterr().err
    assert main(["restore", str(copy), "--yes"]) == 0
    sites = {row[0] for row in rows(tmp_path / "wegwijs.sqlite")["sites"]}
    assert "aalst" in sites
    assert "gent" not in sites
    assert main(["audit", "verify"]) == 0


def test_a_backup_from_before_a_rotation_can_be_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("WEGWIJS_VAR", str(tmp_path))
    monkeypatch.delenv("WEGWIJS_DATABASE_URL", raising=False)
    assert main(["backup"]) == 0
    [copy] = (tmp_path / "backups").iterdir()
    assert main(["keys", "rotate"]) == 0
    assert "nog 7 dagen" in capsys.readouterr().out
    assert main(["restore", str(copy), "--yes"]) == 0
    assert main(["keys", "rotate", "--drop-old"]) == 0
    capsys.readouterr()
    assert main(["restore", str(copy), "--yes"]) == 1
    assert "staat niet in het sleutelbestand" in capsys.readouterr().err


def test_without_the_key_of_the_log_nothing_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("WEGWIJS_VAR", str(tmp_path))
    monkeypatch.delenv("WEGWIJS_DATABASE_URL", raising=False)
    assert main(["backup"]) == 0
    [copy] = (tmp_path / "backups").iterdir()
    before = rows(tmp_path / "wegwijs.sqlite")
    (tmp_path / "audit.sleutel").unlink()
    assert main(["restore", str(copy), "--yes"]) == 1
    assert "logboek (audit.sleutel) ontbreekt" in capsys.readouterr().err
    assert rows(tmp_path / "wegwijs.sqlite") == before
