"""The gateway's side of the engine: one request to a process that may be slow, down or starting."""

from __future__ import annotations

from pathlib import Path

import aiohttp
from pydantic import ValidationError

from bot.engine.protocol import EngineAnswer, EngineRequest


class EngineDown(Exception):
    """No engine took the request; it may be asked again at no cost."""


class EngineFailed(Exception):
    """An engine took the request and did not give an answer."""


class EngineClient:
    """Talks to one engine over its unix socket."""

    def __init__(self, socket: Path, *, timeout: float) -> None:
        self._session = aiohttp.ClientSession(
            base_url="http://engine",
            connector=aiohttp.UnixConnector(str(socket), limit=8),
            timeout=aiohttp.ClientTimeout(total=timeout, connect=2),
        )

    async def ready(self) -> bool:
        """Whether the engine answers."""
        try:
            async with self._session.get(
                "/ready", timeout=aiohttp.ClientTimeout(total=2)
            ) as response:
                return response.status == 200
        except (aiohttp.ClientError, OSError, TimeoutError):
            return False

    async def reply(self, request: EngineRequest) -> EngineAnswer:
        """Answer one message; raises EngineDown or EngineFailed."""
        try:
            async with self._session.post(
                "/reply",
                data=request.model_dump_json(),
                headers={"Content-Type": "application/json"},
            ) as response:
                if response.status != 200:
                    raise EngineFailed(f"status {response.status}")
                return EngineAnswer.model_validate_json(await response.read())
        except (
            aiohttp.ClientConnectorError,
            aiohttp.ConnectionTimeoutError,  # all connections are busy: it still stands in line
            FileNotFoundError,
        ) as error:
            raise EngineDown from error
        except (TimeoutError, aiohttp.ClientError, ValidationError) as error:
            raise EngineFailed(type(error).__name__) from error

    async def close(self) -> None:
        """Let go of the connections."""
        await self._session.close()
