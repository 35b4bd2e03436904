"""E-mail aan de helpdesk: test stuurt een proefmail en zegt wat er misgaat."""

from __future__ import annotations

import argparse
import asyncio
import secrets
from datetime import UTC, datetime

from bot.errors import ConfigurationError
from bot.mail.settings import SMTP_URL, address
from bot.mail.smtp import send
from bot.mail.texts import message
from bot.settings import Settings

TEXT = ("Proefmail van Wegwijs", "Dag\n\nAls u dit leest, kan Wegwijs mails versturen.\n")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the test mail goes."""
    acts = parser.add_subparsers(dest="act", required=True)
    acts.add_parser("test", help="stuur een proefmail").add_argument("address", metavar="ADRES")


def run(chosen: argparse.Namespace) -> int:
    """Send a test mail; raises NotSent with what went wrong."""
    settings = Settings.from_environment().mail
    if settings is None:
        raise ConfigurationError(f"{SMTP_URL} is niet ingesteld: Wegwijs verstuurt geen mails.")
    to = address("ADRES", chosen.address)
    id, at = secrets.token_urlsafe(16), datetime.now(UTC)
    asyncio.run(send(settings, message(settings, id=id, recipient=to, text=TEXT, at=at)))
    print("De mailserver heeft de proefmail aanvaard.")
    return 0
