"""Meet het model op vragen met bekende bedoeling: bestanden met lijnen {"text", "intent"}."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path
from typing import Any

from bot.cli.lines import read_file, write_line, write_out
from bot.cli.model import newest_engine
from bot.errors import InvalidInput
from bot.nlu.evaluation import Measured, evaluate
from bot.nlu.evaluation_page import page
from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files to measure on."""
    parser.add_argument("files", nargs="+", type=Path, metavar="BESTAND.jsonl")
    parser.add_argument(
        "--html", type=Path, metavar="PAGINA", help="schrijf ook een pagina met alle verwarringen"
    )


def run(chosen: argparse.Namespace) -> int:
    """Parse every question with the newest model and print the figures as one JSON object."""
    settings = Settings.from_environment()
    questions = [one for path in chosen.files for one in _read(path)]
    if not questions:
        raise InvalidInput("er staat geen enkele vraag in de bestanden")
    engine = newest_engine(settings)
    measured = []
    for one in questions:
        parsed = asyncio.run(engine.parse(one["text"]))
        ranked = [entry["name"] for entry in parsed["intent_ranking"]]
        measured.append(Measured(one["text"], one["intent"], ranked, one.get("style")))
    figures = evaluate(measured)
    if chosen.html is not None:
        write_out(page(figures, measured), chosen.html)
    write_line({"model": engine.model, **figures})
    return 0


def _read(path: Path) -> list[dict[str, Any]]:
    rows = []
    for place, row in read_file(path):
        if not isinstance(row.get("text"), str) or not isinstance(row.get("intent"), str):
            raise InvalidInput(f"{place}: de velden 'text' en 'intent' zijn nodig")
        if not isinstance(row.get("style"), str | None):
            raise InvalidInput(f"{place}: het veld 'style' is geen tekst")
        rows.append(row)
    return rows
