"""The reports of closed months, as they were closed: each with the hash that shows that nothing changed since."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from aiohttp import web
from sqlalchemy.orm import Session

from bot.console.acting import library, note_view
from bot.console.guard import needs
from bot.console.render import page
from bot.errors import Unknown
from bot.gateway.keys import DATABASE
from bot.staff.roles import Right
from bot.statistics import html
from bot.statistics.closing import closed_months, full_report
from bot.statistics.periods import parse_month
from bot.statistics.report import Report

POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
"""A report is a page of its own, with its style in it, and runs nothing."""


@needs(Right.SEE_FIGURES)
async def show(request: web.Request) -> web.StreamResponse:
    """The list, newest first."""
    await note_view(request, "afgesloten maanden")
    return page(
        request,
        "closed_months.html.j2",
        closed=await request.config_dict[DATABASE].read(closed_months),
    )


@needs(Right.SEE_FIGURES)
async def show_report(request: web.Request) -> web.StreamResponse:
    """One report. Raises FiguresDisagree when it is no longer what was closed."""
    known, month = library(request), parse_month(request.match_info["id"])

    def read(session: Session) -> Report:
        report = full_report(session, known, month, now=datetime.now(UTC))
        if "closed" not in report:
            raise Unknown(f"{month.label} is niet afgesloten.")
        return report

    report = await request.config_dict[DATABASE].read(read)
    await note_view(request, f"maandverslag:{month}")
    return web.Response(
        text=await asyncio.to_thread(html.render, report),
        content_type="text/html",
        headers={"Content-Security-Policy": POLICY},
    )
