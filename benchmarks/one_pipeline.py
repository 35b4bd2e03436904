"""Trains and measures one pipeline in this process; `benchmarks.pipelines` calls it and reads its last line."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from bot.engine.quiet import quieten
from bot.settings import PROJECT

BINS = 10


def main(folder: Path) -> None:
    """Print the figures as JSON."""
    quieten()
    from rasa.core.agent import Agent
    from rasa.model_training import train_nlu

    os.chdir(folder)
    began = time.perf_counter()
    model = train_nlu(config="config.yml", nlu_data="nlu.yml", output="models")
    trained = time.perf_counter() - began
    began = time.perf_counter()
    agent = Agent.load(model)
    loaded = time.perf_counter() - began
    rows = [
        json.loads(line)
        for line in (PROJECT / "tests/eval/questions.jsonl")
        .read_text(encoding="utf-8")
        .splitlines()
    ]
    asyncio.run(agent.parse_message(rows[0]["text"]))
    parsed, times = [], []
    for row in rows:
        began = time.perf_counter()
        parsed.append(asyncio.run(agent.parse_message(row["text"])))
        times.append((time.perf_counter() - began) * 1000)
    print(json.dumps(figures(rows, parsed) | {
        "training_s": round(trained, 1),
        "load_s": round(loaded, 1),
        "parse_p50_ms": round(statistics.median(times), 2),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }))  # fmt: skip


def figures(rows: list[dict[str, str]], parsed: list[dict[str, Any]]) -> dict[str, Any]:
    """Accuracy and top-3 by style, and the expected calibration error over ten equal bins of confidence."""
    result: dict[str, Any] = {}
    names = [[one["name"] for one in each["intent_ranking"]] for each in parsed]
    for style in sorted({row["style"] for row in rows}):
        mine = [
            (row["intent"], ranked)
            for row, ranked in zip(rows, names, strict=True)
            if row["style"] == style
        ]
        result[style] = {
            "top1": round(sum(ranked[0] == intent for intent, ranked in mine) / len(mine), 4),
            "top3": round(sum(intent in ranked[:3] for intent, ranked in mine) / len(mine), 4),
        }
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for row, each, ranked in zip(rows, parsed, names, strict=True):
        confidence = each["intent_ranking"][0]["confidence"]
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, ranked[0] == row["intent"]))
    gaps = [
        abs(sum(c for c, _ in one) / len(one) - sum(r for _, r in one) / len(one)) * len(one)
        for one in bins
        if one
    ]
    return result | {"calibration_error": round(sum(gaps) / len(rows), 4)}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
