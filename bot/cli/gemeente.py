"""Beheer de codes waarmee een gemeente haar eigen cijfers leest op /gemeente: token NIS, list of revoke NUMMER."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.cli.recording import Recorder
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.errors import InvalidInput
from bot.knowledge.library import Library, load_library
from bot.publication.tokens import Given, give, given_out, take_back
from bot.settings import Settings

KIND = "gemeentecode"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, with which code."""
    acts = parser.add_subparsers(dest="act", required=True)
    token = acts.add_parser(
        "token", help="maak een code voor een gemeente; ze wordt één keer getoond"
    )
    token.add_argument("nis", metavar="NIS", help="NIS-code van de gemeente")
    revoke = acts.add_parser("revoke", help="trek een code in")
    revoke.add_argument("id", metavar="NUMMER", help="nummer van de code, uit de lijst")
    acts.add_parser("list", help="toon welke codes er zijn; de codes zelf zijn niet bewaard")


def run(chosen: argparse.Namespace) -> int:
    """Make, take back or show."""
    settings = Settings.from_environment()
    library = load_library(settings.knowledge)
    database = Database(settings.database_url)
    try:
        migrate(database)
        if chosen.act == "list":
            database.run(lambda session: _show(session, library))
            return 0
        recorder, now = Recorder(database, settings), datetime.now(UTC)
        if chosen.act == "revoke":
            recorder.run(
                Act.CHANGED,
                KIND,
                lambda session: take_back(session, chosen.id, now=now),
                id_of=lambda _: str(chosen.id),
            )
            return 0
        given = recorder.run(
            Act.CHANGED,
            KIND,
            lambda session: _give(session, library, chosen.nis, now),
            id_of=lambda given: given.id,
        )
        print(given.code)
    finally:
        database.close()
    return 0


def _give(session: Session, library: Library, nis: str, now: datetime) -> Given:
    if nis not in library.municipalities:
        raise InvalidInput(f"'{nis}' is geen NIS-code van een Vlaamse gemeente")
    return give(session, nis, now=now)


def _show(session: Session, library: Library) -> None:
    for one in given_out(session):
        known = library.municipalities.get(one.municipality)
        state = "ingetrokken" if one.revoked_at else "geldig"
        name = known.name if known else one.municipality
        print(one.id, one.municipality, f"{one.created_at:%Y-%m-%d}", state, name)
