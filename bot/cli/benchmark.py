"""Meet de cijfers van BENCHMARKS.md, waar het kan naast gewone Rasa in dezelfde ronde."""

from __future__ import annotations

import argparse
import subprocess
import sys

from bot.cli.model import ensure_model
from bot.errors import ConfigurationError
from bot.settings import PROJECT, Settings

BESIDE_RASA = ("--only=diet", "--only=rasa-logistic", "--only=wegwijs", "--only=ngrams")

FULL = (
    ("understanding",),
    ("pipelines", "--sample=20", *BESIDE_RASA),
    ("pipelines", "--skip=diet", "--skip=rasa-logistic", "--json=var/pipelines-all.jsonl"),
    ("serving",),
    ("first_paint",),
    ("chaos", "--rounds=50"),
)
QUICK = (
    ("understanding",),
    ("pipelines", "--sample=5", *BESIDE_RASA),
    ("serving", "--messages=100", "--starts=1"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How long it may take."""
    parser.add_argument(
        "--quick",
        action="store_true",
        help="minder vragen en minder metingen: minuten in plaats van een uur",
    )


def run(chosen: argparse.Namespace) -> int:
    """Run each measurement, whatever became of the one before; 1 when one failed."""
    if not (PROJECT / "benchmarks").is_dir():
        raise ConfigurationError(
            "de map 'benchmarks' ontbreekt: meten kan alleen in een kopie van de broncode (git clone)"
        )
    ensure_model(Settings.from_environment())
    codes = [_measure(*command) for command in (QUICK if chosen.quick else FULL)]
    return int(any(codes))


def _measure(name: str, *options: str) -> int:
    command = [sys.executable, "-m", f"benchmarks.{name}", *options]
    print(f"\n## {' '.join(['python', *command[1:]])}\n", flush=True)
    return subprocess.run(command, cwd=PROJECT, check=False).returncode  # noqa: S603 - our own
