"""Fixtures that more than one folder uses: a fresh database, the real engine, a running Wegwijs."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.database.connection import Database
from bot.engine.supervisor import latest_model
from bot.settings import Settings
from tests.common.databases import lay_down
from tests.common.server import Server

if TYPE_CHECKING:
    from bot.engine.agent import RasaEngine
    from bot.nlu.reading import Reader


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty SQLite database with the newest schema."""
    opened = Database(lay_down(tmp_path / "wegwijs.sqlite"))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def engine() -> RasaEngine:
    """The real Rasa engine with the trained model, in this process."""
    from bot.engine.agent import RasaEngine

    return RasaEngine(latest_model(Settings.from_environment().models))


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """The reader with the intent model of the trained Rasa model."""
    from bot.knowledge.catalogue import Catalogue
    from bot.nlu.classifier import IntentModel
    from bot.nlu.reading import Reader

    settings = Settings.from_environment()
    folder = tmp_path_factory.mktemp("model")
    with tarfile.open(latest_model(settings.models)) as archive:
        archive.extractall(folder, filter="data")
    stored = next(one for one in folder.rglob("words.json") if "IntentRanker" in str(one))
    catalogue = Catalogue.load(settings.knowledge / "topics.yml")
    return Reader(
        IntentModel.load(stored.parent),
        smalltalk=catalogue.conversation,
        outside=catalogue.out_of_scope,
    )


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A whole Wegwijs with its engine ready, on a port and a database of its own."""
    running = Server(tmp_path_factory.mktemp("server"))
    running.start()
    running.wait_ready()
    yield running
    running.stop()
