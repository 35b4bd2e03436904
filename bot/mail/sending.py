"""The sender beside the gateway: takes what is due from the outbox, in any number of processes at once."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, time
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.database.connection import Database
from bot.errors import Unavailable, trace
from bot.knowledge.library import Library, load_library
from bot.mail import outbox
from bot.mail.models import MailKind
from bot.mail.settings import MailSettings
from bot.mail.smtp import NotSent, send
from bot.mail.texts import message, text_of
from bot.retention import lease

log = logging.getLogger(__name__)

JOB = "mailoverzicht"
BETWEEN = 15.0
"""Seconds between looks into the outbox."""

_DIGEST_FROM = time(8)
_BRUSSELS = ZoneInfo("Europe/Brussels")


async def keep_sending(database: Database, settings: MailSettings, knowledge: Path) -> None:
    """Send for as long as the process lives; nothing that goes wrong ends it."""
    process = uuid4().hex
    while True:
        try:
            at = datetime.now(UTC)
            if settings.digest:
                await database.write(lambda session, at=at: queue_digest(session, process, at))  # type: ignore[misc]
            await send_due(database, settings, load_library(knowledge), at=at)
        except Unavailable:
            log.warning("mail postponed: the database does not answer")
        except Exception as error:
            log.error("mail failed: %s", trace(error))
        await asyncio.sleep(BETWEEN)


def queue_digest(session: Session, process: str, at: datetime) -> None:
    """Queue the overview of a Belgian day, once, from eight o'clock on."""
    local = at.astimezone(_BRUSSELS)
    if local.time() < _DIGEST_FROM:
        return
    if lease.take(session, JOB, day=local.date(), holder=process, at=at):
        outbox.queue(session, MailKind.DIGEST, at=at)
        outbox.forget_old(session, at=at)
        lease.finish(session, JOB, day=local.date(), holder=process)


async def send_due(
    database: Database, settings: MailSettings, library: Library, *, at: datetime
) -> None:
    """Try each mail whose time has come."""
    for mail in await database.read(lambda session: outbox.due(session, at=at)):
        await _send_one(database, settings, library, mail)


async def _send_one(
    database: Database, settings: MailSettings, library: Library, mail: str
) -> None:
    # The time of now: behind slow tries, a lease from the start of the round could already be over.
    at = datetime.now(UTC)
    holder = uuid4().hex
    claimed = await database.write(
        lambda session: outbox.claim(session, mail, holder=holder, at=at)
    )
    if claimed is None:
        return
    text = await database.read(lambda session: text_of(session, claimed, settings, library, at=at))
    if text is None:
        await database.write(lambda session: outbox.drop(session, mail))
        return
    built = message(settings, id=mail, recipient=claimed.recipient, text=text, at=claimed.queued_at)
    try:
        await send(settings, built)
    except NotSent as error:
        final, ended = error.final, datetime.now(UTC)
        again = await database.write(
            lambda session: outbox.mark_failed(session, claimed, at=ended, final=final)
        )
        log.warning("mail %s not sent, %s: %s", mail, "retried" if again else "given up", error)
        return
    await database.write(lambda session: outbox.mark_sent(session, mail, at=datetime.now(UTC)))
