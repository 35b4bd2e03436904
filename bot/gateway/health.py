"""Whether the gateway can do its work."""

from __future__ import annotations

from aiohttp import web
from sqlalchemy import text

from bot.errors import Unavailable
from bot.gateway.keys import DATABASE, ENGINES


async def health(request: web.Request) -> web.Response:
    """200 while messages can be stored; tells also whether they can be answered now."""
    try:
        await request.app[DATABASE].write(
            lambda session: session.execute(text("SELECT 1")).scalar()
        )
        database = True
    except Unavailable:
        database = False
    engine = any(process.is_ready for process in request.app[ENGINES].processes)
    return web.json_response(
        {"database": database, "engine": engine}, status=200 if database else 503
    )
