"""E-mail: list toont de mails, retry en drop doen iets met wat niet vanzelf verder gaat, test stuurt een proefmail."""

from __future__ import annotations

import argparse
import asyncio
import secrets
from datetime import UTC, datetime
from typing import Any

from bot.audit.models import Act
from bot.cli.lines import write_line
from bot.cli.recording import Recorder
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.errors import ConfigurationError
from bot.mail import trouble
from bot.mail.models import OutgoingMail
from bot.mail.settings import SMTP_URL, address
from bot.mail.smtp import send
from bot.mail.texts import Letter, message
from bot.settings import Settings

BODY = "Dag\n\nAls u dit leest, kan Wegwijs mails versturen.\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and with which mail."""
    acts = parser.add_subparsers(dest="act", required=True)
    acts.add_parser("list", help="toon de laatste mails; wat niet vanzelf verder gaat eerst")
    again = acts.add_parser("retry", help="stuur nog eens wat mislukte of onzeker is")
    again.add_argument("id", metavar="NUMMER")
    dropped = acts.add_parser("drop", help="laat een mail vallen die nog niet verstuurd is")
    dropped.add_argument("id", metavar="NUMMER")
    acts.add_parser("test", help="stuur een proefmail").add_argument("address", metavar="ADRES")


def run(chosen: argparse.Namespace) -> int:
    """Show, change or try; raises NotSent with what went wrong."""
    settings = Settings.from_environment()
    if chosen.act == "test":
        return _try(settings, chosen.address)
    database, at = Database(settings.database_url), datetime.now(UTC)
    try:
        migrate(database)
        recorder = Recorder(database, settings)
        if chosen.act == "list":
            found = recorder.run(
                Act.VIEWED, "mails", lambda session: list(trouble.latest(session, at=at))
            )
            for one in found:
                write_line(_line(one, at))
            return 0
        change = trouble.send_again if chosen.act == "retry" else trouble.let_go
        recorder.run(
            Act.CHANGED,
            "mail",
            lambda session: change(session, chosen.id, at),
            id_of=lambda _: chosen.id,
        )
        database.scrub()
    finally:
        database.close()
    return 0


def _line(mail: OutgoingMail, at: datetime) -> dict[str, Any]:
    return {
        "id": mail.id,
        "kind": mail.kind,
        "state": "doubtful" if trouble.is_doubtful(mail, at=at) else mail.state,
        "recipient": mail.recipient,
        "request": mail.request_id,
        "queued_at": mail.queued_at.isoformat(timespec="seconds"),
        "next_try": None if mail.due_at is None else mail.due_at.isoformat(timespec="seconds"),
        "attempts": mail.attempts,
        "problem": mail.problem,
    }


def _try(settings: Settings, typed: str) -> int:
    if settings.mail is None:
        raise ConfigurationError(f"{SMTP_URL} is niet ingesteld: Wegwijs verstuurt geen mails.")
    written = Letter(address("ADRES", typed), "Proefmail van Wegwijs", BODY)
    built = message(settings.mail, written, id=secrets.token_urlsafe(16), at=datetime.now(UTC))
    asyncio.run(send(settings.mail, built, handing=_always))
    print("De mailserver heeft de proefmail aanvaard.")
    return 0


async def _always() -> bool:
    return True
