"""De aanvragen aan de helpdesk, met hun contactgegevens: list toont ze als JSON-lijnen, set wijzigt hun toestand."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.cli.days import read_day
from bot.cli.lines import write_line
from bot.cli.recording import Recorder
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.privacy.cleaning import clean
from bot.registration.fieldwork import Refusal
from bot.requests.kinds import Status
from bot.requests.models import RequestRecord
from bot.requests.rotation import open_vault
from bot.requests.sealing import open_details
from bot.requests.store import change_status, details_of, requests_by_status
from bot.settings import Settings
from bot.vault.vault import Vault


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which requests, or what becomes of one."""
    acts = parser.add_subparsers(dest="act", required=True)
    shown = acts.add_parser("list", help="toon aanvragen")
    shown.add_argument("--status", type=Status, choices=list(Status), default=Status.OPEN)
    changed = acts.add_parser(
        "set", help="wijzig de toestand; done en refused wissen de contactgegevens"
    )
    changed.add_argument("id")
    changed.add_argument("--status", type=Status, choices=list(Status), required=True)
    changed.add_argument("--reason", help="waarom de aanvraag niet doorgaat, zonder namen")
    changed.add_argument(
        "--why",
        type=Refusal,
        choices=list(Refusal),
        help="waarom een bezoek niet doorgaat, voor de cijfers",
    )
    changed.add_argument(
        "--on",
        type=read_day,
        metavar="JJJJ-MM-DD",
        help="dag waarop een bezoek gepland is of plaatsvond (standaard: vandaag)",
    )


def run(chosen: argparse.Namespace) -> int:
    """Show or change requests."""
    settings = Settings.from_environment()
    database = Database(settings.database_url)
    try:
        migrate(database)
        recorder = Recorder(database, settings)
        if chosen.act == "set":
            reason = None if chosen.reason is None else clean(chosen.reason).text
            recorder.run(
                Act.CHANGED,
                "aanvraag",
                lambda session: change_status(
                    session, chosen.id, chosen.status, reason=reason, why=chosen.why, on=chosen.on
                ),
                id_of=lambda _: chosen.id,
            )
            database.scrub()
            return 0
        vault = database.run(lambda session: open_vault(session, settings.keys))
        lines = recorder.run(
            Act.VIEWED,
            "aanvragen",
            lambda session: _lines(session, vault, chosen.status),
            id_of=lambda _: chosen.status.value,
        )
        for line in lines:
            write_line(line)
    finally:
        database.close()
    return 0


def _lines(session: Session, vault: Vault, status: Status) -> list[dict[str, Any]]:
    return [_line(session, vault, one) for one in requests_by_status(session, status)]


def _line(session: Session, vault: Vault, request: RequestRecord) -> dict[str, Any]:
    sealed = details_of(session, request.id)
    shown = (
        "id",
        "kind",
        "municipality",
        "topic",
        "subject",
        "period",
        "function",
        "status",
        "reason",
    )
    return {
        **{name: getattr(request, name) for name in shown},
        "opened_at": request.opened_at.isoformat(timespec="seconds"),
        "contact": None
        if sealed is None
        else asdict(
            open_details(vault, record=sealed.id, key_id=sealed.key_id, sealed=sealed.sealed)
        ),
    }
