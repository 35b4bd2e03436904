"""Wis gesprekken met hun nummer, of alles waarin een tekst staat. De cijfers blijven."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.cli.recording import Recorder
from bot.conversations import expiry as conversations
from bot.conversations.lifecycle import erase_found
from bot.conversations.tokens import ConversationId
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.mailbox import erasing as mailbox
from bot.requests import texts as requests
from bot.settings import Settings

SHORTEST = 3
"""Characters of a text to look for: fewer would find every conversation."""


@dataclass(frozen=True)
class Found:
    """The ids of what holds the text, or was named."""

    conversations: list[ConversationId]
    requests: list[str]
    mail_proposals: list[str]

    @property
    def any(self) -> bool:
        """Whether there is anything to erase."""
        return bool(self.conversations or self.requests or self.mail_proposals)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which conversations."""
    parser.add_argument(
        "conversations", nargs="*", metavar="GESPREK", help="nummer van een gesprek"
    )
    parser.add_argument(
        "--containing",
        metavar="TEKST",
        help="alle gesprekken, aanvragen en voorstellen uit een postbus met deze tekst",
    )
    parser.add_argument("--yes", action="store_true", help="wis; zonder dit alleen tonen")


def run(chosen: argparse.Namespace) -> int:
    """Show what would go, or erase it; 1 when there is nothing to erase, 2 when nothing was named."""
    if not chosen.conversations and len((chosen.containing or "").strip()) < SHORTEST:
        needed = f"noem een gesprek, of --containing met minstens {SHORTEST} tekens"
        print(f"wegwijs erase: {needed}", file=sys.stderr)
        return 2
    settings = Settings.from_environment()
    database = Database(settings.database_url)
    try:
        migrate(database)
        recorder = Recorder(database, settings)
        found = recorder.run(
            Act.SEARCHED,
            "gesprekken",
            lambda session: _find(session, chosen.conversations, chosen.containing),
        )
        if chosen.yes:
            _erase(database, recorder, found)
    finally:
        database.close()
    print(json.dumps({"erased": chosen.yes and found.any} | asdict(found)))
    print(f"wegwijs erase: {_told(found, gone=chosen.yes)}", file=sys.stderr)
    return 0 if found.any else 1


def _find(session: Session, ids: list[str], text: str | None) -> Found:
    return Found(
        conversations=conversations.holding(session, ids, text),
        requests=requests.holding(session, text) if text else [],
        mail_proposals=mailbox.holding(session, text) if text else [],
    )


def _erase(database: Database, recorder: Recorder, found: Found) -> None:
    """Each in a transaction of its own, with its line in the audit log."""
    works: list[tuple[str, Callable[[Session, str], None], Sequence[str]]] = [
        ("gesprek", _erase_conversation, found.conversations),
        ("aanvraag", requests.erase_words, found.requests),
        ("voorstel", mailbox.erase_text, found.mail_proposals),
    ]
    for kind, erase, ids in works:
        for id in ids:
            recorder.run(
                Act.ERASED,
                kind,
                lambda session, erase=erase, id=id: erase(session, id),  # type: ignore[misc]
                id_of=lambda _, id=id: id,  # type: ignore[misc]
            )
    database.scrub()


def _erase_conversation(session: Session, id: str) -> None:
    erase_found(session, ConversationId(id))


def _told(found: Found, *, gone: bool) -> str:
    """Dutch: how many of each, never the text."""
    if not found.any:
        return "niets gevonden"
    counts = (
        f"gesprekken: {len(found.conversations)}, aanvragen (hun woorden): {len(found.requests)}, "
        f"voorstellen uit een postbus (hun tekst): {len(found.mail_proposals)}"
    )
    return f"gewist: {counts}" if gone else f"gevonden: {counts}; --yes wist dit"
