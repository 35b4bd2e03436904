"""The server's table of contents: what it holds open, what every request passes, which routes there are."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from aiohttp import web

from bot.audit.key import open_audit
from bot.console.app import create_console
from bot.conversations.answering import Answering
from bot.conversations.sites import ensure_demo_site
from bot.conversations.wakeups import Wakeups
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.engine.supervisor import Engines
from bot.gateway.admission import admit_acts
from bot.gateway.filtering import start_filter
from bot.gateway.headers import add_security_headers
from bot.gateway.keys import (
    ANSWERING,
    AUDIT,
    DATABASE,
    ENGINES,
    LIMITS,
    SETTINGS,
    VAULT,
    WAKEUPS,
)
from bot.gateway.limits import Limits
from bot.gateway.mailing import start_mail
from bot.gateway.problems import problems
from bot.gateway.reading_ahead import read_ahead
from bot.gateway.routes import ROUTES
from bot.mail.outbox import MAIL
from bot.requests.rotation import open_vault
from bot.retention.daily import keep_purging
from bot.settings import Settings

LARGEST_REQUEST = 64 * 1024
"""Bytes: a message of 4,000 characters in the longest encoding, with room."""


def create_app(settings: Settings, *, engines: Engines | None = None) -> web.Application:
    """The gateway, ready to be run; `engines` replaces the real processes in tests."""
    app = web.Application(client_max_size=LARGEST_REQUEST, middlewares=[problems, admit_acts])
    app[SETTINGS] = settings
    app[LIMITS] = Limits(settings.limits)
    app[WAKEUPS] = Wakeups()
    app[ENGINES] = Engines(settings) if engines is None else engines
    app.on_response_prepare.append(add_security_headers)
    app.on_shutdown.append(_end_streams)
    app.cleanup_ctx.extend(
        [_database, _engines, _answering, _purging, start_mail, start_filter, read_ahead]
    )
    app.router.add_routes(ROUTES)
    app.add_subapp("/console", create_console(settings))
    return app


async def _end_streams(app: web.Application) -> None:
    """A stream never ends by itself, so the server would wait for it in vain; its reader connects again elsewhere."""
    app[WAKEUPS].end()


async def _database(app: web.Application) -> AsyncIterator[None]:
    database = Database(app[SETTINGS].database_url, info={MAIL: app[SETTINGS].mail})
    migrate(database)
    await database.write(ensure_demo_site)
    app[DATABASE] = database
    app[AUDIT] = await database.read(lambda session: open_audit(session, app[SETTINGS].audit_key))
    app[VAULT] = await database.read(lambda session: open_vault(session, app[SETTINGS].keys))
    yield
    database.close()


async def _engines(app: web.Application) -> AsyncIterator[None]:
    await app[ENGINES].start()
    yield
    await app[ENGINES].stop()


async def _answering(app: web.Application) -> AsyncIterator[None]:
    app[ANSWERING] = Answering(app[DATABASE], app[ENGINES], app[WAKEUPS])
    await app[ANSWERING].start()
    yield
    await app[ANSWERING].stop()


async def _purging(app: web.Application) -> AsyncIterator[None]:
    purging = asyncio.create_task(keep_purging(app[DATABASE], app[SETTINGS], app[AUDIT]))
    yield
    purging.cancel()
    await asyncio.gather(purging, return_exceptions=True)
