"""The network between a visitor and a server: a TCP proxy that can be cut, go dumb, or hold event streams back."""

from __future__ import annotations

import asyncio
import contextlib
import re
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

_STREAM = re.compile(rb"^GET \S+/events HTTP", re.MULTILINE)
"""The head of a request for an event stream, which a poll is not."""


class Wire:
    """Passes bytes on between a port of its own and that of a server."""

    def __init__(self, target: int) -> None:
        self.port = 0
        self.cuts = 0
        """Connections that were cut while they were open."""
        self.streams = 0
        """Event streams that were asked for."""
        self.is_down = False
        """Whether new connections are refused."""
        self.is_dumb = False
        """Whether the connections that are open now pass nothing on: they look well and are dead."""
        self.holds_streams = False
        """Whether answers to requests for a stream are held back, as some proxies do."""
        self._target = target
        self._loop = asyncio.new_event_loop()
        self._over = asyncio.Event()
        self._open: dict[asyncio.StreamWriter, list[bool]] = {}

    def cut(self) -> None:
        """Break every connection off, without a farewell."""
        self._call(self._cut())

    def go_dumb(self) -> None:
        """Let every open connection look well and pass nothing on any more; new ones work."""
        self._call(self._go_dumb())

    def _call(self, task: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(task, self._loop).result(timeout=10)

    async def _cut(self) -> None:
        self.cuts += len(self._open)
        for writer in list(self._open):
            writer.transport.abort()

    async def _go_dumb(self) -> None:
        for flags in self._open.values():
            flags[0] = True

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.is_down:
            writer.transport.abort()
            return
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            writer.transport.abort()
            return
        dead = self._open[writer] = [False]
        up = asyncio.create_task(self._pass(reader, back, dead, upward=True))
        down = asyncio.create_task(self._pass(there, writer, dead))
        await asyncio.wait([up, down], return_when=asyncio.FIRST_COMPLETED)
        self._open.pop(writer, None)
        for task, side in ((up, writer), (down, back)):
            task.cancel()
            side.transport.abort()
        await asyncio.gather(up, down, return_exceptions=True)

    async def _pass(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        dead: list[bool],
        *,
        upward: bool = False,
    ) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(65536):
                if upward and _STREAM.search(data):
                    self.streams += 1
                    dead[0] = dead[0] or self.holds_streams
                if not dead[0]:
                    writer.write(data)
                    await writer.drain()

    async def _serve(self, started: threading.Event) -> None:
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = int(server.sockets[0].getsockname()[1])
        started.set()
        await self._over.wait()
        server.close()
        # What was accepted at the last moment opens, and what is broken off closes, in later turns of the loop.
        await asyncio.sleep(0.1)
        await self._cut()
        passing = asyncio.all_tasks() - {asyncio.current_task()}
        if passing:
            await asyncio.wait(passing, timeout=5)
        await asyncio.sleep(0.1)

    def _run(self, started: threading.Event) -> None:
        self._loop.run_until_complete(self._serve(started))
        self._loop.close()


@contextmanager
def wire(target: int) -> Iterator[Wire]:
    """A network to the server on a port."""
    opened, started = Wire(target), threading.Event()
    thread = threading.Thread(target=opened._run, args=[started], daemon=True)
    thread.start()
    started.wait(timeout=10)
    yield opened
    opened._loop.call_soon_threadsafe(opened._over.set)
    thread.join(timeout=10)
