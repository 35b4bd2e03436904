"""What `benchmarks.serving` compares, each started and asked the way its users do, on this machine alone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from typing import Protocol

import aiohttp

Ask = Callable[[str], Awaitable[None]]
"""Sends a message and returns when its reply is there."""


class System(Protocol):
    """A server that answers visitors."""

    name: str
    url: str

    def seconds_to_ready(self) -> float:
        """From the start of the process that understands until it takes messages; it is stopped again."""
        ...

    def running(self) -> AbstractContextManager[int]:
        """Run until the block ends; gives the process id once messages are answered."""
        ...

    def conversation(self, http: aiohttp.ClientSession) -> AbstractAsyncContextManager[Ask]:
        """One visitor."""
        ...
