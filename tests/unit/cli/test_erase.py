"""The organisation erases what it is asked to erase, and sees first what that is."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.audit.reading import lines
from bot.cli import main
from bot.conversations.models import Note
from bot.database.connection import Database
from bot.requests.models import RequestRecord
from bot.vault import keyfile
from bot.vault.vault import Vault
from tests.common.proposals import add_proposal
from tests.common.requests import add_request
from tests.unit.conversations.talk import Talk

NOW = datetime.now(UTC)
NOTHING = {"erased": False, "conversations": [], "requests": [], "mail_proposals": []}


@pytest.fixture(autouse=True)
def _settings(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWIJS_VAR", str(tmp_path))
    monkeypatch.setenv("WEGWIJS_DATABASE_URL", str(database.engine.url))


def erased(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict]:
    code = main(["erase", *arguments])
    return code, json.loads(capsys.readouterr().out)


def test_a_text_is_looked_for_and_nothing_goes_without_a_yes(database: Database, capsys):
    one, other = Talk(database), Talk(database)
    one.say("Wat doet de dienst Bloemenhof?")
    other.say("Wat is OCAD?")
    assert erased(capsys, "--containing", "bloemenhof") == (
        0,
        NOTHING | {"conversations": [one.id]},
    )
    assert len(one.entries()) == 2
    assert erased(capsys, "--containing", "bloemenhof", "--yes")[0] == 0
    assert one.entries() == []
    assert len(other.entries()) == 2


def test_a_conversation_is_erased_by_its_number(database: Database, capsys):
    talk = Talk(database)
    assert erased(capsys, talk.id, "--yes") == (
        0,
        NOTHING | {"erased": True, "conversations": [talk.id]},
    )


def test_a_sign_that_means_anything_in_a_query_means_itself(database: Database, capsys):
    Talk(database).say("Wat is OCAD?")
    assert erased(capsys, "--containing", "%%%") == (1, NOTHING)


def test_a_text_is_found_and_erased_wherever_it_is_kept_and_how_much_is_told(
    database: Database, tmp_path: Path, capsys
):
    talk = Talk(database)
    talk.say("Wat is OCAD?")
    keyfile.create(tmp_path / "sleutels.json")
    vault = Vault(tmp_path / "sleutels.json")

    def write(session: Session) -> tuple[str, str]:
        session.add(
            Note(conversation_id=talk.id, author="anna", text="Werkt bij Bloemenhof", at=NOW)
        )
        request = add_request(session, vault)
        session.get_one(RequestRecord, request).subject = "sessie voor bloemenhof"
        return request, add_proposal(session, "Hoort het bloemenhof bij het LIVC?")

    request, proposal = database.run(write)
    assert main(["erase", "--containing", "Bloemenhof", "--yes"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == {
        "erased": True,
        "conversations": [talk.id],
        "requests": [request],
        "mail_proposals": [proposal],
    }
    assert "aanvragen (hun woorden): 1" in err
    assert "bloemenhof" not in (out + err).casefold()
    files = [one for one in tmp_path.iterdir() if "sqlite" in one.name]
    assert files
    assert not any(b"loemenhof" in one.read_bytes() for one in files)
    told = [
        line.object
        for line in database.run(lines)
        if line.act == Act.ERASED.value and line.actor == "opdrachtregel"
    ]
    assert told == [f"gesprek:{talk.id}", f"aanvraag:{request}", f"voorstel:{proposal}"]
    assert database.run(lambda session: session.get_one(RequestRecord, request).status) == "open"


def test_what_does_not_exist_is_not_called_erased(database: Database, capsys):
    assert main(["erase", "bestaat-niet", "--yes"]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out) == NOTHING
    assert err == "wegwijs erase: niets gevonden\n"


@pytest.mark.parametrize("arguments", [[], ["--containing", "x"], ["--yes"]])
def test_erasing_needs_to_know_what(arguments: list[str]):
    assert main(["erase", *arguments]) == 2
