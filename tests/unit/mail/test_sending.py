"""Mail goes out once, later when the server is down, and holds nothing of the conversation."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.database.connection import Database
from bot.knowledge.library import load_library
from bot.mail import outbox
from bot.mail.models import OutgoingMail
from bot.mail.sending import queue_digest, send_due
from bot.mail.settings import MailSettings
from bot.mail.smtp import NotSent, send
from bot.mail.texts import message
from bot.settings import Settings
from tests.common.server import free_port
from tests.unit.conversations.talk import Talk
from tests.unit.mail.mailserver import PASSWORD, Mailbox, listening, refuse, settings

LIBRARY = load_library(Settings.from_environment({}).knowledge)
CANARY = "kanarie-in-het-gesprek"


@pytest.fixture
def mail(database: Database) -> MailSettings:
    found = settings(free_port())
    database._info = {outbox.MAIL: found}
    return found


async def look(database: Database, mail: MailSettings) -> None:
    await send_due(database, mail, LIBRARY, at=datetime.now(UTC))


def rows(database: Database) -> list[OutgoingMail]:
    return database.run(lambda session: list(session.scalars(select(OutgoingMail))))


def make_due(database: Database) -> None:
    past = datetime.now(UTC) - timedelta(seconds=1)
    database.run(
        lambda session: session.execute(
            update(OutgoingMail).where(OutgoingMail.due_at.is_not(None)).values(due_at=past)
        )
    )


def waiting(database: Database) -> Talk:
    talk = Talk(database)
    talk.say(CANARY)
    talk.hand_over()
    return talk


async def test_who_waits_is_mailed_once_with_a_link_and_nothing_they_wrote(
    database: Database, mail: MailSettings
):
    box, talk = Mailbox(), waiting(database)
    async with listening(box, mail.port):
        await look(database, mail)
        await look(database, mail)
    (sent,) = box.mails
    assert f"https://wegwijs.proefgemeente.be/console/gesprek/{talk.id}" in sent.get_content()
    assert CANARY not in sent.as_string()
    assert talk.token not in sent.as_string()


def test_without_a_server_nothing_is_queued(database: Database):
    waiting(database)
    assert rows(database) == []


async def test_a_server_that_was_down_gets_the_mail_later(database: Database, mail: MailSettings):
    box = Mailbox()
    waiting(database)
    await look(database, mail)
    (row,) = rows(database)
    assert row.attempts == 1
    assert row.due_at is not None
    assert row.due_at > datetime.now(UTC)
    make_due(database)
    async with listening(box, mail.port):
        await look(database, mail)
    assert len(box.mails) == 1
    assert rows(database)[0].sent_at is not None


async def test_a_copy_after_a_lost_answer_has_the_same_message_id(
    database: Database, mail: MailSettings
):
    box = Mailbox(hang_up=1)
    waiting(database)
    async with listening(box, mail.port):
        await look(database, mail)
        make_due(database)
        await look(database, mail)
    first, second = box.mails
    assert first["Message-ID"] == second["Message-ID"]


async def test_of_two_senders_at_once_one_sends(database: Database, mail: MailSettings):
    box, other = Mailbox(), Database(str(database.engine.url))
    for _ in range(5):
        waiting(database)
    async with listening(box, mail.port):
        await asyncio.gather(look(database, mail), look(other, mail))
    other.close()
    assert len({one["Message-ID"] for one in box.mails}) == len(box.mails) == 5


async def test_nobody_is_called_for_who_no_longer_waits(database: Database, mail: MailSettings):
    box = Mailbox()
    waiting(database).close()
    async with listening(box, mail.port):
        await look(database, mail)
    assert box.mails == []
    assert rows(database) == []


def test_an_erased_conversation_leaves_no_mail(database: Database, mail: MailSettings):
    waiting(database).erase()
    assert rows(database) == []


async def test_a_wrong_password_is_told_without_it():
    port = free_port()
    url = f"smtp://wegwijs:{PASSWORD}@127.0.0.1:{port}"
    found = settings(port, WEGWIJS_SMTP_URL=url)
    built = message(
        found, id="x", recipient="a@proefgemeente.be", text=("x", "y"), at=datetime.now(UTC)
    )
    about = {"authenticator": refuse, "auth_require_tls": False}
    async with listening(Mailbox(), port, **about):
        with pytest.raises(NotSent, match="wachtwoord") as error:
            await send(found, built)
    assert PASSWORD not in str(error.value)
    assert PASSWORD not in repr(found)


def test_the_overview_is_queued_once_a_day_from_eight(database: Database, mail: MailSettings):
    for hour in (6, 7, 8):
        at = datetime(2026, 11, 25, hour, 30, tzinfo=UTC)
        database.run(lambda session, at=at: queue_digest(session, "een", at))
        assert len(rows(database)) == (0 if hour == 6 else 1)


def test_after_the_last_wait_a_mail_is_given_up(database: Database, mail: MailSettings):
    waiting(database)
    at, again = datetime.now(UTC) + timedelta(seconds=1), True
    for _ in range(len(outbox.BACKOFF) + 1):
        assert again
        id = rows(database)[0].id
        claimed = database.run(lambda s, at=at, id=id: outbox.claim(s, id, holder="een", at=at))
        assert claimed is not None
        again = database.run(
            lambda s, at=at, one=claimed: outbox.mark_failed(s, one, at=at, final=False)
        )
        at += timedelta(hours=7)
    assert not again
    assert rows(database)[0].due_at is None


KILLED = """
import os, sys
from datetime import UTC, datetime
from bot.database.connection import Database
from bot.mail import outbox
database, at = Database(sys.argv[1]), datetime.now(UTC)
(mail,) = database.run(lambda session: outbox.due(session, at=at))
assert database.run(lambda session: outbox.claim(session, mail, holder="dood", at=at))
os.kill(os.getpid(), 9)
"""


async def test_a_mail_of_a_killed_process_is_sent_after_its_lease(
    database: Database, mail: MailSettings, tmp_path: Path
):
    box = Mailbox()
    waiting(database)
    killed = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KILLED, str(database.engine.url)
    )
    assert await killed.wait() == -9
    async with listening(box, mail.port):
        await look(database, mail)
        assert box.mails == []
        make_due(database)
        await look(database, mail)
    assert len(box.mails) == 1
