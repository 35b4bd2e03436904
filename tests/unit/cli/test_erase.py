"""The organisation erases what it is asked to erase, and sees first what that is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import main
from bot.database.connection import Database
from tests.unit.conversations.talk import Talk


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
        {"erased": False, "conversations": [one.id]},
    )
    assert len(one.entries()) == 2
    assert erased(capsys, "--containing", "bloemenhof", "--yes")[0] == 0
    assert one.entries() == []
    assert len(other.entries()) == 2


def test_a_conversation_is_erased_by_its_number(database: Database, capsys):
    talk = Talk(database)
    assert erased(capsys, talk.id, "--yes") == (0, {"erased": True, "conversations": [talk.id]})


def test_a_sign_that_means_anything_in_a_query_means_itself(database: Database, capsys):
    Talk(database).say("Wat is OCAD?")
    assert erased(capsys, "--containing", "%%%") == (1, {"erased": False, "conversations": []})


def test_what_does_not_exist_is_not_called_erased(database: Database, capsys):
    assert main(["erase", "bestaat-niet", "--yes"]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out) == {"erased": False, "conversations": []}
    assert err == "wegwijs erase: geen enkel gesprek gevonden\n"


@pytest.mark.parametrize("arguments", [[], ["--containing", "x"], ["--yes"]])
def test_erasing_needs_to_know_what(arguments: list[str]):
    assert main(["erase", *arguments]) == 2
