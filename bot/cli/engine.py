"""Start alleen een engine, voor een aparte container: wegwijs engine --listen HOST:PORT."""

from __future__ import annotations

import argparse

from bot.cli.addresses import address
from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument("--listen", required=True, type=address, metavar="HOST:PORT")


def run(chosen: argparse.Namespace) -> int:
    """Serve the newest model over TCP until told to stop."""
    settings = Settings.from_environment()
    from bot.engine.process import run_engine

    host, port = chosen.listen
    return run_engine(settings, socket=None, host=host, port=port)
