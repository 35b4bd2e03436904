"""What the command line shows, exports, changes or erases stands in the log, refused or not, and no word of it."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.cli import main
from bot.database.connection import Database
from tests.unit.conversations.talk import Talk


@pytest.fixture(autouse=True)
def _settings(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWIJS_DATABASE_URL", str(database.engine.url))
    monkeypatch.setenv("WEGWIJS_VAR", str(tmp_path))
    monkeypatch.setattr("sys.stdin", io.StringIO("een lang genoeg wachtwoord\n"))


def log(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, str | None, bool]]:
    """Act, object and outcome of each line; asking is a line itself, which comes after what is shown."""
    capsys.readouterr()
    assert main(["audit", "list", "--format", "json", *arguments]) == 0
    lines = [json.loads(one) for one in capsys.readouterr().out.splitlines()]
    assert {one["actor"] for one in lines} <= {"opdrachtregel"}
    return [(one["act"], one["object"], one["allowed"]) for one in lines]


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (("purge",), 0, ("opgeruimd", None, True)),
        (("keys", "rotate"), 0, ("sleutel_vernieuwd", "sleutels", True)),
        (("requests", "list"), 0, ("bekeken", "aanvragen:open", True)),
        (("requests", "set", "Jan Peeters", "--status", "done"), 1, ("gewijzigd", "aanvraag", False)),
        (("mail", "list"), 0, ("bekeken", "mails", True)),
        (("mail", "retry", "Jan Peeters"), 1, ("gewijzigd", "mail", False)),
        (("user", "list"), 0, ("bekeken", "accounts", True)),
        (("user", "disable", "jan.peeters"), 1, ("gewijzigd", "account", False)),
        (("site", "add", "aalst", "--origin", "https://www.aalst.be"), 0, ("gewijzigd", "site:aalst", True)),
        (("site", "add", "aalst", "--origin", "Jan Peeters"), 1, ("gewijzigd", "site", False)),
        (("report", "--month", "2026-10"), 0, ("uitgevoerd", "maandverslag:2026-10", True)),
        (("erase", "--containing", "Jan Peeters"), 1, ("gezocht", "gesprekken", True)),
        (("audit", "verify"), 0, ("bekeken", "logboek", True)),
        (("restore", "kopie"), 1, ("gewijzigd", "databank", False)),
    ],
)  # fmt: skip
def test_a_command_is_one_line(
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
    line: tuple[str, str | None, bool],
):
    assert main(arguments) == code
    assert log(capsys) == [line]


def test_an_account_is_named_by_its_id(database: Database, capsys: pytest.CaptureFixture[str]):
    assert main(["user", "add", "jan.peeters", "--name", "Jan Peeters"]) == 0
    [(id,)] = database.run(lambda session: session.execute(text("SELECT id FROM staff")).all())
    assert log(capsys) == [("gewijzigd", f"account:{id}", True)]


def test_each_erased_conversation_has_its_line(
    database: Database, capsys: pytest.CaptureFixture[str]
):
    talks = sorted(Talk(database).id for _ in range(2))
    assert main(["erase", *talks, "--yes"]) == 0
    erased = [("gewist", f"gesprek:{one}", True) for one in talks]
    assert log(capsys) == [("gezocht", "gesprekken", True), *erased]


def test_a_backup_is_an_export(capsys: pytest.CaptureFixture[str]):
    assert main(["backup"]) == 0
    [(act, object, allowed)] = log(capsys)
    assert (act, allowed) == ("uitgevoerd", True)
    assert str(object).startswith("reservekopie:wegwijs-")


def test_lines_are_chosen_by_belgian_day_and_by_actor(capsys: pytest.CaptureFixture[str]):
    main(["user", "list"])
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    assert log(capsys, "--from", "2020-01-01", "--to", "2020-12-31") == []
    assert log(capsys, "--from", "2020-01-01", "--to", "2999-12-31")[0][1] == "accounts"
    assert log(capsys, "--from", today, "--actor", "anna") == []
    with pytest.raises(SystemExit):
        main(["audit", "list", "--from", "gisteren"])


def test_looking_at_the_log_is_a_line_too(capsys: pytest.CaptureFixture[str]):
    assert log(capsys) == []
    assert log(capsys) == [("bekeken", "logboek", True)]


def test_every_broken_place_is_named(database: Database, capsys: pytest.CaptureFixture[str]):
    for _ in range(6):
        main(["user", "list"])
    assert main(["audit", "verify"]) == 0
    with database.engine.begin() as connection:
        for name in ("audit_log_unchanged", "audit_log_kept"):
            connection.execute(text(f"DROP TRIGGER {name}"))
        connection.execute(text("UPDATE audit_log SET object = 'x' WHERE seq = 2"))
        connection.execute(text("DELETE FROM audit_log WHERE seq = 5"))
    capsys.readouterr()
    assert main(["audit", "verify"]) == 1
    out, err = capsys.readouterr()
    assert [line.split(":")[0] for line in err.splitlines()] == ["lijn 2", "lijn 5"]
    assert "2 breuken" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", "verify"),
        ("purge",),
        ("keys", "rotate"),
        ("requests", "list"),
        ("mail", "list"),
        ("user", "add", "jan.peeters", "--name", "Jan Peeters"),
        ("site", "add", "aalst", "--origin", "https://www.aalst.be"),
        ("report", "--month", "2026-10"),
        ("erase", "--containing", "Jan Peeters"),
        ("backup",),
    ],
)
def test_a_lost_key_is_told_and_not_made_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
):
    main(["user", "list"])
    (tmp_path / "audit.sleutel").unlink()
    capsys.readouterr()
    assert main(arguments) == 1
    assert "audit.sleutel) ontbreekt" in capsys.readouterr().err
    assert not (tmp_path / "audit.sleutel").exists()
