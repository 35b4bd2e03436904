"""De sleutels van contactgegevens. rotate: nieuwe sleutel, alles opnieuw versleuteld. check: gaat alles open?"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from bot.audit.models import Act
from bot.cli.recording import Recorder
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.requests.rotation import open_vault, rotate, unopened
from bot.settings import Settings

_GONE = "De oude sleutels zijn weg: oudere reservekopieën gaan niet meer open. Maak er een: wegwijs backup"
_STAY = (
    "De oude sleutels openen nog {days} dagen de oudere reservekopieën en gaan dan weg. "
    "Bewaar een kopie van het sleutelbestand op een andere plaats."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the keys."""
    acts = parser.add_subparsers(dest="act", required=True)
    rotated = acts.add_parser("rotate", help="maak een nieuwe sleutel en versleutel alles opnieuw")
    rotated.add_argument(
        "--drop-old",
        action="store_true",
        help="gooi oude sleutels meteen weg: oudere reservekopieën gaan dan niet meer open",
    )
    acts.add_parser("check", help="kijk of alle bewaarde contactgegevens opengaan")


def run(chosen: argparse.Namespace) -> int:
    """Rotate or check."""
    settings = Settings.from_environment()
    database = Database(settings.database_url)
    try:
        migrate(database)
        recorder = Recorder(database, settings)
        vault = database.run(lambda session: open_vault(session, settings.keys))
        if chosen.act == "rotate":
            count = recorder.outside(
                Act.KEYS_ROTATED,
                "sleutels",
                lambda: rotate(
                    database, settings.keys, at=datetime.now(UTC), keep_old=not chosen.drop_old
                ),
            )
            print(f"{count} contactgegevens opnieuw versleuteld.")
            print(_GONE if chosen.drop_old else _STAY.format(days=settings.keep.backup_days))
            return 0
        count, problems = database.run(lambda session: unopened(session, vault))
        loose = settings.keys.stat().st_mode & 0o077
    finally:
        database.close()
    if loose:
        problems.append(
            f"Anderen kunnen {settings.keys.name} lezen. Doe: chmod 600 {settings.keys}"
        )
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{count} contactgegevens, {len(vault.keys.by_id)} sleutels, {len(problems)} problemen.")
    return 1 if problems else 0
