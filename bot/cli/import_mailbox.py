"""Lees een postbus in: elk gesprek per mail wordt een voorstel, dat een medewerker in de console bevestigt.

PAD is een mbox-bestand, een .eml-bestand of een map met zulke bestanden. Er wordt niets onbewerkt bewaard. Tweemaal
inlezen telt niets dubbel. Per contact komt er een JSON-lijn, met een samenvatting als laatste.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.cli.lines import write_line
from bot.cli.model import newest_engine
from bot.cli.recording import Recorder
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.knowledge.library import load_library
from bot.mailbox.importing import Importer, Result, Tally, gather
from bot.mailbox.key import open_key
from bot.mailbox.models import ProposalState
from bot.mailbox.own import Own
from bot.mailbox.problems import Problem
from bot.mailbox.proposing import Proposer
from bot.mailbox.referring import load_phrases
from bot.mailbox.senders import load_domains
from bot.nlu.wordlists import WordLists
from bot.privacy.text import CleanText
from bot.settings import Settings

NOT_STORED = (Problem.UNREADABLE, Problem.FILTER, Problem.NOT_CLASSIFIED)
"""What makes the command fail in the end, after everything else is done."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to read, and whether somebody looks at it."""
    parser.add_argument("path", type=Path, metavar="PAD", help="mbox, .eml of map")
    parser.add_argument(
        "--accept", action="store_true", help="aanvaard elk voorstel, zonder dat iemand het nakijkt"
    )
    parser.add_argument(
        "--own",
        action="append",
        default=[],
        metavar="ADRES",
        help="eigen adres of domein van de helpdesk, naast WEGWIJS_MAILBOX_OWN; mag meer keer",
    )


def run(chosen: argparse.Namespace) -> int:
    """Read the mailbox; 2 when there is nothing at that path, 1 when a mail or a thread could not be stored."""
    if not chosen.path.exists():
        print("wegwijs import-mailbox: dit bestand of deze map bestaat niet", file=sys.stderr)
        return 2
    settings, now, tally = Settings.from_environment(), datetime.now(UTC), Tally()
    own = Own.of([*settings.mailbox_own, *chosen.own])
    mails = gather(chosen.path, own, tally, now=now)
    _tell_about(tally)
    database = Database(settings.database_url)
    try:
        migrate(database)
        recorder = Recorder(database, settings)
        importer = _importer(settings, database, recorder, accept=chosen.accept, now=now)
        results: list[Result | None] = []
        progress = _Progress()
        for result in importer.contacts(mails, tally):
            progress.step(len(results) + 1, tally.threads)
            results.append(result)
            if result is not None:
                write_line(line_of(result))
        progress.end(len(results), tally.threads)
    finally:
        database.close()
    write_line({"summary": summary(tally, [one for one in results if one is not None])})
    return 1 if any(tally.problems[one] for one in NOT_STORED) else 0


def _importer(
    settings: Settings, database: Database, recorder: Recorder, *, accept: bool, now: datetime
) -> Importer:
    library, engine = load_library(settings.knowledge), newest_engine(settings)

    def understand(text: CleanText) -> Mapping[str, Any]:
        return asyncio.run(engine.parse(text))

    def write(work: Callable[[Session], Result]) -> Result:
        act = Act.ACCEPTED if accept else Act.IMPORTED
        return recorder.run(act, "mail", work, id_of=lambda result: result.proposal.id)

    return Importer(
        look=database.run,
        write=write,
        proposer=Proposer(
            understand=understand,
            catalogue=library.catalogue,
            lists=WordLists.load(settings.knowledge),
            domains=load_domains(settings.knowledge / "email_domains.csv"),
            phrases=load_phrases(settings.knowledge / "referral_phrases.yml", library),
        ),
        library=library,
        key=open_key(settings.mailbox_key),
        accept=accept,
        now=now,
    )


def line_of(result: Result) -> dict[str, Any]:
    """One contact, without its text."""
    one = result.proposal
    return {
        "proposal": one.id,
        "contact": one.contact_id,
        "state": one.state,
        "new": result.new,
        "channel": "email",
        "date": one.opened_at.date().isoformat() if one.date_known else None,
        "audience": one.audience,
        "municipality": one.municipality,
        "decision": one.decision,
        "questions": one.topics,
        "referrals": one.referrals,
        "answered": one.answered,
        "messages": one.messages,
        "attachments": one.attachments,
    }


def summary(tally: Tally, results: list[Result]) -> dict[str, Any]:
    """What was read and what was not, by number."""
    states = [one.proposal.state for one in results]
    return {
        "mails": tally.mails,
        "twice": tally.twice,
        "skipped": {one.value: number for one, number in sorted(tally.skipped.items())},
        "left_out": [
            {
                "mail": one.number,
                "date": None if one.on is None else one.on.isoformat(),
                "reason": one.reason.value,
            }
            for one in tally.left_out
        ],
        "threads_without_question": tally.without_question,
        "contacts": len(results),
        "new": sum(one.new for one in results),
        "waiting": states.count(ProposalState.PROPOSED),
        "accepted": states.count(ProposalState.ACCEPTED),
        "rejected": states.count(ProposalState.REJECTED),
        "attachments_ignored": tally.attachments,
        "problems": {one.value: number for one, number in sorted(tally.problems.items()) if number},
    }


def _tell_about(tally: Tally) -> None:
    print(f"wegwijs import-mailbox: {tally.mails} mails gelezen", file=sys.stderr)
    for one in tally.left_out:
        when = "zonder datum" if one.on is None else f"van {one.on.isoformat()}"
        print(
            f"wegwijs import-mailbox: mail {one.number} {when} overgeslagen: {one.reason.value}",
            file=sys.stderr,
        )
    if tally.own_guessed:
        print(
            "wegwijs import-mailbox: geen mail is van of aan een adres in WEGWIJS_MAILBOX_OWN; "
            "het adres waaraan de meeste mails gericht zijn, geldt als dat van de helpdesk",
            file=sys.stderr,
        )


class _Progress:
    """A line on standard error, once a second at most."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def step(self, done: int, of: int) -> None:
        """Another one."""
        if time.monotonic() - self._last >= 1:
            self.end(done, of)

    def end(self, done: int, of: int) -> None:
        """The last one."""
        self._last = time.monotonic()
        print(f"wegwijs import-mailbox: {done} van {of} contacten", file=sys.stderr, flush=True)
