"""A conversation that has just begun."""

from __future__ import annotations

import pytest

from bot.database.connection import Database
from tests.unit.conversations.talk import Talk


@pytest.fixture
def talk(database: Database) -> Talk:
    return Talk(database)
