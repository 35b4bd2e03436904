"""Figures of a period, narrowed by municipality, audience and channel; each leads to the contacts behind it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from aiohttp import web
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.console.acting import library, note, note_view
from bot.console.figures_asked import Asked, asked_of, unfiltered
from bot.console.guard import colleague, needs
from bot.console.render import page
from bot.conversations.models import Conversation
from bot.errors import InvalidInput
from bot.gateway.keys import DATABASE
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library
from bot.registration.models import Channel, Outcome
from bot.staff.roles import Right
from bot.statistics.behind import Page, behind, measure_of
from bot.statistics.calendar import Calendar, lay_out
from bot.statistics.chart import Chart, draw
from bot.statistics.days import DAYS
from bot.statistics.flat import COLUMNS, inert
from bot.statistics.html import FIRST_COLUMN
from bot.statistics.measure import Measure
from bot.statistics.measures import MEASURES, TOTALS
from bot.statistics.periods import Period
from bot.statistics.report import Row, check_referred, figures

AT_ONCE = 100
"""Contacts on one page."""

MOST_DAYS = 92
"""Days of a period that are shown one by one."""

FILTERS = ("municipality", "audience", "channel")
"""Columns of a file that a monthly report does not have."""


@dataclass(frozen=True)
class Table:
    """One measure with what was counted."""

    id: str
    measure: Measure
    subject: str
    rows: list[Row]
    chart: Chart | None
    calendar: Calendar | None

    @property
    def label(self) -> str:
        """Its title."""
        return self.measure.label


@needs(Right.SEE_FIGURES)
async def show(request: web.Request) -> web.StreamResponse:
    """The filters, the totals and every table with its chart."""
    known, problem = library(request), ""
    try:
        asked = asked_of(request.query, known)
    except InvalidInput as error:
        asked, problem = unfiltered(request.query), error.detail
    await note_view(request, "cijfers", refreshed=True)
    measures = [one for one in MEASURES if one.id != DAYS or asked.period.days <= MOST_DAYS]
    made = await request.config_dict[DATABASE].read(
        lambda session: figures(session, known, asked.period, TOTALS, measures)
    )
    check_referred(made)
    return page(
        request,
        "figures.html.j2",
        status=400 if problem else 200,
        problem=problem,
        asked=asked,
        totals=[(one, made.totals[one.id]) for one in TOTALS],
        tables=[_table(one, made.tables[one.id]) for one in measures],
        library=known,
        audiences=Audience,
        channels=list(Channel),
    )


@needs(Right.SEE_FIGURES)
async def show_contacts(request: web.Request) -> web.StreamResponse:
    """The contacts behind one figure: facts, and a link where the conversation is still there and may be seen."""
    known = library(request)
    asked = asked_of(request.query, known)
    table, row = request.query.get("tabel", ""), request.query.get("rij", "")
    skip = _number(request.query.get("vanaf", "0"))
    await note(request, Act.SEARCHED, "contacten achter een cijfer")

    def read(session: Session) -> tuple[Page, dict[str, str]]:
        found = behind(session, known, asked.period, table=table, row=row, skip=skip, limit=AT_ONCE)
        return found, _conversations(session, [one.id for one in found.found])

    found, conversations = await request.config_dict[DATABASE].read(read)
    return page(
        request,
        "figures_contacts.html.j2",
        asked=asked,
        title=_title(known, asked.period, table, row),
        found=found,
        conversations=conversations if colleague(request).may(Right.SEE_CONVERSATIONS) else {},
        table=table,
        row=row,
        skip=skip,
        at_once=AT_ONCE,
        library=known,
        audiences=Audience,
        channel_of={one.value: one.label for one in Channel},
        outcome_of={one.value: one.label for one in Outcome},
    )


@needs(Right.SEE_FIGURES)
async def export(request: web.Request) -> web.StreamResponse:
    """One table as CSV, with the filters in every row."""
    known = library(request)
    asked = asked_of(request.query, known)
    measure = measure_of(request.query.get("tabel", ""))
    made = await request.config_dict[DATABASE].read(
        lambda session: figures(session, known, asked.period, (), [measure])
    )
    await note(request, Act.EXPORTED, f"cijfers:{measure.id}")
    name = f"{measure.id}-{asked.period.first}-{asked.period.last}.csv"
    return web.Response(
        text=_csv(asked, measure.id, made.tables[measure.id]),
        content_type="text/csv",
        charset="utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _table(measure: Measure, rows: list[Row]) -> Table:
    calendar = lay_out(rows) if measure.id == DAYS else None
    return Table(measure.id, measure, FIRST_COLUMN[measure.id], rows, draw(rows), calendar)


def _conversations(session: Session, contacts: list[str]) -> dict[str, str]:
    """The conversations that are still there, by contact."""
    rows = select(Conversation.contact_id, Conversation.id).where(
        Conversation.contact_id.in_(contacts)
    )
    return {row.contact_id: row.id for row in session.execute(rows) if row.contact_id}


def _title(known: Library, period: Period, table: str, row: str) -> str:
    if not row:
        return next((one.label for one in TOTALS if one.id == table), "")
    measure = measure_of(table)
    return f"{measure.label}: {measure.named(known, period).get(row, row.capitalize())}"


def _csv(asked: Asked, table: str, rows: list[Row]) -> str:
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    period, among = asked.period, asked.period.among
    writer.writerow([*COLUMNS[:2], *FILTERS, *COLUMNS[2:]])
    for row in rows:
        writer.writerow(
            [
                *(period.first.isoformat(), period.last.isoformat()),
                *(among.municipality or "", among.audience or "", among.channel or ""),
                *(table, inert(row["id"]), inert(row["label"]), row["count"], row["base"]),
                "" if row["share"] is None else row["share"],
            ]
        )
    return target.getvalue()


def _number(typed: str) -> int:
    return int(typed[:9]) if typed.isascii() and typed.isdecimal() else 0
