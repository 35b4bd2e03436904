"""Finding conversations by facts, never by what was said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from aiohttp import web

from bot.audit.models import Act
from bot.console.acting import library, note
from bot.console.forms import choice, day_as_typed, municipality_of, text_of, topic_of
from bot.console.guard import needs
from bot.console.render import page
from bot.conversations.models import State
from bot.conversations.overview import Facts, Line, search
from bot.errors import InvalidInput
from bot.gateway.keys import DATABASE
from bot.handover.opening import BRUSSELS
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library
from bot.registration.models import Channel, Outcome
from bot.staff.roles import Right

MOST = 100
"""Conversations that are shown; who needs more narrows the search."""


@needs(Right.SEE_CONVERSATIONS)
async def show(request: web.Request) -> web.StreamResponse:
    """The form, and behind it what fits."""
    known, asked = library(request), request.query
    found: list[Line] = []
    problem = ""
    if asked:
        try:
            facts = _facts(asked, known)
            await note(request, Act.SEARCHED, "gesprekken")
            found = await request.config_dict[DATABASE].read(
                lambda session: search(session, facts, limit=MOST + 1)
            )
        except InvalidInput as error:
            problem = error.detail
    return page(
        request,
        "search.html.j2",
        status=400 if problem else 200,
        asked=asked,
        found=found[:MOST],
        more=len(found) > MOST,
        problem=problem,
        library=known,
        audiences=Audience,
        channels=list(Channel),
        outcomes=list(Outcome),
        states=list(State),
    )


def _facts(asked: Mapping[str, str], known: Library) -> Facts:
    def fact(kind: type, name: str) -> str | None:
        return choice(kind, asked, name) if text_of(asked, name) else None

    until = _day(asked, "tot")
    return Facts(
        topic=topic_of(asked, "onderwerp", known),
        audience=fact(Audience, "doelgroep"),
        municipality=municipality_of(asked, "gemeente", known),
        channel=fact(Channel, "kanaal"),
        outcome=fact(Outcome, "afloop"),
        state=fact(State, "toestand"),
        since=_midnight(_day(asked, "van")),
        until=None if until is None else _midnight(until + timedelta(days=1)),
    )


def _day(asked: Mapping[str, str], name: str) -> date | None:
    typed = text_of(asked, name)
    found = day_as_typed(typed)
    if typed and found is None:
        raise InvalidInput("Geef een datum als jjjj-mm-dd.")
    return found


def _midnight(day: date | None) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), BRUSSELS)
