"""The privacy filter in the gateway: its model is read in the background, and a message waits for it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor

from aiohttp import web

from bot.errors import FilterFailed
from bot.privacy.cleaning import FAILED, Found, find
from bot.privacy.names.loading import current

log = logging.getLogger(__name__)

LONGEST_WAIT = 15.0
"""Seconds that a message waits for the model before the filter counts as broken."""


class Filter:
    """Finds personal data once the model of names is there; refuses until then."""

    def __init__(self) -> None:
        self._loading: asyncio.Future[object] | None = None
        # One thread: a text that takes long keeps no other request waiting, and the model reads one text at a time.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="filter")

    def load(self) -> asyncio.Future[object]:
        """Read the model in a thread, so that the gateway answers meanwhile; again after a failure."""
        if self._loading is None or (self._loading.done() and self._failed(self._loading)):
            self._loading = asyncio.get_running_loop().run_in_executor(None, current)
        return self._loading

    async def find(self, text: str) -> Found:
        """Where personal data stand; raises FilterFailed, and nothing is stored then."""
        try:
            async with asyncio.timeout(LONGEST_WAIT):
                await asyncio.shield(self.load())
        except Exception as error:
            log.error("the model of names is not there: %s", type(error).__name__)
            raise FilterFailed(FAILED) from None
        return await asyncio.get_running_loop().run_in_executor(self._thread, find, text)

    @staticmethod
    def _failed(loading: asyncio.Future[object]) -> bool:
        return loading.cancelled() or loading.exception() is not None

    def close(self) -> None:
        """Let go of the thread."""
        self._thread.shutdown(cancel_futures=True)


FILTER = web.AppKey("filter", Filter)


async def start_filter(app: web.Application) -> AsyncIterator[None]:
    """Begin to read the model when the server starts; nobody waits for it here."""
    app[FILTER] = Filter()
    app[FILTER].load()
    yield
    app[FILTER].close()
