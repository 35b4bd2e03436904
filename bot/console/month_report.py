"""The report of a month, to look at or as a file, and closing the month: after it, its figures change no more."""

from __future__ import annotations

from datetime import UTC, datetime

from aiohttp import web
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.console.acting import act, library, note, note_view
from bot.console.closed_months import POLICY
from bot.console.guard import needs
from bot.console.render import page
from bot.console.writing_desk import written
from bot.errors import InvalidInput, WegwijsError
from bot.gateway.keys import DATABASE
from bot.mailbox.store import count_waiting
from bot.staff.roles import Right
from bot.statistics.closing import (
    Closed,
    close_month,
    closed_month,
    corrected_since,
    full_report,
    refuse_closing,
)
from bot.statistics.forms import FORMS
from bot.statistics.measures import CONTACTS
from bot.statistics.periods import BRUSSELS, Month, parse_month
from bot.statistics.report import Report

SHOWN = "bekijken"
"""What is asked for to look at, beside the forms that leave as a file."""


@needs(Right.SEE_FIGURES)
async def show(request: web.Request) -> web.StreamResponse:
    """Which month, and how far it is; without one it is the last that is over."""
    await note_view(request, "maandverslag", refreshed=True)
    known, month, problem, now = library(request), _last_over(), "", datetime.now(UTC)
    try:
        month = parse_month(request.query.get("maand") or str(month), now=now)
    except InvalidInput as error:
        problem = error.detail

    def read(session: Session) -> tuple[Closed | None, bool]:
        closed = closed_month(session, month)
        return closed, closed is not None and corrected_since(session, known, month, now=now)

    closed, corrected = await request.config_dict[DATABASE].read(read)
    return page(
        request,
        "month_report.html.j2",
        status=400 if problem else 200,
        problem=problem,
        month=month,
        closed=closed,
        corrected=corrected,
        over=month.period.end <= now,
        forms=FORMS,
        shown=SHOWN,
    )


@needs(Right.SEE_FIGURES)
async def give(request: web.Request) -> web.StreamResponse:
    """The report in one form. Raises FiguresDisagree when a closed one is no longer what was closed."""
    known, month = library(request), parse_month(request.match_info["id"])
    shape = request.query.get("vorm", SHOWN)
    if shape not in (SHOWN, *FORMS):
        raise InvalidInput("Kies een vorm: bekijken, HTML, PDF, Excel, CSV of JSON.")
    report: Report = await request.config_dict[DATABASE].read(
        lambda session: full_report(session, known, month, now=datetime.now(UTC))
    )
    form = FORMS["html" if shape == SHOWN else shape]
    body = await written(form.make, report)
    await note(
        request, Act.VIEWED if shape == SHOWN else Act.EXPORTED, f"maandverslag:{report['month']}"
    )
    headers = {"Content-Security-Policy": POLICY}
    if shape != SHOWN:
        standing = "" if "closed" in report else "-voorlopig"
        name = f"maandverslag-{report['month']}{standing}.{shape}"
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    charset = "utf-8" if form.is_text else None
    return web.Response(body=body, content_type=form.content_type, charset=charset, headers=headers)


@needs(Right.MANAGE)
async def ask_to_close(request: web.Request) -> web.StreamResponse:
    """What closing means, before it is done. Raises InvalidInput (Dutch) when the month cannot be closed."""
    month, now = parse_month(request.match_info["id"]), datetime.now(UTC)

    def read(session: Session) -> tuple[int, int]:
        refuse_closing(session, month, now=now)
        contacts: int = session.execute(CONTACTS.query(month.period)).scalar_one()
        return contacts, count_waiting(session, within=month.period)

    contacts, waiting = await request.config_dict[DATABASE].read(read)
    await note_view(request, f"maandverslag:{month}")
    return page(request, "closing.html.j2", month=month, contacts=contacts, waiting=waiting)


@needs(Right.MANAGE)
async def close(request: web.Request) -> web.StreamResponse:
    """Close it. Raises InvalidInput (Dutch), which is noted as refused, when it is not over or closed already."""
    known, month = library(request), parse_month(request.match_info["id"])
    object = f"maandverslag:{month}"
    try:
        await act(
            request,
            Act.CLOSED,
            object,
            lambda session: close_month(session, known, month, now=datetime.now(UTC)),
        )
    except WegwijsError:
        await note(request, Act.CLOSED, object, allowed=False)
        raise
    raise web.HTTPSeeOther(f"/console/cijfers/maandverslag?maand={month}")


def _last_over() -> Month:
    today = datetime.now(BRUSSELS).date()
    return Month(today.year, today.month).before(1)
