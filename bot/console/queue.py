"""Who waits, who is with whom, and what the assistant is busy with; and whether one is there oneself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from aiohttp import web
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.console.acting import act, library, note_view
from bot.console.guard import colleague, needs
from bot.console.render import page
from bot.conversations.models import State
from bot.conversations.overview import Line, in_state
from bot.gateway.keys import DATABASE, SETTINGS
from bot.handover import presence
from bot.handover.opening import load_opening
from bot.handover.queue import expected_wait
from bot.handover.words import about, availability
from bot.knowledge.catalogue import Audience
from bot.staff.accounts import all_accounts
from bot.staff.roles import Right

AT_THE_ASSISTANT = timedelta(hours=1)
"""Conversations with the assistant that have been silent for longer are not shown: search finds them."""


@dataclass(frozen=True)
class Queue:
    """What the page shows."""

    waiting: list[Line]
    talking: list[Line]
    assisted: list[Line]
    names: dict[str, str]
    """Of colleagues, by id."""
    present: list[str]
    expected: timedelta | None
    """Wait of who would ask for a person now."""

    def others(self, me: str) -> list[str]:
        """Names of the colleagues who are there."""
        return [self.names[one] for one in self.present if one != me]

    def unread(self, me: str) -> int:
        """What asks for attention: who waits, and one's own visitors who wrote."""
        mine = [one for one in self.talking if one.claimed_by == me]
        return len(self.waiting) + sum(1 for one in mine if one.unread)


def read_queue(session: Session, at: datetime) -> Queue:
    """The queue as it is now."""
    waiting = in_state(session, State.WAITING)
    return Queue(
        waiting=waiting,
        talking=in_state(session, State.STAFF),
        assisted=in_state(session, State.BOT, since=at - AT_THE_ASSISTANT, limit=50),
        names={one.id: one.name for one in all_accounts(session)},
        present=presence.present(session, at=at),
        expected=expected_wait(session, len(waiting) + 1, at=at),
    )


@needs(Right.SEE_CONVERSATIONS)
async def show(request: web.Request) -> web.StreamResponse:
    """The page."""
    await note_view(request, "wachtrij")
    return await _page(request)


@needs(Right.SEE_CONVERSATIONS)
async def now(request: web.Request) -> web.StreamResponse:
    """The page again, for the script that refreshes it."""
    await note_view(request, "wachtrij", refreshed=True)
    return await _page(request)


@needs(Right.ANSWER)
async def be_present(request: web.Request) -> web.StreamResponse:
    """Say that one is there, or goes."""
    here = (await request.post()).get("aanwezig") == "ja"
    me, at = colleague(request).id, datetime.now(UTC)

    def change(session: Session) -> None:
        if here:
            presence.arrive(session, me, at=at)
        else:
            presence.leave(session, me)

    await act(request, Act.CHANGED, "aanwezigheid", change)
    raise web.HTTPSeeOther("/console/wachtrij")


async def _page(request: web.Request) -> web.Response:
    at = datetime.now(UTC)
    queue = await request.config_dict[DATABASE].read(lambda session: read_queue(session, at))
    opening = load_opening(request.config_dict[SETTINGS].knowledge)
    return page(
        request,
        "queue.html.j2",
        queue=queue,
        library=library(request),
        at=at,
        opening=availability(opening, at, attended=bool(queue.present)),
        expected=None if queue.expected is None else about(queue.expected),
        audiences=Audience,
    )
