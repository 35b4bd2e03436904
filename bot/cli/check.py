"""Controleer instellingen, kennis en data, en meld alle problemen tegelijk, met bestand en regel.

Met --links of --stale: de lijst van alle links, of wat opnieuw nagekeken moet worden.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.checking.problem import Problem
from bot.checking.run import count, run_checks
from bot.checking.written import as_json
from bot.settings import PROJECT, Settings
from bot.statistics.periods import BRUSSELS

if TYPE_CHECKING:
    from bot.checking.lists import LinkList, StaleList


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which project, which list, in which form; what this installation serves unless told otherwise."""
    parser.add_argument("--project", type=Path, help="map van een ander project")
    lists = parser.add_mutually_exclusive_group()
    lists.add_argument("--links", action="store_true", help="toon alle links en waar ze staan")
    lists.add_argument(
        "--stale", action="store_true", help="toon wat opnieuw nagekeken moet worden"
    )
    parser.add_argument("--online", action="store_true", help="bij --links: volg ook elke link")
    parser.add_argument(
        "--on", type=_day, metavar="JJJJ-MM-DD", help="bij --stale: op welke dag (nu: vandaag)"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="vorm (standaard: text)"
    )
    parser.set_defaults(refuse=parser.error)


def run(chosen: argparse.Namespace) -> int:
    """Print what is wrong, or the list that was asked; 1 when something is wrong or past its date."""
    if chosen.online and not chosen.links:
        chosen.refuse("--online hoort bij --links")
    if chosen.on is not None and not chosen.stale:
        chosen.refuse("--on hoort bij --stale")
    if not (chosen.links or chosen.stale):
        return _check(chosen)
    # Only who asks for a list waits for what follows links.
    from bot.checking.lists import link_list, stale_list

    places = _places(chosen.project)
    if chosen.links:
        return _show(link_list(*places, online=chosen.online, progress=_progress), chosen)
    on = chosen.on or datetime.now(BRUSSELS).date()
    return _show(stale_list(*places, on=on), chosen)


def _places(project: Path | None) -> tuple[Path, Path | None]:
    """The project, and its knowledge where that lies elsewhere (WEGWIJS_KNOWLEDGE)."""
    return (project, None) if project else (PROJECT, Settings.from_environment().knowledge)


def _check(chosen: argparse.Namespace) -> int:
    places = _places(chosen.project)
    problems = run_checks(*places)
    if chosen.format == "json":
        print(as_json({"problems": problems}))
        return int(bool(problems))
    print_problems(problems)
    if problems:
        print(_found(problems))
        return 1
    found = count(*places)
    print(
        f"Alles in orde: {found.articles} artikels, {found.contacts} contacten, "
        f"{found.intents} intenties, {found.questions} vragen."
    )
    return 0


def _show(listed: LinkList | StaleList, chosen: argparse.Namespace) -> int:
    if chosen.format == "json":
        print(as_json(listed.data()))
    else:
        print("\n".join(listed.lines()))
        print_problems(listed.problems)
        if listed.problems:
            print(_found(listed.problems))
    return int(listed.failed)


def print_problems(problems: Iterable[Problem]) -> None:
    """One problem a line, to standard error."""
    sys.stdout.flush()
    for problem in problems:
        print(problem, file=sys.stderr)


def _found(problems: list[Problem]) -> str:
    return f"{len(problems)} {'probleem' if len(problems) == 1 else 'problemen'} gevonden"


def _progress(done: int, total: int) -> None:
    end = "\n" if done == total else ""
    print(f"\rLinks gevolgd: {done} van {total}", end=end, file=sys.stderr, flush=True)


def _day(text: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=BRUSSELS).date()
    except ValueError:
        message = f"'{text}' is geen datum; schrijf JJJJ-MM-DD, zoals 2026-11-23"
        raise argparse.ArgumentTypeError(message) from None
