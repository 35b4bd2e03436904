"""Purging by hand tells how much went."""

from __future__ import annotations

import json

import pytest

from bot.cli import main
from bot.database.connection import Database


def test_a_purge_tells_how_many_conversations_went(
    database: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("WEGWIJS_DATABASE_URL", str(database.engine.url))
    assert main(["purge"]) == 0
    assert json.loads(capsys.readouterr().out) == {"conversations": 0, "contacts": 0}
