"""The engine process: an aiohttp server on a unix socket (or TCP, when told so) around the Rasa Agent.

    POST /reply   EngineRequest → EngineAnswer
    GET  /ready   → {"model"}

Behind a socket it ends when its parent does (bot.engine.process).
"""

from __future__ import annotations

import asyncio
import logging
import os
from pathlib import Path

from aiohttp import web
from pydantic import ValidationError

from bot.engine.agent import RasaEngine
from bot.engine.protocol import EngineRequest
from bot.errors import trace

log = logging.getLogger(__name__)

ENGINE = web.AppKey("engine", RasaEngine)

LARGEST = 256 * 1024
"""Bytes of a request: a text at its limit with its dialogue state is far below."""


def create_app(engine: RasaEngine) -> web.Application:
    """The engine's routes."""
    app = web.Application(client_max_size=LARGEST)
    app[ENGINE] = engine
    app.router.add_get("/ready", ready)
    app.router.add_post("/reply", reply)
    return app


async def ready(request: web.Request) -> web.Response:
    """Tell which model answers."""
    return web.json_response({"model": request.app[ENGINE].model})


async def reply(request: web.Request) -> web.Response:
    """Answer one message."""
    try:
        asked = EngineRequest.model_validate_json(await request.read())
    except ValidationError as error:
        raise web.HTTPBadRequest(text=str(error.errors(include_input=False))) from None
    try:
        answer = await request.app[ENGINE].reply(asked)
    except Exception as error:
        # aiohttp would log it with its message, which may quote the visitor.
        log.error("no reply: %s", trace(error))
        raise web.HTTPInternalServerError from None
    return web.Response(text=answer.model_dump_json(), content_type="application/json")


async def serve(engine: RasaEngine, *, socket: Path | None, host: str, port: int) -> None:
    """Listen until the process is told to stop."""
    runner = web.AppRunner(create_app(engine), access_log=None)
    await runner.setup()
    site: web.BaseSite
    if socket is None:
        site = web.TCPSite(runner, host, port)
    else:
        os.umask(0o077)
        site = web.UnixSite(runner, str(socket))
    await site.start()
    try:
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()
