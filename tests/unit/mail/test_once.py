"""No mail goes twice by itself: not with several senders, and not when one dies or the server's answer is lost."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.database.connection import Database
from bot.errors import Conflict, Unknown
from bot.mail import trouble
from bot.mail.models import MailState
from tests.common.mailserver import Mailbox
from tests.unit.mail.conftest import Post

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

SENDER = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path
from bot.database.connection import Database
from bot.mail.sending import send_due
from bot.mail.texts import Desk
from bot.vault.vault import Vault
from tests.unit.mail.conftest import LIBRARY
from tests.common.mailserver import settings
desk = Desk(settings(int(sys.argv[2])), LIBRARY, Vault(Path(sys.argv[3])))
print("klaar", flush=True)
sys.stdin.readline()
asyncio.run(send_due(Database(sys.argv[1]), desk, at=datetime.now(UTC)))
"""


class Sender:
    """A process that empties the outbox once, when told."""

    def __init__(self, post: Post) -> None:
        vault = post.desk.vault._path
        self._told = (str(post.database.engine.url), str(post.desk.settings.port), str(vault))

    async def start(self) -> None:
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            SENDER,
            *self._told,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        assert self.process.stdout is not None
        assert await self.process.stdout.readline()

    async def go(self) -> int:
        assert self.process.stdin is not None
        self.process.stdin.write(b"\n")
        return await self.process.wait()


class Deadly(Mailbox):
    """Takes a mail, and ends the sender before it can be told so."""

    victim = 0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        answer = await super().handle_DATA(server, session, envelope)
        if self.victim:
            os.kill(self.victim, signal.SIGKILL)
            self.victim = 0
        return answer


async def test_four_processes_send_forty_mails_once_each(post: Post):
    for _ in range(40):
        post.waiting()
    box, senders = Mailbox(), [Sender(post) for _ in range(4)]
    async with post.server(box):
        await asyncio.gather(*(one.start() for one in senders))
        assert await asyncio.gather(*(one.go() for one in senders)) == [0, 0, 0, 0]
    assert len({one["Message-ID"] for one in box.mails}) == len(box.mails) == 40
    assert {one.state for one in post.rows()} == {MailState.SENT}


async def test_a_sender_killed_behind_the_content_leaves_a_mail_in_doubt(post: Post):
    box, sender = Deadly(), Sender(post)
    post.waiting()
    async with post.server(box):
        await sender.start()
        box.victim = sender.process.pid
        assert await sender.go() == -9
        for _ in range(3):
            post.make_due()
            await post.look()
        assert len(box.mails) == 1
        assert post.row().state == MailState.HANDED
        later = datetime.now(UTC) + trouble.UNDER_WAY
        id = post.row().id
        assert post.database.run(lambda session: trouble.needs_person(session, at=later)) == 1
        post.database.run(lambda session: trouble.send_again(session, id, later))
        post.make_due()
        await post.look()
    first, second = box.mails
    assert first["Message-ID"] == second["Message-ID"]
    assert post.row().state == MailState.SENT


async def test_a_mail_of_a_sender_killed_before_the_content_goes_when_its_lease_ends(post: Post):
    box = Mailbox()
    post.waiting()
    killed = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KILLED, str(post.database.engine.url)
    )
    assert await killed.wait() == -9
    async with post.server(box):
        await post.look()
        assert box.mails == []
        post.make_due()
        await post.look()
    assert len(box.mails) == 1


async def test_a_lost_answer_leaves_a_mail_in_doubt_until_a_person_decides(post: Post):
    box, at = Mailbox(hang_up=1), datetime.now(UTC)
    post.waiting()
    async with post.server(box):
        await post.look()
        post.make_due()
        await post.look()
    assert len(box.mails) == 1
    row = post.row()
    assert row.problem == "De mailserver verbrak de verbinding."
    assert trouble.is_doubtful(row, at=at)
    post.database.run(lambda session: trouble.let_go(session, row.id, at))
    assert post.rows() == []


async def test_a_sender_that_was_too_slow_does_not_send(post: Post):
    box = Mailbox()
    post.waiting()

    class Late(Mailbox):
        async def handle_MAIL(self, server: Any, session: Any, envelope: Any, *about: Any) -> str:
            # Meanwhile its lease ends, and another takes the mail.
            post.set(holder="ander", due_at=datetime.now(UTC) + timedelta(minutes=5))
            envelope.mail_from = about[0]
            return "250 OK"

    late = Late()
    async with post.server(late):
        await post.look()
    assert (late.mails, post.row().holder) == ([], "ander")
    post.make_due()
    async with post.server(box):
        await post.look()
    assert len(box.mails) == 1


async def test_what_goes_by_itself_or_went_is_not_touched(post: Post):
    box, at = Mailbox(), datetime.now(UTC)
    post.waiting()
    id = post.row().id
    with pytest.raises(Conflict):
        post.database.run(lambda session: trouble.send_again(session, id, at))
    async with post.server(box):
        await post.look()
    for act in (trouble.send_again, trouble.let_go):
        with pytest.raises(Conflict):
            post.database.run(lambda session, act=act: act(session, id, at))
    with pytest.raises(Unknown):
        post.database.run(lambda session: trouble.let_go(session, "geen", at))


async def test_what_a_restored_copy_holds_as_still_to_go_waits_for_a_person(
    database: Database, post: Post
):
    box = Mailbox()
    post.waiting()
    assert database.run(trouble.doubt_all) == 1
    async with post.server(box):
        await post.look()
    assert box.mails == []
    at = datetime.now(UTC)
    assert database.run(lambda session: trouble.needs_person(session, at=at)) == 1
