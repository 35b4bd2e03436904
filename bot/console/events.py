"""Study days, information moments, working groups and sessions, with who came from where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiohttp import web
from multidict import MultiMapping
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.console.acting import library, note_view
from bot.console.by_hand import signature
from bot.console.forms import choice, day_of, municipality_of, topic_of
from bot.console.guard import needs
from bot.console.render import page
from bot.errors import InvalidInput, Unknown, WegwijsError
from bot.gateway.keys import DATABASE
from bot.handover.opening import BRUSSELS
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library
from bot.registration.events import Participants, register_event, remove_event, set_participants
from bot.registration.fieldwork import EventKind, EventOpening, EventRecord, ParticipantsRecord
from bot.staff.roles import Right

MOST = 200
"""Events on one page; the figures count them all."""
EMPTY_ROWS = 5
"""Rows for more participants at the end of the form."""
MOST_ROWS = 320
"""Rows that one form may have: more than there are municipalities."""
TOLD = {
    "bewaard": "De deelnemers zijn bewaard.",
    "nieuw": "Het evenement is geregistreerd. Vul hieronder de deelnemers in.",
    "gewist": "Het evenement is gewist: het telt nergens meer.",
}
"""What is said after an act."""


@dataclass(frozen=True)
class Listed:
    """One event with the number of its participants."""

    event: EventRecord
    participants: int


@dataclass(frozen=True)
class Opened:
    """One event with all that is known of it."""

    event: EventRecord
    open_to: list[str]
    came: list[ParticipantsRecord]


@needs(Right.SEE_FIGURES)
async def show(request: web.Request) -> web.StreamResponse:
    """The events, newest first, and a form for a new one."""
    await note_view(request, "evenementen", refreshed=True)
    return await _page(request, told=TOLD.get(request.query.get("klaar", ""), ""))


@needs(Right.REGISTER)
async def add(request: web.Request) -> web.StreamResponse:
    """Register an event, and go on to who came."""
    known, form, by = library(request), await request.post(), signature(request)

    def work(session: Session) -> str:
        return register_event(
            session,
            known,
            kind=choice(EventKind, form, "soort"),
            held_on=day_of(form, "dag") or datetime.now(BRUSSELS).date(),
            topic=topic_of(form, "onderwerp", known),
            open_to=[choice(Audience, {"een": one}, "een") for one in form.getall("open", [])],
            by=by,
        )

    try:
        id = await request.config_dict[DATABASE].write(work)
    except WegwijsError as error:
        return await _page(request, status=error.status, problem=error.detail)
    raise web.HTTPSeeOther(f"/console/evenementen/{id}?klaar=nieuw")


@needs(Right.SEE_FIGURES)
async def show_one(request: web.Request) -> web.StreamResponse:
    """One event with its participants."""
    return await _page_of_one(request, told=TOLD.get(request.query.get("klaar", ""), ""))


@needs(Right.REGISTER)
async def change(request: web.Request) -> web.StreamResponse:
    """Note who came, in the place of what was noted."""
    id, known, form, by = (
        *(request.match_info["id"], library(request)),
        *(await request.post(), signature(request)),
    )
    try:
        came = _came(form, known)
        await request.config_dict[DATABASE].write(
            lambda session: set_participants(session, known, id, came, by=by)
        )
    except InvalidInput as error:
        return await _page_of_one(request, status=error.status, problem=error.detail)
    raise web.HTTPSeeOther(f"/console/evenementen/{id}?klaar=bewaard")


@needs(Right.REGISTER)
async def remove(request: web.Request) -> web.StreamResponse:
    """Take away an event that was cancelled or registered by mistake."""
    id, by = request.match_info["id"], signature(request)
    await request.config_dict[DATABASE].write(lambda session: remove_event(session, id, by=by))
    raise web.HTTPSeeOther("/console/evenementen?klaar=gewist")


def _came(form: MultiMapping[Any], known: Library) -> list[Participants]:
    """The rows that have a number; raises InvalidInput."""
    columns = [form.getall(name, [])[:MOST_ROWS] for name in ("gemeente", "doelgroep", "aantal")]
    return [
        Participants(
            number=_number(str(number)),
            audience=choice(Audience, {"een": audience}, "een"),
            municipality=municipality_of({"een": municipality}, "een", known),
        )
        for municipality, audience, number in zip(*columns, strict=False)
        if str(number).strip()
    ]


def _number(typed: str) -> int:
    typed = typed.strip()
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 5):
        raise InvalidInput("Een aantal deelnemers is een getal, nul of meer.")
    return int(typed)


async def _page(
    request: web.Request, *, status: int = 200, problem: str = "", told: str = ""
) -> web.Response:
    def read(session: Session) -> list[Listed]:
        number = func.coalesce(func.sum(ParticipantsRecord.number), 0)
        rows = (
            select(EventRecord, number)
            .outerjoin(ParticipantsRecord, ParticipantsRecord.event_id == EventRecord.id)
            .group_by(EventRecord.id)
            .order_by(EventRecord.held_on.desc(), EventRecord.id)
            .limit(MOST)
        )
        found = [Listed(event, int(came)) for event, came in session.execute(rows)]
        session.expunge_all()
        return found

    return page(
        request,
        "events.html.j2",
        status=status,
        problem=problem,
        told=told,
        found=await request.config_dict[DATABASE].read(read),
        kinds=EventKind,
        audiences=Audience,
        today=datetime.now(BRUSSELS).date().isoformat(),
        most=MOST,
        library=library(request),
    )


async def _page_of_one(
    request: web.Request, *, status: int = 200, problem: str = "", told: str = ""
) -> web.Response:
    id = request.match_info["id"]

    def read(session: Session) -> Opened:
        event = session.get(EventRecord, id)
        if event is None:
            raise Unknown("Dit evenement bestaat niet.")
        openings = select(EventOpening.audience).where(EventOpening.event_id == id)
        came = select(ParticipantsRecord).where(ParticipantsRecord.event_id == id)
        opened = Opened(
            event,
            list(session.scalars(openings)),
            list(session.scalars(came.order_by(ParticipantsRecord.id))),
        )
        session.expunge_all()
        return opened

    return page(
        request,
        "event.html.j2",
        status=status,
        problem=problem,
        told=told,
        opened=await request.config_dict[DATABASE].read(read),
        kinds=EventKind,
        audiences=Audience,
        empty_rows=EMPTY_ROWS,
        library=library(request),
    )
