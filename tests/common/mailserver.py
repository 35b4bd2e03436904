"""A real SMTP server on loopback that keeps what it accepted, or misbehaves on purpose."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from email import message_from_bytes, policy
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult

from bot.mail.settings import MailSettings
from tests.common.server import mail_environment

PASSWORD = "kanarie-wachtwoord"


class Mailbox:
    """What the server accepted."""

    def __init__(self, *, hang_up: int = 0, data: str = "250 OK", rcpt: str = "250 OK") -> None:
        self.mails: list[Any] = []
        self.recipients: list[list[str]] = []
        self.hang_up = hang_up
        self.data = data
        self.rcpt = rcpt

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.rcpt

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.data.startswith("250"):
            self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
            self.recipients.append(list(envelope.rcpt_tos))
        if self.hang_up:
            self.hang_up -= 1
            server.transport.abort()
        return self.data


@asynccontextmanager
async def listening(box: Mailbox, port: int, **about: Any) -> AsyncIterator[None]:
    """The server, for as long as the block lasts."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(box, loop=loop, **about), host="127.0.0.1", port=port
    )
    try:
        yield
    finally:
        server.close()
        await server.wait_closed()


@contextmanager
def in_thread(box: Mailbox, port: int, **about: Any) -> Iterator[None]:
    """The server beside what has no loop, or a loop of its own."""
    up, loop = threading.Event(), asyncio.new_event_loop()
    end = asyncio.Event()

    async def serve() -> None:
        async with listening(box, port, **about):
            up.set()
            await end.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    assert up.wait(10)
    try:
        yield
    finally:
        loop.call_soon_threadsafe(end.set)
        thread.join()
        loop.close()


def refuse(*_: object) -> AuthResult:
    return AuthResult(success=False, handled=False)


def settings(port: int, **more: str) -> MailSettings:
    found = MailSettings.from_environment(mail_environment(port, **more))
    assert found is not None
    return found
