"""Het maandverslag: hoe vaak, door wie en waarover de helpdesk gecontacteerd werd, en waarheen doorverwezen werd."""

from __future__ import annotations

import argparse
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
from bot.statistics.closing import close_month, full_report
from bot.statistics.forms import FORMS
from bot.statistics.periods import Month, parse_month
from bot.statistics.report import Report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which month, in which form, and where to."""
    parser.add_argument(
        "--month",
        required=True,
        type=month,
        metavar="JJJJ-MM",
        help="de maand, bijvoorbeeld 2026-11",
    )
    parser.add_argument(
        "--format", choices=FORMS, default="json", help="vorm van het verslag (standaard: json)"
    )
    parser.add_argument(
        "--close",
        action="store_true",
        help="sluit de maand af: haar cijfers veranderen nooit meer, ook niet na een correctie",
    )
    parser.add_argument(
        "--out", type=Path, metavar="BESTAND", help="bestand in plaats van standaarduitvoer"
    )


def run(chosen: argparse.Namespace) -> int:
    """Count the month and write the report."""
    report = _report(Settings.from_environment(), chosen.month, close=chosen.close)
    form = FORMS[chosen.format]
    made = form.make(report)
    write_out(made.decode() if form.is_text else made, chosen.out)
    return 0


def _report(settings: Settings, month: Month, *, close: bool) -> Report:
    library = load_library(settings.knowledge)
    database = Database(settings.database_url)
    made = close_month if close else full_report
    try:
        migrate(database)
        return Recorder(database, settings).run(
            Act.CLOSED if close else Act.EXPORTED,
            "maandverslag",
            lambda session: made(session, library, month, now=datetime.now(UTC)),
            id_of=lambda report: report["month"],
        )
    except DBAPIError as error:
        raise Unavailable("De databank antwoordt niet.") from error
    finally:
        database.close()


def month(text: str) -> Month:
    try:
        return parse_month(text)
    except InvalidInput as error:
        raise argparse.ArgumentTypeError(error.detail) from None
