"""What these tests share: the knowledge of the project and a session on a database in memory."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from bot.database.tables import METADATA
from bot.knowledge.library import Library, load_library
from bot.settings import PROJECT


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(PROJECT / "knowledge")


@pytest.fixture
def session() -> Iterator[Session]:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    METADATA.create_all(engine)
    with Session(engine) as opened:
        yield opened
    engine.dispose()
