"""Registering what reached the helpdesk outside the chat: two times Enter behind one line, or the fields alone.

As long as there is a note, the form asks for a suggestion; without one it registers. So it works without a script too,
and the note never travels along with what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from aiohttp import web
from sqlalchemy.orm import Session

from bot.console.acting import library, note_view
from bot.console.by_hand_fields import CHANNELS, MOST, Fields, midnight, today_of, told_by
from bot.console.forms import choice, day_of, text_of
from bot.console.guard import colleague, needs
from bot.console.render import page
from bot.console.suggesting import LONGEST, Suggestion, suggest, warm
from bot.errors import InvalidInput, Unavailable, WegwijsError
from bot.gateway.keys import AUDIT, DATABASE
from bot.knowledge.catalogue import Audience
from bot.registration.by_hand import (
    OUTCOMES,
    Registered,
    Told,
    correct_by_hand,
    register_by_hand,
    registered,
    registered_one,
    undo,
)
from bot.registration.signing import Signature
from bot.staff.accounts import all_accounts
from bot.staff.roles import Right
from bot.statistics.closing import refuse_closed_day
from bot.statistics.notation import day as written

TOLD = {
    "geregistreerd": "Geregistreerd en geteld.",
    "verbeterd": "Verbeterd: de cijfers volgen.",
    "gewist": "Gewist: dit telt nergens meer.",
}
"""What is said after an act."""

_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Shown:
    """What the form holds, and how it came to that."""

    fields: Fields
    suggestion: Suggestion | None = None
    corrects: str | None = None
    """Id of the contact that is corrected."""


@needs(Right.REGISTER)
async def show(request: web.Request) -> web.StreamResponse:
    """An empty form, and what was registered today."""
    warm(request)
    told = TOLD.get(request.query.get("klaar", ""), "")
    day = day_of(request.query, "dag")
    if told and day is not None:
        told = f"{told} Het telt op {written(day)}."
    await note_view(request, "registreren", refreshed=bool(told))
    channel = request.query.get("kanaal", "")
    fields = Fields(kanaal=channel) if channel in CHANNELS else Fields()
    return await _page(request, Shown(fields), told=told)


@needs(Right.REGISTER)
async def register(request: web.Request) -> web.StreamResponse:
    """Suggest what a note comes down to; without a note, count what the fields say."""
    form, known = await request.post(), library(request)

    def work(session: Session, told: Told, by: Signature) -> None:
        id = text_of(form, "nummer")
        if _ID.fullmatch(id) is None:
            raise InvalidInput("Dit formulier is niet volledig. Laad de pagina opnieuw.")
        refuse_closed_day(session, told.at)
        register_by_hand(session, known, id, told, by=by)

    return await _take(request, None, work, "geregistreerd")


@needs(Right.REGISTER)
async def show_one(request: web.Request) -> web.StreamResponse:
    """The form with what was registered, to correct it."""
    id, now = request.match_info["id"], datetime.now(UTC)
    told = await request.config_dict[DATABASE].read(
        lambda session: registered_one(session, id, since=midnight(now))
    )
    return await _page(request, Shown(Fields.of(told, library(request)), corrects=id))


@needs(Right.REGISTER)
async def correct(request: web.Request) -> web.StreamResponse:
    """Count other facts in the place of what was registered."""
    id, known = request.match_info["id"], library(request)

    def work(session: Session, told: Told, by: Signature) -> None:
        since = midnight(datetime.now(UTC))
        refuse_closed_day(session, registered_one(session, id, since=since).at)
        refuse_closed_day(session, told.at)
        correct_by_hand(session, known, id, told, since=since, by=by)

    return await _take(request, id, work, "verbeterd")


@needs(Right.REGISTER)
async def erase(request: web.Request) -> web.StreamResponse:
    """Take back what was registered."""
    id, by, since = request.match_info["id"], signature(request), midnight(datetime.now(UTC))

    def work(session: Session) -> None:
        refuse_closed_day(session, registered_one(session, id, since=since).at)
        undo(session, id, since=since, by=by)

    try:
        await request.config_dict[DATABASE].write(work)
    except WegwijsError as error:
        return await _page(request, Shown(Fields()), status=error.status, problem=error.detail)
    raise web.HTTPSeeOther("/console/registreren?klaar=gewist")


def signature(request: web.Request) -> Signature:
    """Whose hand a registration is of."""
    return Signature(request.config_dict[AUDIT], colleague(request).id)


async def _take(
    request: web.Request,
    corrects: str | None,
    work: Callable[[Session, Told, Signature], None],
    done: str,
) -> web.StreamResponse:
    form, known, by = await request.post(), library(request), signature(request)
    shown = Shown(Fields.typed(form), corrects=corrects)
    note = text_of(form, "nota")
    try:
        if note:
            return await _suggest(request, shown, note)
        told = told_by(form, known, now=datetime.now(UTC))
        await request.config_dict[DATABASE].write(lambda session: work(session, told, by))
    except Unavailable as error:
        # The fields stay, so that a colleague goes on without the model.
        return await _page(request, shown, problem=error.detail)
    except WegwijsError as error:
        return await _page(request, shown, status=error.status, problem=error.detail)
    day = today_of(told.at)
    earlier = "" if day == today_of(datetime.now(UTC)) else f"&dag={day}"
    raise web.HTTPSeeOther(
        f"/console/registreren?klaar={done}&kanaal={told.channel.value}{earlier}"
    )


async def _suggest(request: web.Request, shown: Shown, note: str) -> web.StreamResponse:
    form, known = await request.post(), library(request)
    made = await suggest(request, note, known, told=choice(Audience, form, "doelgroep"))
    fields = shown.fields.with_suggestion(made, known)
    return await _page(request, Shown(fields, made, shown.corrects))


async def _page(
    request: web.Request,
    shown: Shown,
    *,
    status: int = 200,
    problem: str = "",
    told: str = "",
) -> web.Response:
    def read(session: Session) -> tuple[list[Registered], dict[str, str]]:
        today = registered(session, since=midnight(datetime.now(UTC)))
        return today, {one.id: one.name for one in all_accounts(session)}

    today, names = await request.config_dict[DATABASE].read(read)
    return page(
        request,
        "by_hand.html.j2",
        status=status,
        problem=problem,
        told=told,
        shown=shown,
        number=uuid4().hex,
        today=today,
        names=names,
        channels=CHANNELS,
        outcomes=OUTCOMES,
        day=today_of(datetime.now(UTC)),
        most=MOST,
        longest=LONGEST,
        audiences=Audience,
        library=library(request),
    )
