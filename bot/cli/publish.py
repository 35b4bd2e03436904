"""Publiceer een afgesloten maand als open data: CSV, JSON, een pagina en een beschrijving, zonder kleine aantallen."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path

from bot.audit.models import Act
from bot.cli.lines import write_out
from bot.cli.recording import Recorder
from bot.cli.report import month
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.errors import InvalidInput, why
from bot.knowledge.library import load_library
from bot.publication.figures import Published, shield
from bot.publication.files import FIGURES, files
from bot.publication.suppression import PUBLIC
from bot.settings import Settings
from bot.statistics.closing import report_of
from bot.statistics.periods import BRUSSELS, Month


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which month, and where to."""
    parser.add_argument(
        "--month", required=True, type=month, metavar="JJJJ-MM", help="een afgesloten maand"
    )
    parser.add_argument(
        "--out", required=True, type=Path, metavar="MAP", help="map waarin de bestanden komen"
    )


def run(chosen: argparse.Namespace) -> int:
    """Hide what must be hidden and write the files."""
    settings = Settings.from_environment()
    now = datetime.now(UTC)
    _refuse_other_month(chosen.out, chosen.month)
    figures = _figures(settings, chosen.month, now)
    made = files(figures, settings.publisher, issued=now.astimezone(BRUSSELS).date())
    try:
        chosen.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InvalidInput(f"kan de map {chosen.out} niet maken ({why(error)})") from None
    for name, content in made.items():
        write_out(content, chosen.out / name)
    return 0


def _refuse_other_month(folder: Path, month: Month) -> None:
    """Raises InvalidInput (Dutch) when the figures in a folder are of another month, or of none that can be read."""
    try:
        there = json.loads((folder / FIGURES).read_text(encoding="utf-8"))["month"]
    except FileNotFoundError:
        return
    except (OSError, ValueError, LookupError, TypeError):
        there = None
    if there != str(month):
        held = f"de cijfers van {there}" if isinstance(there, str) else "cijfers van iets anders"
        raise InvalidInput(f"in {folder} staan al {held}; kies voor {month} een andere map")


def _figures(settings: Settings, chosen: Month, now: datetime) -> Published:
    library = load_library(settings.knowledge)
    database = Database(settings.database_url)
    try:
        migrate(database)
        return Recorder(database, settings).run(
            Act.EXPORTED,
            "publicatie",
            lambda session: shield(report_of(session, library, chosen, now=now), library, PUBLIC),
            id_of=lambda figures: figures["month"],
        )
    finally:
        database.close()
