"""The purge by itself, beside the gateway: soon after the start, then each day, in one process of all that run."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from bot.audit.chain import Audit
from bot.database.connection import Database
from bot.errors import Unavailable
from bot.requests.store import drop_unsent
from bot.retention import lease
from bot.retention.purge import purge
from bot.settings import Settings

log = logging.getLogger(__name__)

JOB = "opruimen"
SYSTEM = "systeem"
"""Who purges, in the audit log."""
BETWEEN = 15 * 60.0
"""Seconds between looks whether there is something to do."""

_BRUSSELS = ZoneInfo("Europe/Brussels")


async def keep_purging(database: Database, settings: Settings, audit: Audit) -> None:
    """Look now and again, for as long as the process lives."""
    holder = uuid4().hex
    while True:
        try:
            moment = datetime.now(UTC)
            await asyncio.to_thread(drop_unsent_details, database, moment)
            await asyncio.to_thread(purge_if_due, database, settings, audit, holder, moment)
        except Unavailable:
            log.warning("purge postponed: the database does not answer")
        except Exception:
            log.exception("purge failed")
        await asyncio.sleep(BETWEEN)


def drop_unsent_details(database: Database, at: datetime) -> int:
    """Delete the contact details of forms that nobody submitted, as soon as their day is over; gives how many.

    Every process may do it: a purge once a day would let them wait for up to two days.
    """
    return database.run(lambda session: drop_unsent(session, at=at))


def purge_if_due(
    database: Database, settings: Settings, audit: Audit, holder: str, at: datetime
) -> bool:
    """Purge if nobody did yet on this Belgian day; tells whether it did."""
    day = at.astimezone(_BRUSSELS).date()
    if not database.run(lambda session: lease.take(session, JOB, day=day, holder=holder, at=at)):
        return False
    purged = purge(database, settings, audit, actor=SYSTEM, at=at)
    database.run(lambda session: lease.finish(session, JOB, day=day, holder=holder))
    log.info("purged %s", purged)
    return True
