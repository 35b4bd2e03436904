"""What the first visitor would wait a second for is read while the server starts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web

from bot.gateway.keys import SETTINGS
from bot.handover.opening import load_opening
from bot.knowledge.library import load_library


async def read_ahead(app: web.Application) -> AsyncIterator[None]:
    """Begin to read when the server starts; nobody waits for it here, and what is broken is told to who needs it."""
    reading = asyncio.create_task(asyncio.to_thread(_read, app[SETTINGS].knowledge))
    yield
    await asyncio.gather(reading, return_exceptions=True)


def _read(knowledge: Path) -> None:
    load_library(knowledge)
    # Holidays are worked out a year at a time, when they are first asked for.
    load_opening(knowledge).next_opening(datetime.now(UTC))
