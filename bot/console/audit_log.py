"""The audit log, for a manager: who did what to which record. What was said is not in it."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.audit.models import AuditLine
from bot.audit.verify import Fault, verify
from bot.console.acting import note_view
from bot.console.guard import needs
from bot.console.render import page
from bot.gateway.keys import AUDIT, DATABASE
from bot.staff.accounts import all_accounts
from bot.staff.roles import Right

MOST = 100
"""Lines on one page."""


@dataclass(frozen=True)
class Lines:
    """One page of the log, newest first."""

    lines: list[AuditLine]
    names: dict[str, str]
    faults: list[Fault] | None
    """What is broken in the chain; None when that was not asked."""


@needs(Right.MANAGE)
async def show(request: web.Request) -> web.StreamResponse:
    """One page; `voor` is the number before which it begins, `controle` follows the whole chain."""
    await note_view(request, "logboek")
    before = request.query.get("voor", "")
    checked = "controle" in request.query
    audit = request.config_dict[AUDIT]

    def read(session: Session) -> Lines:
        rows = select(AuditLine).order_by(AuditLine.seq.desc()).limit(MOST)
        if before.isascii() and before.isdecimal():
            rows = rows.where(AuditLine.seq < int(before[:15]))
        lines = list(session.scalars(rows))
        faults = verify(session, audit) if checked else None
        session.expunge_all()
        return Lines(lines, {one.id: one.name for one in all_accounts(session)}, faults)

    log = await request.config_dict[DATABASE].read(read)
    return page(request, "audit_log.html.j2", log=log, most=MOST)
