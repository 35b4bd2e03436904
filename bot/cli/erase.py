"""Wis gesprekken: met hun nummer, of alle gesprekken waarin een tekst staat. De cijfers blijven."""

from __future__ import annotations

import argparse
import json
import sys
from functools import partial

from bot.audit.models import Act
from bot.cli.recording import Recorder
from bot.conversations.expiry import holding
from bot.conversations.lifecycle import erase_found
from bot.conversations.tokens import ConversationId
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.settings import Settings

SHORTEST = 3
"""Characters of a text to look for: fewer would find every conversation."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which conversations."""
    parser.add_argument(
        "conversations", nargs="*", metavar="GESPREK", help="nummer van een gesprek"
    )
    parser.add_argument("--containing", metavar="TEKST", help="alle gesprekken met deze tekst")
    parser.add_argument("--yes", action="store_true", help="wis; zonder dit alleen tonen")


def run(chosen: argparse.Namespace) -> int:
    """Show what would go, or erase it; 1 when there is nothing to erase, 2 when nothing was named."""
    if not chosen.conversations and len((chosen.containing or "").strip()) < SHORTEST:
        needed = f"noem een gesprek, of --containing met minstens {SHORTEST} tekens"
        print(f"wegwijs erase: {needed}", file=sys.stderr)
        return 2
    settings = Settings.from_environment()
    database = Database(settings.database_url)
    try:
        migrate(database)
        recorder = Recorder(database, settings)
        found = recorder.run(
            Act.SEARCHED,
            "gesprekken",
            lambda session: holding(session, chosen.conversations, chosen.containing),
        )
        if chosen.yes:
            _erase(database, recorder, found)
    finally:
        database.close()
    print(json.dumps({"erased": chosen.yes and bool(found), "conversations": found}))
    if not found:
        print("wegwijs erase: geen enkel gesprek gevonden", file=sys.stderr)
    return 0 if found else 1


def _erase(database: Database, recorder: Recorder, found: list[ConversationId]) -> None:
    """Each in a transaction of its own, with its line in the audit log."""
    for conversation in found:
        recorder.run(
            Act.ERASED,
            "gesprek",
            partial(erase_found, conversation=conversation),
            id_of=lambda _, id=conversation: id,  # type: ignore[misc]
        )
    database.scrub()
