"""Visits and presentations: asked in a conversation or otherwise, or offered; planned, done, or refused and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from aiohttp import web
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.console.acting import library, note_view
from bot.console.by_hand import signature
from bot.console.forms import choice, choice_or_none, day_of, municipality_of, topic_of
from bot.console.guard import needs
from bot.console.render import page
from bot.errors import WegwijsError
from bot.gateway.keys import DATABASE
from bot.handover.opening import BRUSSELS
from bot.registration.fieldwork import Ground, Refusal, VisitRecord
from bot.registration.signing import Signature
from bot.registration.visits import KIND, register_visit, settle_visit
from bot.requests.kinds import Initiative, Status
from bot.requests.models import RequestRecord
from bot.requests.store import change_status
from bot.staff.roles import Right
from bot.statistics.visiting import INITIATIVES, STATUSES

MOST = 200
"""Visits on one page; the figures count them all."""
TOLD = {"nieuw": "Het bezoek is geregistreerd.", "bewaard": "De toestand is bewaard."}
"""What is said after an act."""


@dataclass(frozen=True)
class Listed:
    """What the page lists."""

    found: list[VisitRecord]
    asked: set[str]
    """Those that came from a request which is still there."""


@needs(Right.SEE_FIGURES)
async def show(request: web.Request) -> web.StreamResponse:
    """The visits in one state, newest first, and a form for a new one."""
    await note_view(request, "bezoeken", refreshed=True)
    return await _page(request, told=TOLD.get(request.query.get("klaar", ""), ""))


@needs(Right.REGISTER)
async def add(request: web.Request) -> web.StreamResponse:
    """Register a visit, and how far it is."""
    known, form = library(request), await request.post()

    def work(session: Session, by: Signature) -> None:
        asked, status = day_of(form, "gevraagd"), choice(Status, form, "toestand")
        visit = register_visit(
            session,
            known,
            municipality=municipality_of(form, "gemeente", known),
            initiative=choice(Initiative, form, "initiatief"),
            ground=choice_or_none(Ground, form, "aanleiding"),
            topic=topic_of(form, "onderwerp", known),
            opened_on=asked or datetime.now(BRUSSELS).date(),
            by=by,
        )
        if status is not Status.OPEN:
            reason = choice_or_none(Refusal, form, "reden")
            settle_visit(session, visit, status, reason=reason, on=day_of(form, "op"), by=by)

    return await _write(request, work, "nieuw")


@needs(Right.REGISTER)
async def change(request: web.Request) -> web.StreamResponse:
    """Note how far a visit is; the request that it came from goes along."""
    id, form = request.match_info["id"], await request.post()

    def work(session: Session, by: Signature) -> None:
        status, on = choice(Status, form, "toestand"), day_of(form, "op")
        reason = choice_or_none(Refusal, form, "reden")
        if session.get(RequestRecord, id) is None:
            settle_visit(session, id, status, reason=reason, on=on, by=by)
            return
        change_status(session, id, status, why=reason, on=on)
        by.sign(session, Act.CHANGED, f"{KIND}:{id}")

    return await _write(request, work, "bewaard")


async def _write(
    request: web.Request, work: Callable[[Session, Signature], None], done: str
) -> web.StreamResponse:
    by, database = signature(request), request.config_dict[DATABASE]
    try:
        await database.write(lambda session: work(session, by))
    except WegwijsError as error:
        return await _page(request, status=error.status, problem=error.detail)
    await database.scrub_soon()
    shown = _state(request.query.get("toestand", "")).value
    raise web.HTTPSeeOther(f"/console/bezoeken?toestand={shown}&klaar={done}")


async def _page(
    request: web.Request, *, status: int = 200, problem: str = "", told: str = ""
) -> web.Response:
    shown = _state(request.query.get("toestand", ""))

    def read(session: Session) -> Listed:
        rows = (
            select(VisitRecord)
            .where(VisitRecord.status == shown.value)
            .order_by(VisitRecord.opened_on.desc(), VisitRecord.id)
            .limit(MOST)
        )
        found = list(session.scalars(rows))
        asked = select(RequestRecord.id).where(RequestRecord.id.in_([one.id for one in found]))
        listed = Listed(found, set(session.scalars(asked)))
        session.expunge_all()
        return listed

    return page(
        request,
        "visits.html.j2",
        status=status,
        problem=problem,
        told=told,
        listed=await request.config_dict[DATABASE].read(read),
        shown=shown.value,
        statuses=STATUSES,
        initiatives=INITIATIVES,
        grounds=list(Ground),
        refusals=list(Refusal),
        refusal_of={one.value: one.label for one in Refusal},
        today=datetime.now(UTC).astimezone(BRUSSELS).date().isoformat(),
        most=MOST,
        library=library(request),
    )


def _state(typed: str) -> Status:
    return Status(typed) if typed in list(Status) else Status.OPEN
