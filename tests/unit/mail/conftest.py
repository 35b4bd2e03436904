"""A database that knows of mail, a sender that looks when told, and a real server on loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.database.connection import Database
from bot.knowledge.library import load_library
from bot.mail import outbox
from bot.mail.models import OutgoingMail
from bot.mail.sending import send_due
from bot.mail.texts import Desk
from bot.settings import Settings
from bot.vault.keyfile import create
from bot.vault.vault import Vault
from tests.common.mailserver import Mailbox, listening, settings
from tests.common.server import free_port
from tests.unit.conversations.talk import Talk

LIBRARY = load_library(Settings.from_environment({}).knowledge)
CANARY = "kanarie-in-het-gesprek"


@dataclass
class Post:
    """The outbox and who empties it."""

    database: Database
    desk: Desk

    async def look(self, database: Database | None = None) -> None:
        """One look into the outbox."""
        await send_due(database or self.database, self.desk, at=datetime.now(UTC))

    @asynccontextmanager
    async def server(self, box: Mailbox) -> AsyncIterator[None]:
        """The mail server is up for as long as the block lasts."""
        async with listening(box, self.desk.settings.port):
            yield

    def rows(self) -> list[OutgoingMail]:
        return self.database.run(lambda session: list(session.scalars(select(OutgoingMail))))

    def row(self) -> OutgoingMail:
        (found,) = self.rows()
        return found

    def set(self, **values: object) -> None:
        self.database.run(lambda session: session.execute(update(OutgoingMail).values(**values)))

    def make_due(self) -> None:
        """Let the waits be over of what is still to go."""
        past = datetime.now(UTC) - timedelta(seconds=1)
        still = update(OutgoingMail).where(OutgoingMail.due_at.is_not(None))
        self.database.run(lambda session: session.execute(still.values(due_at=past)))

    def waiting(self) -> Talk:
        """Somebody who typed a canary and asked for a person."""
        talk = Talk(self.database)
        talk.say(CANARY)
        talk.hand_over()
        return talk


@pytest.fixture
def post(database: Database, tmp_path: Path) -> Post:
    found = settings(free_port())
    database._info = {outbox.MAIL: found}
    create(tmp_path / "sleutels.json")
    return Post(database, Desk(found, LIBRARY, Vault(tmp_path / "sleutels.json")))
