"""The sender of mail, for as long as the gateway runs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from aiohttp import web

from bot.gateway.keys import DATABASE, SETTINGS, VAULT
from bot.knowledge.library import load_library
from bot.mail.sending import keep_sending
from bot.mail.texts import Desk

LAST_MAIL = 10.0
"""Seconds that the mail under way gets when the gateway stops: cut off, it would be in doubt."""


async def start_mail(app: web.Application) -> AsyncIterator[None]:
    """Send what is due until the gateway stops; nothing without a mail server in the settings."""
    mail, stop = app[SETTINGS].mail, asyncio.Event()
    if mail is None:
        yield
        return
    settings = mail

    def desk() -> Desk:
        return Desk(settings, load_library(app[SETTINGS].knowledge), app[VAULT])

    sending = asyncio.create_task(keep_sending(app[DATABASE], desk, stop))
    yield
    stop.set()
    await asyncio.wait([sending], timeout=LAST_MAIL)
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
