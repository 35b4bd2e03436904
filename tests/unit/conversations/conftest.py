"""A conversation that has just begun, and one with a form in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.database.connection import Database
from bot.vault.keyfile import create
from bot.vault.vault import Vault
from tests.unit.conversations.form import Form
from tests.unit.conversations.talk import Talk


@pytest.fixture
def talk(database: Database) -> Talk:
    return Talk(database)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    path = tmp_path / "sleutels.json"
    create(path)
    return Vault(path)


@pytest.fixture
def form(talk: Talk, vault: Vault) -> Form:
    return Form(talk, vault)
