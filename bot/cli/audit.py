"""Het logboek: list toont wie wat zag, uitvoerde, wijzigde of wiste; verify volgt de ketting en noemt elke breuk."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from bot.audit.models import Act, AuditLine
from bot.audit.reading import lines
from bot.audit.verify import verify
from bot.cli.lines import write_line
from bot.cli.recording import Recorder
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.settings import Settings
from bot.statistics.periods import Period

OBJECT = "logboek"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Look, or check."""
    acts = parser.add_subparsers(dest="act", required=True)
    acts.add_parser("verify", help="controleer de ketting; 1 als ze ergens gebroken is")
    shown = acts.add_parser("list", help="toon de lijnen, oudste eerst")
    for name, text in (("--from", "eerste dag"), ("--to", "laatste dag")):
        shown.add_argument(
            name,
            dest=name.strip("-"),
            type=_day,
            metavar="JJJJ-MM-DD",
            help=f"{text}, Belgische tijd",
        )
    shown.add_argument(
        "--actor", help="nummer van een account, of opdrachtregel, systeem, bezoeker"
    )
    shown.add_argument("--format", choices=("text", "json"), default="text", help="vorm")


def run(chosen: argparse.Namespace) -> int:
    """Show or check the log; looking is itself a line in it."""
    settings = Settings.from_environment()
    database = Database(settings.database_url)
    try:
        migrate(database)
        recorder = Recorder(database, settings)
        if chosen.act == "verify":
            return _verify(recorder)
        for line in recorder.run(Act.VIEWED, OBJECT, lambda session: _chosen(session, chosen)):
            if chosen.format == "json":
                write_line(line)
            else:
                print(_text(line))
    finally:
        database.close()
    return 0


def _verify(recorder: Recorder) -> int:
    count, faults = recorder.run(
        Act.VIEWED,
        OBJECT,
        lambda session: (len(lines(session)), verify(session, recorder.audit)),
    )
    for fault in faults:
        print(f"lijn {fault.seq}: {fault.what}", file=sys.stderr)
    print(f"{count} lijnen, {len(faults)} breuken.")
    return 1 if faults else 0


def _chosen(session: Session, chosen: argparse.Namespace) -> list[dict[str, Any]]:
    first, last = getattr(chosen, "from"), chosen.to
    found = lines(
        session,
        since=None if first is None else Period(first, first).start,
        until=None if last is None else Period(last, last).end,
        actor=chosen.actor,
    )
    return [_shown(one) for one in found]


def _shown(line: AuditLine) -> dict[str, Any]:
    return {
        "seq": line.seq,
        "at": line.at.isoformat(timespec="seconds"),
        "actor": line.actor,
        "act": line.act,
        "object": line.object,
        "allowed": line.allowed,
    }


def _text(line: dict[str, Any]) -> str:
    refused = "" if line["allowed"] else "  (geweigerd)"
    return f"{line['seq']:>6}  {line['at']}  {line['actor']}  {line['act']}  {line['object'] or '-'}{refused}"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is geen datum zoals 2026-11-25") from None
