"""Zet een reservekopie terug. Stop Wegwijs eerst. Wat na de kopie gewist werd, is er weer: wis het opnieuw.

Mails die nog moesten vertrekken, kunnen intussen vertrokken zijn: ze wachten op u in `wegwijs mail list`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.audit.models import Act
from bot.backup.making import database_file, put_back
from bot.cli.recording import Recorder
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.errors import InvalidInput
from bot.mail.trouble import doubt_all
from bot.settings import Settings
from bot.vault.keyfile import read

OBJECT = "databank"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which backup, and whether it may take the place of what is there."""
    parser.add_argument("file", type=Path, metavar="BESTAND")
    parser.add_argument("--yes", action="store_true", help="vervang de databank die er nu is")


def run(chosen: argparse.Namespace) -> int:
    """Put it back and note that in the log that came with it; refusals are noted in the log that stays."""
    settings = Settings.from_environment()
    target = database_file(settings.database_url)
    try:
        if target.exists() and not chosen.yes:
            raise InvalidInput("Er is al een databank. Vervang ze met --yes.")
        if not settings.audit_key.exists():
            # The log that comes with the backup goes on with its own key; without it nothing would start any more.
            raise InvalidInput(
                f"De sleutel van het logboek ({settings.audit_key.name}) ontbreekt. Zet eerst de kopie terug."
            )
        put_back(chosen.file, target, read(settings.keys))
    except InvalidInput:
        if target.exists():
            with _recorder(settings) as recorder:
                recorder.note(Act.CHANGED, OBJECT, allowed=False)
        raise
    with _recorder(settings) as recorder:
        doubted = recorder.run(Act.CHANGED, OBJECT, doubt_all)
    if doubted:
        print(f"{doubted} mail(s) waarvan niet zeker is of ze vertrokken: wegwijs mail list")
    print(f"Teruggezet uit {chosen.file.name}. Controleer het logboek: wegwijs audit verify")
    return 0


@contextmanager
def _recorder(settings: Settings) -> Iterator[Recorder]:
    database = Database(settings.database_url)
    try:
        migrate(database)
        yield Recorder(database, settings)
    finally:
        database.close()
