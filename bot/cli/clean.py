"""Haal persoonsgegevens uit tekst. Per lijn {"text"} de schone tekst en waar wat stond."""

from __future__ import annotations

import argparse

from bot.cli.lines import read_lines, write_line
from bot.privacy.cleaning import clean
from bot.privacy.names.loading import latest
from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None: lines in, lines out."""


def run(chosen: argparse.Namespace) -> int:
    """Clean each line; offsets are characters of the text that came in."""
    # Without its model the filter would refuse every line; this says why, once.
    latest(Settings.from_environment().models)
    for line in read_lines(field="text", kind=str):
        cleaned = clean(line["text"])
        spans = [
            {"start": one.start, "end": one.end, "kind": one.kind.value} for one in cleaned.spans
        ]
        write_line({"clean": cleaned.text, "spans": spans})
    return 0
