"""Controleer instellingen, kennis en data, en meld alle problemen tegelijk, met bestand en regel."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from bot.checking.problem import Problem
from bot.checking.run import count, run_checks
from bot.settings import PROJECT


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which project; the one of this installation unless told otherwise."""
    parser.add_argument("--project", type=Path, default=PROJECT, help="map van het project")


def run(chosen: argparse.Namespace) -> int:
    """Print what is wrong; 1 when anything is."""
    problems = run_checks(chosen.project)
    print_problems(problems)
    if problems:
        noun = "probleem" if len(problems) == 1 else "problemen"
        print(f"{len(problems)} {noun} gevonden")
        return 1
    found = count(chosen.project)
    print(
        f"Alles in orde: {found.articles} artikels, {found.contacts} contacten, "
        f"{found.intents} intenties, {found.questions} vragen."
    )
    return 0


def print_problems(problems: Iterable[Problem]) -> None:
    """One problem a line, to standard error."""
    for problem in problems:
        print(problem, file=sys.stderr)
