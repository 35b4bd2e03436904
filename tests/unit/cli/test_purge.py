"""Purging by hand tells how much went."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import main
from bot.database.connection import Database


def test_a_purge_tells_how_many_conversations_went(
    database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setenv("WEGWIJS_DATABASE_URL", str(database.engine.url))
    monkeypatch.setenv("WEGWIJS_VAR", str(tmp_path))
    assert main(["purge"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "conversations": 0,
        "contacts": 0,
        "mails": 0,
        "mail_texts": 0,
        "request_texts": 0,
        "audit_lines": 0,
        "backups": 0,
        "keys": 0,
    }
