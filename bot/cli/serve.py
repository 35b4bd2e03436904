"""Start de gateway, die de engine start en bewaakt."""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal
import sys

import uvloop
from aiohttp import web
from sqlalchemy.exc import DBAPIError

from bot.checking.run import run_knowledge_checks
from bot.cli.addresses import port
from bot.cli.check import print_problems
from bot.cli.model import ensure_model
from bot.errors import ConfigurationError, Unavailable, why
from bot.gateway.app import create_app
from bot.gateway.keys import ENGINES
from bot.knowledge.library import load_library
from bot.safety import rules
from bot.settings import PROJECT, Settings

log = logging.getLogger(__name__)

DRAIN = 10.0
"""Seconds that requests under way get to finish when the server is told to stop."""

LONGEST_HEAD = 15.0
"""Seconds in which the head of a request must be there, counted from the connection or the answer before it.

A proxy in front must drop idle connections sooner.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=port, default=8080)


def run(chosen: argparse.Namespace) -> int:
    """Serve until told to stop."""
    settings = Settings.from_environment()
    logging.basicConfig(
        level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    logging.getLogger("alembic").setLevel(logging.WARNING)
    # aiohttp logs malformed requests with what was in them; our own errors are logged in bot.gateway.problems.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    ensure_model(settings)
    problems = run_knowledge_checks(PROJECT, settings.knowledge)
    if problems:
        print_problems(problems)
        return 1
    load_library(settings.knowledge)
    rules.load()
    return uvloop.run(_serve(settings, chosen.host, chosen.port))


def runner_of(app: web.Application, *, head: float = LONGEST_HEAD) -> web.AppRunner:
    """What runs the app; `head` is how long the head of a request may take, in seconds."""
    # aiohttp's time to keep a connection alive ends only with a whole head, so a slow one is cut off by it too.
    return web.AppRunner(
        app,
        access_log=None,
        handle_signals=False,
        shutdown_timeout=DRAIN,
        keepalive_timeout=head,
    )


async def _serve(settings: Settings, host: str, port: int) -> int:
    app = create_app(settings)
    runner = runner_of(app)
    try:
        settings.var.mkdir(mode=0o700, parents=True, exist_ok=True)
        await runner.setup()
    except OSError as error:
        reason = f"kan niet schrijven in {settings.var} ({why(error)})"
        raise ConfigurationError(f"{reason}; kies een andere map met WEGWIJS_VAR") from error
    except DBAPIError as error:
        log.debug("database cannot be opened", exc_info=True)
        raise Unavailable("De databank antwoordt niet.") from error
    try:
        await web.TCPSite(runner, host, port, reuse_address=True).start()
    except OSError as error:
        print(
            f"wegwijs serve: kan niet luisteren op {host}:{port} ({why(error)})",
            file=sys.stderr,
        )
        await runner.cleanup()
        return 1
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    announced = asyncio.create_task(_announce(app, host, port))
    await stop.wait()
    announced.cancel()
    await runner.cleanup()
    return 0


async def _announce(app: web.Application, host: str, port: int) -> None:
    shown = "localhost" if host in ("127.0.0.1", "0.0.0.0") else host  # noqa: S104 - compared, not bound
    print(
        f"Wegwijs luistert op http://{shown}:{port}; de engine start nog…",
        file=sys.stderr,
        flush=True,
    )
    await app[ENGINES].wait_ready()
    print(f"Klaar. Open http://{shown}:{port}/demo", file=sys.stderr, flush=True)
