"""Where documents are written: one at a time, beside the conversations."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec

Content = ParamSpec("Content")

_DESK = ThreadPoolExecutor(max_workers=1, thread_name_prefix="document")
"""The work is Python's, and shares one lock with the conversations."""


async def written(
    make: Callable[Content, bytes], *content: Content.args, **more: Content.kwargs
) -> bytes:
    """What a maker of documents makes, off the event loop."""
    return await asyncio.get_running_loop().run_in_executor(_DESK, lambda: make(*content, **more))
