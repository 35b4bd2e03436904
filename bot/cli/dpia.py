"""De papieren voor gegevensbescherming, uit de instellingen: verwerkingsregister, bewaring, algoritmeregister."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime

from bot.papers.facts import gather
from bot.papers.page import write
from bot.settings import Settings
from bot.statistics.periods import BRUSSELS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """In which form."""
    parser.add_argument("--format", choices=("md", "json"), default="md", help="vorm")


def run(chosen: argparse.Namespace) -> int:
    """Print the papers; the database is not opened."""
    papers = gather(Settings.from_environment(), at=datetime.now(BRUSSELS))
    if chosen.format == "json":
        print(json.dumps(papers, ensure_ascii=False, indent=2))
    else:
        sys.stdout.write(write(papers))
    return 0
