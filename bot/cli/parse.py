"""Wat begrijpt het model? Per lijn {"text"} de beslissing, de bedoeling, de rangschikking en de gestelde vragen."""

from __future__ import annotations

import argparse
import asyncio
from typing import Any

from bot.cli.lines import read_lines, write_line
from bot.cli.model import newest_engine
from bot.nlu.decisions import Decision
from bot.safety.rules import check
from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None: lines in, lines out."""


def run(chosen: argparse.Namespace) -> int:
    """Parse each line with the newest model, behind the rules of danger, as visitors meet them."""
    engine = newest_engine(Settings.from_environment())
    for line in read_lines(field="text", kind=str):
        text = line["text"]
        write_line(guarded(text, summary(asyncio.run(engine.parse(text)))))
    return 0


def guarded(text: str, parsed: dict[str, Any]) -> dict[str, Any]:
    """What the pipeline says, unless the rules hear danger: their card comes before it, whatever it says."""
    danger = check(text)
    if danger is None or parsed["decision"] == Decision.SAFETY:
        return parsed
    return {**parsed, "decision": Decision.SAFETY.value, "intent": danger.value}


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
