"""The command line: `wegwijs COMMAND`. One module a command, loaded only when it is used.

Exit codes: 0 done, 1 failed, 2 wrong use. Errors go to standard error, in Dutch.
"""

from __future__ import annotations

import argparse
import importlib
import io
import sys
from collections.abc import Sequence

from bot.cli.dutch import speak_dutch
from bot.errors import WegwijsError

COMMANDS = {
    "serve": "start alles: gateway, engine, widget",
    "train": "bouw het model uit data/ en knowledge/",
    "parse": "wat begrijpt het model? JSON-lijnen in en uit",
    "clean": "haal persoonsgegevens uit tekst; JSON-lijnen in en uit",
    "chat": "voer gesprekken; JSON-lijnen in en uit",
    "report": "het maandverslag",
    "publish": "een afgesloten maand als open data, zonder kleine aantallen",
    "gemeente": "de codes waarmee een gemeente haar eigen cijfers leest",
    "import-mailbox": "lees een postbus in als voorstellen, die iemand bevestigt",
    "answer": "het antwoord op de parlementaire vraag, voor een periode",
    "check": "controleer instellingen, kennis en data; ook links en datums",
    "booklet": "de leesbundel: alle antwoorden op papier",
    "evaluate": "meet het model op vragen met bekende bedoeling",
    "backup": "maak een versleutelde reservekopie van de databank",
    "restore": "zet een reservekopie terug",
    "audit": "het logboek van wie wat zag, wijzigde of wiste: toon of controleer het",
    "dpia": "de papieren voor de gegevensbescherming, uit de instellingen van nu",
    "purge": "verwijder wat langer bewaard is dan mag",
    "erase": "wis gesprekken, met hun nummer of met een tekst die erin staat",
    "user": "beheer de accounts van de helpdesk",
    "benchmark": "meet de cijfers van BENCHMARKS.md, naast gewone Rasa",
    "site": "beheer de sites die de widget tonen",
    "requests": "de aanvragen aan de helpdesk: toon ze, of zet ze op afgehandeld",
    "keys": "de sleutels van contactgegevens: vernieuw of controleer ze",
    "mail": "toon de mails en wat er misging, of stuur een proefmail",
    "engine": "start alleen een engine, voor een aparte container",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command."""
    _speak_utf8()
    speak_dutch()
    given = list(sys.argv[1:] if arguments is None else arguments)
    overview = argparse.ArgumentParser(
        prog="wegwijs", description="Wegwijs: helpdesk radicalisering."
    )
    listed = "\n".join(f"  {name:<16}{text}" for name, text in COMMANDS.items())
    overview.formatter_class = argparse.RawDescriptionHelpFormatter
    overview.epilog = f"opdrachten:\n{listed}"
    overview.add_argument("command", choices=COMMANDS, metavar="OPDRACHT")
    name = overview.parse_args(given[:1]).command
    module = importlib.import_module(f"bot.cli.{name.replace('-', '_')}")
    parser = argparse.ArgumentParser(prog=f"wegwijs {name}", description=module.__doc__)
    module.add_arguments(parser)
    chosen = parser.parse_args(given[1:])
    try:
        return int(module.run(chosen))
    except (WegwijsError, FileNotFoundError) as error:
        print(f"wegwijs {name}: {error}", file=sys.stderr)
        return 1
    except (KeyboardInterrupt, BrokenPipeError):
        return 1


def _speak_utf8() -> None:
    """JSON lines are UTF-8, whatever the locale; a wrong byte is told with its line, behind the lines before it."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
