"""Reading the gateway's event stream, as the panel does."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp


async def entries(stream: aiohttp.ClientResponse) -> AsyncIterator[dict[str, Any]]:
    """Entries of the log, each once it is complete."""
    kind = data = ""
    async for raw in stream.content:
        line = raw.decode().rstrip("\n")
        if line.startswith("event: "):
            kind = line.removeprefix("event: ")
        elif line.startswith("data: "):
            data = line.removeprefix("data: ")
        elif not line:
            if kind == "entry":
                yield json.loads(data)
            kind = data = ""
