"""Reads texts apart from the event loop, so that a text which takes long keeps only its sender waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")

_THREADS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="text")
"""Few, for the work is Python's and it shares one lock with the loop; and none of the database's."""


async def apart(work: Callable[[str], Result], text: str) -> Result:
    """What `work` makes of a text, or the error it raises."""
    return await asyncio.get_running_loop().run_in_executor(_THREADS, work, text)
