"""The first page: it sends everyone to what their role is for."""

from __future__ import annotations

from aiohttp import web

from bot.console.guard import colleague, needs
from bot.console.render import page
from bot.staff.roles import Right


@needs(Right.SEE_FIGURES)
async def show(request: web.Request) -> web.StreamResponse:
    """The queue for who answers; a word of welcome for who does not."""
    if colleague(request).may(Right.SEE_CONVERSATIONS):
        raise web.HTTPSeeOther("/console/wachtrij")
    return page(request, "home.html.j2")
