"""Replies are counted and timed right, on a system that answers at once."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from pathlib import Path

import pytest

from benchmarks.serving import IN_CONVERSATION, pace, table
from benchmarks.systems.processes import cpu_seconds, megabytes, process, seconds_until


class Echo:
    """Remembers what each visitor asked."""

    name, url = "echo", "http://127.0.0.1"

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    @contextlib.asynccontextmanager
    async def conversation(self, http):
        mine: list[str] = []
        self.asked.append(mine)

        async def ask(text: str) -> None:
            await asyncio.sleep(0)
            mine.append(text)

        yield ask


def test_every_message_is_asked_once_in_conversations_of_a_few():
    system = Echo()
    found = asyncio.run(pace(system, ["a", "b", "c"], connections=3, messages=35))
    assert found.messages == sum(len(one) for one in system.asked) == 35
    assert max(len(one) for one in system.asked) == IN_CONVERSATION
    assert found.per_second > 0
    assert found.p50_ms <= found.p95_ms


def test_a_reply_that_fails_ends_the_measurement():
    class Broken(Echo):
        @contextlib.asynccontextmanager
        async def conversation(self, http):
            async def ask(text: str) -> None:
                raise ValueError("geen antwoord")

            yield ask

    with pytest.raises(ValueError, match="geen antwoord"):
        asyncio.run(pace(Broken(), ["a"], connections=2, messages=4))


def test_the_table_tells_how_many_times_ours_is_the_other():
    paces = ("messages_s", "p50_ms", "p95_ms", "cpu_ms")
    keys = ["ready_s", "memory_mb", *(f"{one}_{number}" for number in (1, 10) for one in paces)]
    found = {
        "wij": dict.fromkeys(keys, 2.0) | {"gateway_ready_s": 1.0},
        "zij": dict.fromkeys(keys, 8.0),
    }
    lines = table(found, ours="wij", stock="zij").splitlines()
    assert lines[0] == "| | wij | zij | wij : zij |"
    assert "| engine ready | 2.0 s | 8.0 s | 0.25 |" in lines
    assert len(lines) == 2 + len(keys) + 1


def test_a_process_is_weighed_with_its_children_and_stopped_at_the_end(tmp_path: Path):
    child = "import time; time.sleep(60)"
    script = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with process([sys.executable, "-c", script], cwd=tmp_path, log=tmp_path / "log") as pid:
        children = Path(f"/proc/{pid}/task/{pid}/children")
        # A child that was just forked weighs nothing yet.
        seconds_until(lambda: any(megabytes(int(one)) > 0 for one in children.read_text().split()))
        assert megabytes(pid) >= megabytes(int(children.read_text())) > 0
        assert cpu_seconds(pid) >= 0
        orphan = int(children.read_text())
    os.kill(orphan, 9)
    assert not Path(f"/proc/{pid}").exists()
