"""Het maandverslag: hoe vaak, door wie en waarover de helpdesk gecontacteerd werd, en waarheen doorverwezen werd."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from bot.audit.models import Act
from bot.cli.lines import write_out
from bot.cli.recording import Recorder
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.errors import InvalidInput, Unavailable
from bot.knowledge.library import load_library
from bot.settings import Settings
from bot.statistics import flat, html, sheets
from bot.statistics.pdf import as_pdf
from bot.statistics.periods import Month, parse_month
from bot.statistics.report import Report, build


def _as_json(report: Report) -> str:
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Report], str | bytes]] = {
    "json": _as_json,
    "html": html.render,
    "pdf": lambda report: as_pdf(html.render(report)),
    "xlsx": sheets.render,
    "csv": flat.render,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which month, in which form, and where to."""
    parser.add_argument(
        "--month",
        required=True,
        type=_month,
        metavar="JJJJ-MM",
        help="de maand, bijvoorbeeld 2026-11",
    )
    parser.add_argument(
        "--format", choices=FORMATS, default="json", help="vorm van het verslag (standaard: json)"
    )
    parser.add_argument(
        "--out", type=Path, metavar="BESTAND", help="bestand in plaats van standaarduitvoer"
    )


def run(chosen: argparse.Namespace) -> int:
    """Count the month and write the report."""
    content = FORMATS[chosen.format](_report(Settings.from_environment(), chosen.month))
    write_out(content, chosen.out)
    return 0


def _report(settings: Settings, month: Month) -> Report:
    library = load_library(settings.knowledge)
    database = Database(settings.database_url)
    try:
        migrate(database)
        return Recorder(database, settings).run(
            Act.EXPORTED,
            "maandverslag",
            lambda session: build(session, library, month, made_at=datetime.now(UTC)),
            id_of=lambda report: report["month"],
        )
    except DBAPIError as error:
        raise Unavailable("De databank antwoordt niet.") from error
    finally:
        database.close()


def _month(text: str) -> Month:
    try:
        return parse_month(text)
    except InvalidInput as error:
        raise argparse.ArgumentTypeError(error.detail) from None
