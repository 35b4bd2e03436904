"""Counts requests under the limits before anything is done for them."""

from __future__ import annotations

from aiohttp import web

from bot.conversations.log import authorised
from bot.gateway.addresses import client_address
from bot.gateway.keys import DATABASE, LIMITS
from bot.gateway.problems import Handler

_CONVERSATIONS = "/api/conversations/"


def admit_opening(request: web.Request, site: str) -> None:
    """Count a new conversation; raises Overloaded."""
    request.app[LIMITS].opening(client_address(request), site)


async def admit_message(request: web.Request, conversation: str, token: str) -> None:
    """Count a message; raises Overloaded. Only who has the token counts: nobody uses up the share of another."""
    site = await request.app[DATABASE].read(
        lambda session: authorised(session, conversation, token).site
    )
    request.app[LIMITS].message(conversation, client_address(request), site or "")


@web.middleware
async def admit_acts(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Count every other request to a conversation, generously; raises Overloaded."""
    if request.path.startswith(_CONVERSATIONS) and not request.path.endswith("/messages"):
        conversation = request.match_info.get("id", "")
        request.app[LIMITS].act(conversation, client_address(request))
    return await handler(request)
