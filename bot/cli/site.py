"""Beheer de sites die de widget mogen tonen, en hoe de chat er daar uitziet: add, change, show, code, remove, list."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import Any

from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.cli.recording import Recorder
from bot.conversations.models import Site
from bot.conversations.sites import all_sites, remove_site
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.knowledge.library import load_library
from bot.settings import Settings
from bot.sites.choosing import Chosen, read_site, store_site
from bot.sites.embed import policy, snippets
from bot.sites.hours import read_hours


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, with which site."""
    acts = parser.add_subparsers(dest="act", required=True)
    add = acts.add_parser("add", help="voeg een site toe, of zet ze helemaal opnieuw")
    change = acts.add_parser("change", help="wijzig wat u opgeeft; de rest blijft")
    for act in (add, change):
        act.add_argument("id")
        _add_choices(act, new=act is add)
    acts.add_parser("show", help="toon wat er voor een site gekozen is").add_argument("id")
    code = acts.add_parser("code", help="maak de code die de webmaster plakt")
    code.add_argument("id")
    code.add_argument(
        "--server", required=True, metavar="https://chat.voorbeeld.be", help="adres van Wegwijs"
    )
    acts.add_parser("remove", help="laat een site de chat niet meer tonen").add_argument("id")
    acts.add_parser("list", help="toon de sites")


def _add_choices(act: argparse.ArgumentParser, *, new: bool) -> None:
    """Every choice of a site; what is not given is not in the result."""

    def option(name: str, help: str, **more: Any) -> None:
        act.add_argument(name, default=argparse.SUPPRESS, help=help, **more)

    option(
        "--origin",
        "adres waar de chat mag staan; mag meermaals",
        dest="origins",
        action="append",
        metavar="https://www.mijngemeente.be",
        required=new,
    )
    option("--municipality", "NIS-code van de gemeente van de bezoekers", metavar="NIS")
    option("--title", "titel boven de chat")
    option("--button", "tekst op de knop")
    option("--colour", "kleur van knop en kop; '' voor de gewone", metavar="#0b5a63")
    option("--text-colour", "kleur van de tekst daarop", dest="text_colour", metavar="#ffffff")
    option(
        "--question",
        "vraag om mee te beginnen; mag meermaals",
        dest="questions",
        action="append",
        metavar="VRAAG",
    )
    option(
        "--open-on",
        "pad waarop de chat vanzelf opent, ook /map/*; mag meermaals",
        dest="pages",
        action="append",
        metavar="/pad",
    )
    option(
        "--hours",
        "eigen uren, een dag per keer: 'maandag 9:00-12:00 13:00-16:30'",
        action="append",
        metavar="DAG",
    )


def run(chosen: argparse.Namespace) -> int:
    """Change or show the sites."""
    settings = Settings.from_environment()
    database = Database(settings.database_url)
    try:
        migrate(database)
        if chosen.act in ("list", "show", "code"):
            for line in database.run(lambda session: _shown(session, chosen)):
                print(line)
            return 0
        saved = Recorder(database, settings).run(
            Act.CHANGED,
            "site",
            lambda session: _change(session, chosen, settings),
            id_of=lambda _: chosen.id,
        )
        if saved is not None:
            print(saved)
    finally:
        database.close()
    return 0


def _shown(session: Session, chosen: argparse.Namespace) -> list[str]:
    if chosen.act == "list":
        return [_line(one) for one in all_sites(session)]
    site = read_site(session, chosen.id)
    if chosen.act == "show":
        return [json.dumps({"id": chosen.id, **asdict(site)}, ensure_ascii=False, indent=2)]
    server = chosen.server.rstrip("/")
    codes = [
        f"{one.name}: {one.what_for}\n{one.code}" for one in snippets(server, chosen.id, site.look)
    ]
    return ["\n\n".join([*codes, f"Content-Security-Policy van de pagina:\n{policy(server)}"])]


def _line(site: Site) -> str:
    what = {"id": site.id, "municipality": site.municipality, "origins": site.origins}
    return json.dumps(what, ensure_ascii=False)


def _change(session: Session, chosen: argparse.Namespace, settings: Settings) -> str | None:
    """Do what was asked; gives the line of the site that there is now."""
    if chosen.act == "remove":
        remove_site(session, chosen.id)
        return None
    changes = {name: value for name, value in vars(chosen).items() if name in _CHOICES}
    for name in _LISTS & changes.keys():
        changes[name] = tuple(one for one in changes[name] if one)
    if "hours" in changes:
        changes["hours"] = read_hours("\n".join(changes["hours"]))
    if "municipality" in changes:
        changes["municipality"] = changes["municipality"] or None
    known = Chosen() if chosen.act == "add" else read_site(session, chosen.id)
    municipalities = load_library(settings.knowledge).municipalities
    store_site(session, chosen.id, known.with_changes(changes), municipalities)
    return _line(session.get_one(Site, chosen.id))


_LISTS = {"origins", "questions", "pages"}
_CHOICES = _LISTS | {"municipality", "hours", "title", "button", "colour", "text_colour"}
