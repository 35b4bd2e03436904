"""Wat begrijpt het model? Per lijn {"text"} de beslissing, de bedoeling, de rangschikking en de gestelde vragen."""

from __future__ import annotations

import argparse
import asyncio
from typing import Any

from bot.cli.lines import read_lines, write_line
from bot.cli.model import newest_engine
from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None: lines in, lines out."""


def run(chosen: argparse.Namespace) -> int:
    """Parse each line with the newest model."""
    engine = newest_engine(Settings.from_environment())
    for line in read_lines(field="text", kind=str):
        write_line(summary(asyncio.run(engine.parse(line["text"]))))
    return 0


def summary(parsed: dict[str, Any]) -> dict[str, Any]:
    """The contract of DESIGN.md §5, from what the pipeline says."""
    understanding = parsed["understanding"]
    ranking = [
        {"intent": one["name"], "confidence": round(one["confidence"], 4)}
        for one in parsed["intent_ranking"]
    ]
    return {
        "decision": understanding["decision"],
        "intent": understanding["intent"],
        "confidence": round(understanding["confidence"], 4),
        "ranking": ranking[:5],
        "questions": [one["topic"] for one in understanding["questions"]],
        "language": understanding["language"],
        "entities": [
            {key: one[key] for key in ("entity", "value", "start", "end")}
            for one in parsed["entities"]
        ],
    }
