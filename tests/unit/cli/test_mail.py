"""What an administrator does with mail from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import main
from bot.database.connection import Database
from bot.mail import outbox
from bot.mail.models import MailState, OutgoingMail
from tests.common.mailserver import PASSWORD, Mailbox, in_thread, refuse, settings
from tests.common.server import free_port
from tests.unit.conversations.talk import Talk


@pytest.fixture
def port(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Settings for a mail server on a free port."""
    found = free_port()
    monkeypatch.setenv("WEGWIJS_DATABASE_URL", str(database.engine.url))
    monkeypatch.setenv("WEGWIJS_VAR", str(tmp_path))
    monkeypatch.setenv("WEGWIJS_SMTP_URL", f"smtp://127.0.0.1:{found}")
    monkeypatch.setenv("WEGWIJS_MAIL_FROM", "wegwijs@proefgemeente.be")
    monkeypatch.setenv("WEGWIJS_MAIL_STAFF", "helpdesk@proefgemeente.be")
    monkeypatch.setenv("WEGWIJS_PUBLIC_URL", "https://wegwijs.proefgemeente.be")
    database._info = {outbox.MAIL: settings(found)}
    return found


def listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["mail", "list"]) == 0
    return [json.loads(one) for one in capsys.readouterr().out.splitlines()]


def test_a_test_mail_arrives(port: int, capsys: pytest.CaptureFixture[str]):
    box = Mailbox()
    with in_thread(box, port):
        assert main(["mail", "test", "an@proefgemeente.be"]) == 0
    assert "aanvaard" in capsys.readouterr().out
    assert box.recipients == [["an@proefgemeente.be"]]


def test_what_is_wrong_is_told_without_the_password(
    port: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("WEGWIJS_SMTP_URL", f"smtp://wegwijs:{PASSWORD}@127.0.0.1:{port}")
    with in_thread(Mailbox(), port, authenticator=refuse, auth_require_tls=False):
        assert main(["mail", "test", "an@proefgemeente.be"]) == 1
    assert main(["mail", "test", "geen adres"]) == 1
    said = capsys.readouterr()
    assert "weigert de naam of het wachtwoord" in said.err
    assert "ADRES moet een e-mailadres zijn" in said.err
    assert PASSWORD not in said.out + said.err


def test_without_a_server_a_test_says_what_to_set(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["mail", "test", "an@proefgemeente.be"]) == 1
    assert "WEGWIJS_SMTP_URL" in capsys.readouterr().err


def test_what_got_stuck_is_listed_first_and_goes_again_or_is_dropped(
    port: int, database: Database, capsys: pytest.CaptureFixture[str]
):
    for _ in range(2):
        Talk(database).hand_over()
    [first, second] = listed(capsys)
    assert {first["state"], second["state"]} == {"queued"}
    assert main(["mail", "retry", str(first["id"])]) == 1

    def fail(session: object) -> None:
        found = session.get(OutgoingMail, second["id"])  # type: ignore[attr-defined]
        found.state, found.due_at = MailState.FAILED.value, None

    database.run(fail)
    assert [one["state"] for one in listed(capsys)] == ["failed", "queued"]
    assert main(["mail", "retry", str(second["id"])]) == 0
    assert {one["state"] for one in listed(capsys)} == {"queued"}
    database.run(fail)
    assert main(["mail", "drop", str(second["id"])]) == 0
    assert [one["id"] for one in listed(capsys)] == [first["id"]]


def test_a_restored_copy_sends_nothing_that_may_have_gone(
    port: int, database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    Talk(database).hand_over()
    assert main(["backup"]) == 0
    [copy] = (tmp_path / "backups").iterdir()
    database.close()
    assert main(["restore", str(copy), "--yes"]) == 0
    assert "1 mail(s)" in capsys.readouterr().out
    [one] = listed(capsys)
    assert (one["state"], one["next_try"]) == ("doubtful", None)
