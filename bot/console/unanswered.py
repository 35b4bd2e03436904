"""What was asked and not understood, grouped by likeness: what the helpdesk could teach Wegwijs next."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from aiohttp import web

from bot.audit.models import Act
from bot.console.acting import library, note
from bot.console.figures_asked import asked_of
from bot.console.guard import needs
from bot.console.render import page
from bot.conversations.likeness import alike
from bot.conversations.missed import Missed, missed
from bot.gateway.keys import DATABASE
from bot.staff.roles import Right

MOST_GROUPS = 10
MOST_TEXTS = 1000
"""The newest that are compared: each with each."""


@dataclass(frozen=True)
class Group:
    """Messages that are alike."""

    size: int
    example: Missed
    """The one that is most like the others."""


@needs(Right.SEE_CONVERSATIONS)
async def show(request: web.Request) -> web.StreamResponse:
    """The largest groups of a period, each with one message as it is kept. Nothing of this is stored or exported."""
    known = library(request)
    asked = asked_of(request.query, known)
    await note(request, Act.SEARCHED, "niet begrepen berichten")
    found = await request.config_dict[DATABASE].read(
        lambda session: missed(session, asked.period, limit=MOST_TEXTS)
    )
    groups = await asyncio.to_thread(_grouped, found)
    return page(
        request,
        "unanswered.html.j2",
        asked=asked,
        groups=groups[:MOST_GROUPS],
        rest=sum(one.size for one in groups[MOST_GROUPS:]),
        number=len(found),
        cut=len(found) == MOST_TEXTS,
    )


def _grouped(found: list[Missed]) -> list[Group]:
    return [Group(len(one), found[one[0]]) for one in alike([each.text for each in found])]
