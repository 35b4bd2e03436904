"""Processes that a benchmark starts, waits for, weighs and stops."""

from __future__ import annotations

import contextlib
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

LIMIT = 180.0
"""Seconds that a process may take to become ready."""

LOOK_EVERY = 0.05
"""Seconds between two looks."""


@contextlib.contextmanager
def process(
    command: list[str], *, cwd: Path, log: Path, environment: Mapping[str, str] | None = None
) -> Iterator[int]:
    """Run a command until the block ends; gives its process id. Its standard input stays open meanwhile."""
    with log.open("ab") as output:
        started = subprocess.Popen(  # noqa: S603 - commands of our own
            command, cwd=cwd, env=environment, stdin=subprocess.PIPE, stdout=output, stderr=output
        )
    try:
        yield started.pid
    finally:
        started.terminate()
        started.communicate(timeout=30)


def seconds_until(ready: Callable[[], bool]) -> float:
    """Look until it is so; raises TimeoutError."""
    began = time.perf_counter()
    while time.perf_counter() - began < LIMIT:
        if ready():
            return time.perf_counter() - began
        time.sleep(LOOK_EVERY)
    raise TimeoutError(f"not ready after {LIMIT} s")


def megabytes(pid: int) -> int:
    """Memory of a process and all that it started, shared pages divided among those who share them."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    own = next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
    return own // 1024 + sum(megabytes(int(child)) for child in children)
