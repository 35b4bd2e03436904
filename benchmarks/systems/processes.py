"""Processes that a benchmark starts, waits for, weighs and stops."""

from __future__ import annotations

import contextlib
import os
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
    total = 0
    for one in _family(pid):
        rollup = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        total += next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
    return total // 1024


def cpu_seconds(pid: int) -> float:
    """What a process and all that it started have worked so far: hardly changes with what else the machine does."""
    # Behind the name, which may hold spaces, the 12th and 13th are time outside and in the kernel (proc(5)).
    fields = (
        Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split() for one in _family(pid)
    )
    return sum(int(one[11]) + int(one[12]) for one in fields) / os.sysconf("SC_CLK_TCK")


def _family(pid: int) -> list[int]:
    """A process and its children, with theirs."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in _family(int(child)))]
