"""Verwijder nu wat langer bewaard is dan mag; de cijfers blijven. De server doet dit zelf elke dag."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime

from bot.audit.key import open_audit
from bot.cli.recording import ACTOR
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.retention.purge import purge
from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose: the settings say how long what is kept."""


def run(chosen: argparse.Namespace) -> int:
    """Purge, and print how many of each went."""
    settings = Settings.from_environment()
    database = Database(settings.database_url)
    try:
        migrate(database)
        purged = purge(
            database,
            settings,
            database.run(lambda session: open_audit(session, settings.audit_key)),
            actor=ACTOR,
            at=datetime.now(UTC),
        )
    finally:
        database.close()
    print(json.dumps(asdict(purged)))
    return 0
