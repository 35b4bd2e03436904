"""Wegwijs: `wegwijs serve` with SQLite on disk; a visitor posts and reads the event stream, as the panel does."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import aiohttp

from benchmarks.stream import entries
from benchmarks.systems import Ask
from benchmarks.systems.processes import process, seconds_until
from bot.engine.supervisor import ONE_THREAD
from bot.settings import PROJECT
from tests.common.server import Server


class Wegwijs:
    """Gateway and engine, each in a process of its own."""

    name = "Wegwijs"

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._server = Server(folder)
        self._socket = folder / "engine.sock"
        self.url = self._server.url

    def seconds_to_ready(self) -> float:
        """From the start of an engine until its `GET /ready` is 200."""
        command = [sys.executable, "-m", "bot.engine", "--socket", str(self._socket)]
        environment = {**os.environ, **ONE_THREAD}
        log = self._socket.with_suffix(".log")
        with process(command, cwd=PROJECT, log=log, environment=environment):
            return seconds_until(self._engine_answers)

    def seconds_to_gateway(self) -> float:
        """From the start of `wegwijs serve` until it stores messages, answered or not."""
        began = time.perf_counter()
        self._server.start()
        try:
            self._server.wait_ready(engine=False)
            return time.perf_counter() - began
        finally:
            self._server.stop()

    @contextlib.contextmanager
    def running(self) -> Iterator[int]:
        """Serve until the block ends."""
        self._server.start()
        try:
            self._server.wait_ready()
            yield self._server.pid
        finally:
            self._server.stop()

    @contextlib.asynccontextmanager
    async def conversation(self, http: aiohttp.ClientSession) -> AsyncIterator[Ask]:
        """A municipality that asks, with its stream open."""
        async with http.post("/api/conversations", json={}) as response:
            opened = await response.json()
        address = f"/api/conversations/{opened['id']}"
        headers = {"Authorization": f"Bearer {opened['token']}"}
        async with http.get(f"{address}/events", headers=headers) as stream:
            log = entries(stream)

            async def post(text: str, choice: str | None = None) -> None:
                body = {"client_id": uuid4().hex, "text": text, "choice": choice}
                async with http.post(f"{address}/messages", json=body, headers=headers) as accepted:
                    seq = (await accepted.json())["seq"]
                async for entry in log:
                    if entry["sender"] == "bot" and entry["seq"] > seq:
                        return
                raise ConnectionError("the stream ended before the reply")

            await post("Gemeente", choice="doelgroep:gemeente")
            yield post

    def _engine_answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as line:
            try:
                line.connect(str(self._socket))
            except OSError:
                return False
            line.sendall(b"GET /ready HTTP/1.0\r\n\r\n")
            return b" 200 " in line.recv(64)
