"""Maak een versleutelde reservekopie van de databank, ook terwijl Wegwijs draait. De sleutels zitten er niet in."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path

from bot.audit.models import Act
from bot.backup.files import name_at
from bot.backup.making import database_file, make
from bot.cli.recording import Recorder
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.requests.rotation import open_vault
from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument(
        "--out", type=Path, metavar="BESTAND", help="ander bestand dan in de map backups"
    )


def run(chosen: argparse.Namespace) -> int:
    """Make one, and print its place and size."""
    settings = Settings.from_environment()
    source = database_file(settings.database_url)
    name = name_at(datetime.now(UTC))
    out = chosen.out or settings.backups / name
    database = Database(settings.database_url)
    try:
        migrate(database)
        keys = database.run(lambda session: open_vault(session, settings.keys)).keys
        size = Recorder(database, settings).outside(
            Act.EXPORTED, f"reservekopie:{name}", lambda: make(source, out, keys)
        )
    finally:
        database.close()
    print(json.dumps({"backup": str(out), "bytes": size, "key": keys.newest}))
    return 0
