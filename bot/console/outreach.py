"""What the helpdesk does of itself to reach municipalities: contacted, planned, or not yet and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from aiohttp import web
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.console.acting import library, note_view
from bot.console.by_hand import signature
from bot.console.forms import choice, choice_or_none, day_of, municipality_of
from bot.console.guard import needs
from bot.console.render import page
from bot.errors import InvalidInput, Unknown, WegwijsError
from bot.gateway.keys import DATABASE
from bot.handover.opening import BRUSSELS
from bot.registration.fieldwork import Ground, Obstacle, OutreachRecord, OutreachStatus
from bot.registration.models import Channel
from bot.registration.outreach import Outreach, change_outreach, register_outreach
from bot.registration.signing import Signature
from bot.staff.roles import Right

MOST = 200
"""Steps on one page; the figures count them all."""
TOLD = {"nieuw": "De benadering is geregistreerd.", "bewaard": "De verbetering is bewaard."}
"""What is said after an act."""


@needs(Right.SEE_FIGURES)
async def show(request: web.Request) -> web.StreamResponse:
    """The steps towards municipalities, newest first, and a form for a new one."""
    await note_view(request, "benaderingen", refreshed=True)
    return await _page(request, told=TOLD.get(request.query.get("klaar", ""), ""))


@needs(Right.REGISTER)
async def add(request: web.Request) -> web.StreamResponse:
    """Register a step."""
    known, form = library(request), await request.post()

    def work(session: Session, by: Signature) -> None:
        municipality = municipality_of(form, "gemeente", known)
        if municipality is None:
            raise InvalidInput("Kies een gemeente.")
        register_outreach(session, known, municipality, _step(form), by=by)

    return await _write(request, work, "nieuw")


@needs(Right.REGISTER)
async def show_one(request: web.Request) -> web.StreamResponse:
    """The form with one step, to correct it or to say that it took place."""
    return await _page(request, changes=request.match_info["id"])


@needs(Right.REGISTER)
async def change(request: web.Request) -> web.StreamResponse:
    """Put other facts in the place of a step."""
    id, form = request.match_info["id"], await request.post()
    return await _write(
        request,
        lambda session, by: change_outreach(session, id, _step(form), by=by),
        "bewaard",
        changes=id,
    )


def _step(form: Mapping[str, Any]) -> Outreach:
    return Outreach(
        status=choice(OutreachStatus, form, "toestand"),
        on=day_of(form, "dag") or datetime.now(BRUSSELS).date(),
        channel=choice_or_none(Channel, form, "kanaal"),
        ground=choice_or_none(Ground, form, "aanleiding"),
        reason=choice_or_none(Obstacle, form, "reden"),
        planned_for=day_of(form, "gepland"),
    )


async def _write(
    request: web.Request,
    work: Callable[[Session, Signature], None],
    done: str,
    *,
    changes: str | None = None,
) -> web.StreamResponse:
    by = signature(request)
    try:
        await request.config_dict[DATABASE].write(lambda session: work(session, by))
    except Unknown:
        raise
    except WegwijsError as error:
        return await _page(request, status=error.status, problem=error.detail, changes=changes)
    raise web.HTTPSeeOther(f"/console/benaderingen?klaar={done}")


async def _page(
    request: web.Request,
    *,
    status: int = 200,
    problem: str = "",
    told: str = "",
    changes: str | None = None,
) -> web.Response:
    def read(session: Session) -> tuple[list[OutreachRecord], OutreachRecord | None]:
        rows = select(OutreachRecord).order_by(OutreachRecord.on.desc(), OutreachRecord.id)
        found = list(session.scalars(rows.limit(MOST)))
        changed = None if changes is None else session.get(OutreachRecord, changes)
        session.expunge_all()
        return found, changed

    found, changed = await request.config_dict[DATABASE].read(read)
    if changes is not None and changed is None:
        raise Unknown("Deze benadering bestaat niet.")
    return page(
        request,
        "outreach.html.j2",
        status=status,
        problem=problem,
        told=told,
        found=found,
        changed=changed,
        statuses=OutreachStatus,
        channels=[Channel.TELEFOON, Channel.EMAIL, Channel.OVERLEG],
        channel_of={one.value: one.label for one in Channel},
        grounds=list(Ground),
        ground_of={one.value: one.label for one in Ground},
        obstacles=list(Obstacle),
        obstacle_of={one.value: one.label for one in Obstacle},
        today=datetime.now(BRUSSELS).date().isoformat(),
        most=MOST,
        library=library(request),
    )
