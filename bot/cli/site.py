"""Beheer de sites die de widget mogen tonen: site add ID --origin https://www.mijngemeente.be, of site list."""

from __future__ import annotations

import argparse
from collections.abc import Container
from typing import Any

from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.cli.lines import write_line
from bot.cli.recording import Recorder
from bot.conversations.models import Site
from bot.conversations.sites import all_sites, save_site
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.errors import InvalidInput
from bot.knowledge.library import load_library
from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, with which site."""
    acts = parser.add_subparsers(dest="act", required=True)
    add = acts.add_parser("add", help="voeg een site toe of wijzig ze")
    add.add_argument("id")
    add.add_argument(
        "--origin", action="append", required=True, metavar="https://www.mijngemeente.be"
    )
    add.add_argument(
        "--municipality", metavar="NIS", help="NIS-code van de gemeente van de bezoekers"
    )
    acts.add_parser("list", help="toon de sites")


def run(chosen: argparse.Namespace) -> int:
    """Change or show the sites, one JSON line a site."""
    settings = Settings.from_environment()
    database = Database(settings.database_url)
    try:
        migrate(database)
        if chosen.act == "list":
            for site in database.run(all_sites):
                write_line(_line(site))
            return 0
        known = load_library(settings.knowledge).municipalities
        saved = Recorder(database, settings).run(
            Act.CHANGED,
            "site",
            lambda session: _save(session, chosen, known),
            id_of=lambda _: chosen.id,
        )
        write_line(_line(saved))
    finally:
        database.close()
    return 0


def _save(session: Session, chosen: argparse.Namespace, known: Container[str]) -> Site:
    if chosen.municipality is not None and chosen.municipality not in known:
        raise InvalidInput(f"'{chosen.municipality}' is geen NIS-code van een Vlaamse gemeente")
    save_site(session, chosen.id, origins=chosen.origin, municipality=chosen.municipality)
    return session.get_one(Site, chosen.id)


def _line(site: Site) -> dict[str, Any]:
    return {"id": site.id, "municipality": site.municipality, "origins": site.origins}
