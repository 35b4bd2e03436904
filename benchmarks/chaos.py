"""kill -9 of gateway or engine at random moments under load: python -m benchmarks.chaos --rounds 50

Visitors post with client_ids, try again until each message is acknowledged, and follow their stream. When the last
round is over and all is answered, the log is compared with what the visitors know: acknowledged = stored, each message
answered once, numbers without gaps, every stream saw exactly the log. Prints one JSON object; exit code 1 on a broken
promise.

Which reply belongs to which message can be told from the log: within a conversation each topic is asked at most once,
in words that were seen to lead to that topic alone, so the topics of the replies must be the topics asked, in order.
Besides, each answered question leaves one outcome among the counted facts.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.load.promises import Promises
from benchmarks.load.visitors import LINGER, Load, calibrate
from tests.common.server import Server

VISITORS = 20
SETTLE_LIMIT = 240.0
"""Seconds that the last messages may take to be answered."""


async def _settle(load: Load, database: Path) -> None:
    """Wait until all is answered and every stream has caught up, or time is up."""
    deadline = time.monotonic() + SETTLE_LIMIT
    while time.monotonic() < deadline:
        rows = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        waits = rows.execute("SELECT count(*) FROM entries WHERE unanswered").fetchone()[0]
        ends = dict(rows.execute("SELECT id, last_seq FROM conversations"))
        rows.close()
        caught_up = (
            one.seen and one.seen[-1]["seq"] >= ends.get(one.id, 0) for one in load.conversations
        )
        if not waits and all(caught_up):
            await asyncio.sleep(LINGER)
            return
        await asyncio.sleep(0.25)


async def _round(server: Server, dice: random.Random, victim: str, *, patience: float) -> bool:
    """Wait for a random moment, kill, restart; tells whether there was something to kill."""
    # Some kills fall among answers, some while the engine starts and messages pile up, a few while the gateway starts.
    waits = dice.random()
    if waits < 0.95:
        await asyncio.to_thread(server.wait_ready, engine=waits < patience)
    await asyncio.sleep(dice.uniform(0.05, 3))
    if victim == "engine":
        return bool(server.kill_engine())
    await asyncio.to_thread(server.kill)
    server.start()
    return True


async def run(
    folder: Path, *, rounds: int, seed: int, visitors: int = VISITORS, patience: float = 0.7
) -> dict[str, Any]:
    """All rounds and the comparison; `patience` is the share of kills that wait until the engine answers."""
    dice, began = random.Random(seed), time.monotonic()  # noqa: S311
    server = Server(folder)
    server.start()
    try:
        await asyncio.to_thread(server.wait_ready)
        questions = await asyncio.to_thread(calibrate, server)
        # Half of the victims each, in random order.
        victims = list(itertools.islice(itertools.cycle(["gateway", "engine"]), rounds))
        dice.shuffle(victims)
        kills: Counter[str] = Counter()
        async with Load(server.url, questions, dice, visitors=visitors) as load:
            for number, victim in enumerate(victims, start=1):
                kills[victim] += await _round(server, dice, victim, patience=patience)
                acked = sum(len(one.acked) for one in load.conversations)
                print(
                    f"round {number}/{rounds}: {victim}, {acked} acknowledged",
                    file=sys.stderr,
                    flush=True,
                )
            await asyncio.to_thread(server.wait_ready)
            await load.finish()
            await _settle(load, folder / "wegwijs.sqlite")
    finally:
        server.stop()
    promises = Promises(folder / "wegwijs.sqlite", load.conversations)
    promises.check()
    return {
        "ok": not promises.broken,
        "seed": seed,
        "seconds": round(time.monotonic() - began, 1),
        "kills": dict(kills),
        "visitors": visitors,
        "conversations": len(load.conversations),
        "understood by the model": sum(one.choice is None for one in questions),
        **dict(sorted(promises.counts.items())),
        "errors met": dict(load.errors.most_common()),
        "integrity_check": promises.integrity,
        "broken": promises.broken[:20],
    }


def main() -> int:
    """Print the result."""
    parser = argparse.ArgumentParser(prog="benchmarks.chaos", description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--visitors", type=int, default=VISITORS)
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        result = asyncio.run(
            run(Path(folder), rounds=chosen.rounds, seed=chosen.seed, visitors=chosen.visitors)
        )
    print(json.dumps(result, indent=2, ensure_ascii=False))
    return 0 if result["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
