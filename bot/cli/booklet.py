"""De leesbundel: alle antwoorden, doorverwijzingen en contacten op één pagina, om te lezen of af te drukken."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from bot.booklet.page import render
from bot.cli.lines import write_out
from bot.knowledge.library import load_library
from bot.settings import PROJECT, Settings
from bot.statistics.periods import BRUSSELS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """In which form, and where to."""
    parser.add_argument(
        "--format", choices=("html",), default="html", help="vorm van de bundel (standaard: html)"
    )
    parser.add_argument(
        "--out", type=Path, metavar="BESTAND", help="bestand in plaats van standaarduitvoer"
    )


def run(chosen: argparse.Namespace) -> int:
    """Write the booklet of today's knowledge."""
    knowledge = Settings.from_environment().knowledge
    text = render(
        load_library(knowledge),
        domain=PROJECT / "domain.yml",
        topics=knowledge / "topics.yml",
        today=datetime.now(BRUSSELS).date(),
    )
    write_out(text, chosen.out)
    return 0
