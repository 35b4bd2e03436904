"""The first page: it sends everyone to what their role is for."""

from __future__ import annotations

from aiohttp import web

from bot.console.guard import needs
from bot.console.render import page
from bot.staff.roles import Right


@needs(Right.SEE_FIGURES)
async def show(request: web.Request) -> web.StreamResponse:
    """What there is to do."""
    return page(request, "home.html.j2")
