"""Keeps an engine process running: starts it, waits until it is ready, restarts it when it ends or hangs.

The supervisor is an engine itself (`reply`), so that whoever asks need not know that there are processes.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import os
import sys
import tempfile
import time
from collections.abc import Collection
from pathlib import Path

from bot.engine.client import EngineClient, EngineDown
from bot.engine.protocol import EngineAnswer, EngineRequest
from bot.settings import PROJECT, Settings

log = logging.getLogger(__name__)

START_LIMIT = 120.0
"""Seconds that an engine may take to become ready."""

FIRST_PAUSE, LONGEST_PAUSE = 0.2, 10.0
"""Seconds between restarts of an engine that keeps ending."""

WATCH_EVERY = 5.0
HANGS_AFTER = 3
"""An engine that does not answer this many looks in a row is ended."""


BROKEN_MODEL = 3
"""Exit code of an engine whose model cannot be loaded: another model may do."""

MODEL = "WEGWIJS_ENGINE_MODEL"
"""Variable that tells an engine process which model to load."""

ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""Numbers of one message are too small to share out: threads wait for each other longer than they work."""

LONGEST_SOCKET = 100
"""Bytes of the path of a unix socket; Linux takes 107, others less."""


class EngineProcess:
    """One engine process and the client that talks to it."""

    def __init__(self, settings: Settings, name: str) -> None:
        self._settings = settings
        self._socket = settings.var / "run" / f"{os.getpid()}-{name}.sock"
        self._broken: set[tuple[Path, int]] = set()
        self._process: asyncio.subprocess.Process | None = None
        self._client: EngineClient | None = None
        self._ready = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int | None:
        """Process id of the running engine."""
        return None if self._process is None else self._process.pid

    @property
    def is_ready(self) -> bool:
        """Whether requests are taken now."""
        return self._ready.is_set()

    async def start(self) -> None:
        """Begin to keep the process running; returns at once."""
        self._socket = place_of(self._socket)
        self._client = EngineClient(self._socket, timeout=self._settings.engine_timeout)
        self._task = asyncio.create_task(self._keep_running())

    async def stop(self) -> None:
        """End the process and stop restarting it."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        await self._end()
        if self._client is not None:
            await self._client.close()
        self._socket.unlink(missing_ok=True)
        if self._socket.parent != self._settings.var / "run":
            self._socket.parent.rmdir()

    async def wait_ready(self) -> None:
        """Return when requests are taken."""
        await self._ready.wait()

    async def reply(self, request: EngineRequest) -> EngineAnswer:
        """Answer one message; raises EngineDown or EngineFailed."""
        if not self._ready.is_set() or self._client is None:
            raise EngineDown
        return await self._client.reply(request)

    async def _keep_running(self) -> None:
        pause = FIRST_PAUSE
        while True:
            began = time.monotonic()
            try:
                await self._run_once()
            except OSError:
                log.exception("engine could not be started")
            self._ready.clear()
            if time.monotonic() - began > 60:
                pause = FIRST_PAUSE
            log.warning("engine ended, restarting in %.1f s", pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _run_once(self) -> None:
        model = next(iter(models(self._settings.models, without=self._broken)), None)
        chosen = {} if model is None else {MODEL: str(model)}
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.engine", "--socket", str(self._socket),
            cwd=PROJECT, stdin=asyncio.subprocess.PIPE, env={**ONE_THREAD, **os.environ, **chosen},
        )  # fmt: skip
        ended = asyncio.create_task(self._process.wait())
        watched = asyncio.create_task(self._watch())
        try:
            await asyncio.wait({ended, watched}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            watched.cancel()
            await self._end()
            await ended
        if model is not None and self._process.returncode == BROKEN_MODEL:
            log.error("model %s cannot be loaded, trying the next older one", model.name)
            self._broken.add(_stamp(model))

    async def _watch(self) -> None:
        """Return when the process has to be ended: not ready in time, or hanging."""
        assert self._client is not None  # noqa: S101 - set in start()
        deadline = time.monotonic() + START_LIMIT
        while not await self._client.ready():
            if time.monotonic() > deadline:
                log.error("engine did not become ready")
                return
            await asyncio.sleep(0.1)
        self._ready.set()
        misses = 0
        while misses < HANGS_AFTER:
            await asyncio.sleep(WATCH_EVERY)
            misses = 0 if await self._client.ready() else misses + 1
        log.error("engine hangs")

    async def _end(self) -> None:
        if self._process is not None and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()


class Engines:
    """All engine processes; a request goes to the next one that is ready."""

    def __init__(self, settings: Settings) -> None:
        self.processes = [EngineProcess(settings, str(place)) for place in range(settings.engines)]
        self._turn = itertools.cycle(range(settings.engines))

    async def start(self) -> None:
        """Start every process."""
        for process in self.processes:
            await process.start()

    async def stop(self) -> None:
        """End every process."""
        await asyncio.gather(*(process.stop() for process in self.processes))

    async def wait_ready(self) -> None:
        """Return when at least one process takes requests."""
        waits = [asyncio.create_task(process.wait_ready()) for process in self.processes]
        _, pending = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()

    async def reply(self, request: EngineRequest) -> EngineAnswer:
        """Answer one message; raises EngineDown when no process is ready, EngineFailed when one failed."""
        for _ in self.processes:
            process = self.processes[next(self._turn)]
            if process.is_ready:
                return await process.reply(request)
        raise EngineDown


def latest_model(folder: Path) -> Path:
    """The newest trained model; raises FileNotFoundError (Dutch) when there is none."""
    found = models(folder)
    if not found:
        raise FileNotFoundError(
            f"Er is nog geen model in {folder.name}/. Maak er een met: wegwijs train"
        )
    return found[0]


def models(folder: Path, *, without: Collection[tuple[Path, int]] = ()) -> list[Path]:
    """The trained models, the newest first, without those known to be broken as they are now."""
    stamps = sorted(map(_stamp, folder.glob("*.tar.gz")), key=lambda one: one[1], reverse=True)
    return [path for path, changed in stamps if (path, changed) not in without]


def _stamp(model: Path) -> tuple[Path, int]:
    return model, model.stat().st_mtime_ns


def place_of(socket: Path) -> Path:
    """Where a socket can lie, with its folder made: a path that is too long moves to a folder for temporary files."""
    if len(os.fsencode(socket)) > LONGEST_SOCKET:
        # A fresh folder that no one else may enter: visitors' questions pass here.
        return Path(tempfile.mkdtemp(prefix="wegwijs-")) / socket.name
    socket.parent.mkdir(parents=True, exist_ok=True)
    return socket
