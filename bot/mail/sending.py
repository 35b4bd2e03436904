"""The sender beside the gateway: takes what is due from the outbox, in any number of processes at once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time
from uuid import uuid4
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.database.connection import Database
from bot.errors import Unavailable, trace
from bot.mail import outbox
from bot.mail.models import MailKind, OutgoingMail
from bot.mail.smtp import InDoubt, NotSent, send
from bot.mail.texts import Desk, letter, message
from bot.retention import lease
from bot.vault.vault import CannotOpen

log = logging.getLogger(__name__)

DIGEST_JOB = "mailoverzicht"
REPORT_JOB = "maandverslag"
BETWEEN = 5.0
"""Seconds between looks into the outbox."""

_FROM = time(8)
"""What goes by the clock goes from this hour on, in Belgium."""
_BRUSSELS = ZoneInfo("Europe/Brussels")


async def keep_sending(
    database: Database, desk_now: Callable[[], Desk], stop: asyncio.Event
) -> None:
    """Send until told to stop, which is between two mails; nothing that goes wrong ends it."""
    process = uuid4().hex
    while not stop.is_set():
        try:
            at, desk = datetime.now(UTC), desk_now()
            if desk.settings.digest:
                await database.write(lambda session, at=at: queue_digest(session, process, at))  # type: ignore[misc]
            if desk.settings.report_to:
                await database.write(lambda session, at=at: queue_report(session, process, at))  # type: ignore[misc]
            await send_due(database, desk, at=at, stop=stop)
        except Unavailable:
            log.warning("mail postponed: the database does not answer")
        except Exception as error:
            log.error("mail failed: %s", trace(error))
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), BETWEEN)


def queue_digest(session: Session, process: str, at: datetime) -> None:
    """Queue the overview of a Belgian day, once, from eight o'clock on."""
    today = at.astimezone(_BRUSSELS).date()
    _queue_once(session, MailKind.DIGEST, DIGEST_JOB, today, process, at)


def queue_report(session: Session, process: str, at: datetime) -> None:
    """Queue that the report of the month before is there, once a month, from its first morning on."""
    month = at.astimezone(_BRUSSELS).date().replace(day=1)
    _queue_once(session, MailKind.REPORT, REPORT_JOB, month, process, at)


def _queue_once(
    session: Session, kind: MailKind, job: str, since: date, process: str, at: datetime
) -> None:
    """Queue what goes by the clock, unless it was done on or after a day. All in one transaction: done or not."""
    if at.astimezone(_BRUSSELS).time() < _FROM:
        return
    if lease.take(session, job, day=since, holder=process, at=at):
        outbox.queue(session, kind, at=at)
        lease.finish(session, job, day=since, holder=process)


async def send_due(
    database: Database, desk: Desk, *, at: datetime, stop: asyncio.Event | None = None
) -> None:
    """Try each mail whose time has come."""
    for mail in await database.read(lambda session: outbox.due(session, at=at)):
        if stop is not None and stop.is_set():
            return
        await _send_one(database, desk, mail)


async def _send_one(database: Database, desk: Desk, mail: str) -> None:
    # The time of now: behind slow tries, a lease from the start of the round could already be over.
    at, holder = datetime.now(UTC), uuid4().hex
    claimed = await database.write(
        lambda session: outbox.claim(session, mail, holder=holder, at=at)
    )
    if claimed is None:
        return
    try:
        written = await database.read(lambda session: letter(session, claimed, desk, at=at))
    except CannotOpen as error:
        await _refused(database, claimed, NotSent("De sleutel van dit antwoord ontbreekt."))
        log.error("mail %s: %s", mail, error.detail)
        return
    if written is None:
        await database.write(lambda session: outbox.drop(session, mail))
        return

    async def handing() -> bool:
        return await database.write(
            lambda session: outbox.hand_over(session, mail, holder=holder, at=datetime.now(UTC))
        )

    built = message(desk.settings, written, id=mail, at=claimed.queued_at)
    try:
        accepted = await send(desk.settings, built, handing=handing)
    except NotSent as error:
        await _refused(database, claimed, error)
    except InDoubt as error:
        problem = error.detail
        await database.write(
            lambda session: outbox.mark_doubtful(session, claimed, problem=problem)
        )
        log.warning("mail %s may have arrived, it is not sent again: %s", mail, problem)
    else:
        if accepted:
            await _sent(database, claimed, holder)


async def _sent(database: Database, mail: OutgoingMail, holder: str) -> None:
    await database.write(
        lambda session: outbox.mark_sent(session, mail.id, holder=holder, at=datetime.now(UTC))
    )
    if mail.sealed is not None:
        await database.scrub_soon()


async def _refused(database: Database, mail: OutgoingMail, error: NotSent) -> None:
    ended, problem, final = datetime.now(UTC), error.detail, error.final
    again = await database.write(
        lambda session: outbox.mark_refused(session, mail, at=ended, problem=problem, final=final)
    )
    log.warning("mail %s not sent, %s: %s", mail.id, "retried" if again else "given up", problem)
