"""Bouw het model uit data/ en knowledge/, en toon de tijd en een kruisvalidatie op de eigen vragen."""

from __future__ import annotations

import argparse
import sys
import time

from bot.checking.run import run_checks
from bot.cli.check import print_problems
from bot.cli.model import is_current, model_name
from bot.cli.names import NamesTraining, names_current
from bot.engine.quiet import quieten
from bot.nlu.crossvalidation import by_author
from bot.nlu.trainingdata import load_questions
from bot.settings import PROJECT, Settings

KEPT = 3
"""Older models that stay, so that one can go back."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """When to train, and how much to tell."""
    parser.add_argument(
        "--if-changed",
        action="store_true",
        help="alleen als data, kennis of instellingen veranderd zijn",
    )
    parser.add_argument(
        "--no-validation", action="store_true", help="zonder kruisvalidatie, sneller"
    )


def run(chosen: argparse.Namespace) -> int:
    """Train through Rasa; 1 when Rasa refuses the data."""
    settings = Settings.from_environment()
    if chosen.if_changed and is_current(settings) and names_current(settings):
        print("Het model is bij: niets veranderd.")
        return 0
    problems = run_checks(PROJECT, settings.knowledge)
    if problems:
        print_problems(problems)
        print("wegwijs train: verbeter dit eerst", file=sys.stderr)
        return 1
    print("Het model wordt gebouwd (een tot twee minuten)…", flush=True)
    began = time.perf_counter()
    names = None if chosen.if_changed and names_current(settings) else NamesTraining(settings)
    built = (chosen.if_changed and is_current(settings)) or _train_engine(settings)
    if names is not None and not built:
        names.stop()
    elif names is not None and not names.finish():
        print("wegwijs train: het model voor namen kon niet gebouwd worden", file=sys.stderr)
        return 1
    if not built:
        print("wegwijs train: Rasa kon geen model bouwen", file=sys.stderr)
        return 1
    print(
        f"Gebouwd in {time.perf_counter() - began:.0f} s: {model_name(settings.knowledge)}",
        flush=True,
    )
    if not chosen.no_validation:
        print("Kruisvalidatie, telkens zonder de vragen van één schrijver:", flush=True)
        print(by_author(load_questions(PROJECT / "data" / "nlu"), settings.knowledge).summary())
    return 0


def _train_engine(settings: Settings) -> bool:
    """Build the model of the engine; False when Rasa refuses the data."""
    quieten()
    from rasa.model_training import train

    # The paths in config.yml are relative to the project, as Rasa's users expect.
    result = train(
        domain=str(PROJECT / "domain.yml"),
        config=str(PROJECT / "config.yml"),
        training_files=[str(PROJECT / "data")],
        output=str(settings.models),
        fixed_model_name=model_name(settings.knowledge),
        force_training=True,
    )
    if result.code != 0 or result.model is None:
        return False
    _remove_old(settings)
    return True


def _remove_old(settings: Settings) -> None:
    models = sorted(settings.models.glob("*.tar.gz"), key=lambda one: one.stat().st_mtime)
    for old in models[:-KEPT]:
        old.unlink()
