"""Serving, side by side with stock Rasa in one run: `python -m benchmarks.serving`.

How long until each is ready, and messages a second and milliseconds a reply with 1 and 10 visitors at a time. Wegwijs
goes the whole way: HTTP, privacy, a commit to SQLite before each acknowledgement, engine, a commit of the reply, event
stream. Stock Rasa answers on its REST channel and stores nothing. All on this machine; Markdown on standard output.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from benchmarks.one_pipeline import sample
from benchmarks.systems import System
from benchmarks.systems.processes import cpu_seconds, megabytes
from benchmarks.systems.stock import StockRasa
from benchmarks.systems.wegwijs import Wegwijs
from bot.knowledge.catalogue import Catalogue
from bot.nlu.trainingdata import load_questions
from bot.settings import PROJECT

CONNECTIONS = (1, 10)
IN_CONVERSATION = 10
"""Messages of one visitor; then comes the next."""
SAMPLE = 5
"""Questions an intent that stock Rasa learns: more of them change what it answers, not how fast."""
TIME_LIMIT = 120.0
"""Seconds after which a measurement stops, whatever is left."""


@dataclass(frozen=True)
class Pace:
    """One measurement of replies."""

    messages: int
    per_second: float
    p50_ms: float
    p95_ms: float


def main() -> int:
    """Print a table and write the same figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=400, help="for each number of connections")
    parser.add_argument("--starts", type=int, default=3, help="of which the median is told")
    parser.add_argument("--json", type=Path, default=PROJECT / "var" / "serving.json")
    chosen = parser.parse_args()
    examples = load_questions(PROJECT / "data" / "nlu")
    topics = Catalogue.load(PROJECT / "knowledge" / "topics.yml").topics
    texts = [one.text for one in sample(examples, 1) if one.intent in topics]
    with tempfile.TemporaryDirectory() as folder:
        ours = Wegwijs(Path(folder) / "wegwijs")
        stock = StockRasa(Path(folder) / "stock", sample(examples, SAMPLE))
        gateway = statistics.median(ours.seconds_to_gateway() for _ in range(chosen.starts))
        found = {
            one.name: measure(one, texts, messages=chosen.messages, starts=chosen.starts)
            for one in (ours, stock)
        }
    found[ours.name]["gateway_ready_s"] = round(gateway, 2)
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    chosen.json.write_text(json.dumps(found, indent=2, ensure_ascii=False), encoding="utf-8")
    print(table(found, ours=ours.name, stock=stock.name))
    return 0


def measure(system: System, texts: Sequence[str], *, messages: int, starts: int) -> dict[str, Any]:
    """Starts, then replies at each number of connections, then memory."""
    print(f"{system.name}…", file=sys.stderr, flush=True)
    ready = statistics.median(system.seconds_to_ready() for _ in range(starts))
    figures: dict[str, Any] = {"ready_s": round(ready, 2)}
    with system.running() as pid:
        asyncio.run(pace(system, texts, connections=1, messages=20))  # the first ones are slow
        for connections in CONNECTIONS:
            worked = cpu_seconds(pid)
            found = asyncio.run(pace(system, texts, connections=connections, messages=messages))
            cpu = (cpu_seconds(pid) - worked) / found.messages * 1000
            figures[f"messages_s_{connections}"] = round(found.per_second, 1)
            figures[f"p50_ms_{connections}"] = round(found.p50_ms, 1)
            figures[f"p95_ms_{connections}"] = round(found.p95_ms, 1)
            figures[f"cpu_ms_{connections}"] = round(cpu, 1)
        figures["memory_mb"] = megabytes(pid)
    return figures


async def pace(system: System, texts: Sequence[str], *, connections: int, messages: int) -> Pace:
    """Visitors side by side, each waiting for its reply before the next message."""
    left = iter(list(itertools.islice(itertools.cycle(texts), messages)))
    times: list[float] = []
    async with aiohttp.ClientSession(system.url, connector=aiohttp.TCPConnector(limit=0)) as http:
        began = time.perf_counter()
        visitors = [
            asyncio.create_task(_visit(system, http, left, times)) for _ in range(connections)
        ]
        _, late = await asyncio.wait(visitors, timeout=TIME_LIMIT)
        for one in late:
            one.cancel()
        await asyncio.gather(*visitors, return_exceptions=bool(late))
        seconds = time.perf_counter() - began
    times.sort()
    return Pace(
        messages=len(times),
        per_second=len(times) / seconds,
        p50_ms=statistics.median(times) * 1000,
        p95_ms=times[int(len(times) * 0.95)] * 1000,
    )


async def _visit(
    system: System, http: aiohttp.ClientSession, left: Iterator[str], times: list[float]
) -> None:
    """One conversation after another, until no message is left."""
    while texts := list(itertools.islice(left, IN_CONVERSATION)):
        async with system.conversation(http) as ask:
            for text in texts:
                began = time.perf_counter()
                await ask(text)
                times.append(time.perf_counter() - began)


def table(found: dict[str, dict[str, Any]], *, ours: str, stock: str) -> str:
    """Markdown, with how many times better ours is."""
    rows = [
        ("engine ready", "ready_s", "s"),
        *((f"messages a second, {n} at a time", f"messages_s_{n}", "") for n in CONNECTIONS),
        *((f"reply p50, {n} at a time", f"p50_ms_{n}", "ms") for n in CONNECTIONS),
        *((f"reply p95, {n} at a time", f"p95_ms_{n}", "ms") for n in CONNECTIONS),
        *((f"CPU a message, {n} at a time", f"cpu_ms_{n}", "ms") for n in CONNECTIONS),
        ("memory, all processes", "memory_mb", "MB"),
    ]
    lines = [f"| | {ours} | {stock} | {ours} : {stock} |", "| --- | ---: | ---: | ---: |"]
    for label, key, unit in rows:
        one, other = found[ours][key], found[stock][key]
        lines.append(f"| {label} | {one} {unit} | {other} {unit} | {one / other:.2f} |")
    lines.append(f"| gateway ready | {found[ours]['gateway_ready_s']} s | | |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
