"""Het antwoord op de parlementaire vraag (1a tot en met 1d, 2a tot en met 2e) voor een periode."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from bot.audit.models import Act
from bot.cli.days import read_day
from bot.cli.lines import write_out
from bot.cli.recording import Recorder
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.errors import InvalidInput, Unavailable
from bot.knowledge.library import Library, load_library
from bot.parliament.answer import Answer, as_data, build
from bot.parliament.asked import asked_period
from bot.parliament.forms import FORMS
from bot.parliament.listing import MunicipalityList, every_municipality, read_list
from bot.settings import Settings
from bot.statistics.forms import Form
from bot.statistics.periods import Period


def _as_json(answer: Answer, library: Library) -> bytes:
    return (json.dumps(as_data(answer, library), ensure_ascii=False, indent=2) + "\n").encode()


FORMATS: dict[str, Form[[Answer, Library]]] = {
    "json": Form("JSON", "application/json", _as_json),
    **FORMS,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which days, in which form, about which list, and where to."""
    for name, help in (("--from", "eerste dag"), ("--to", "laatste dag, die meetelt")):
        parser.add_argument(
            name, dest=name[2:] + "_day", required=True, type=read_day, metavar="DAG", help=help
        )
    parser.add_argument(
        "--format", choices=FORMATS, default="json", help="vorm van het antwoord (standaard: json)"
    )
    parser.add_argument(
        "--municipalities",
        type=Path,
        metavar="CSV",
        help="lijst voor vraag 2d: NIS-codes of namen van gemeenten",
    )
    parser.add_argument(
        "--out", type=Path, metavar="BESTAND", help="bestand in plaats van standaarduitvoer"
    )


def run(chosen: argparse.Namespace) -> int:
    """Count the period and write the answer."""
    settings = Settings.from_environment()
    library = load_library(settings.knowledge)
    try:
        period = asked_period(chosen.from_day, chosen.to_day)
        listed = _listed(chosen.municipalities, library)
    except InvalidInput as error:
        print(f"wegwijs answer: {error}", file=sys.stderr)
        return 2
    for line in listed.unknown:
        print(f"wegwijs answer: geen gemeente op de lijst, {line}", file=sys.stderr)
    for sentence in listed.merged:
        print(f"wegwijs answer: {sentence}", file=sys.stderr)
    form = FORMATS[chosen.format]
    made = form.make(_answer(settings, library, period, listed), library)
    write_out(made.decode() if form.is_text else made, chosen.out)
    return 0


def _listed(path: Path | None, library: Library) -> MunicipalityList:
    return every_municipality(library) if path is None else read_list(path, library)


def _answer(
    settings: Settings, library: Library, period: Period, listed: MunicipalityList
) -> Answer:
    database = Database(settings.database_url)
    try:
        migrate(database)
        return Recorder(database, settings).run(
            Act.EXPORTED,
            "antwoord",
            lambda session: build(session, library, period, listed, made_at=datetime.now(UTC)),
            id_of=lambda _: f"{period.first}_{period.last}",
        )
    except DBAPIError as error:
        raise Unavailable("De databank antwoordt niet.") from error
    finally:
        database.close()
