"""The visitor asks for a person, or waits no longer."""

from __future__ import annotations

from datetime import UTC, datetime

from aiohttp import web
from sqlalchemy.orm import Session

from bot.answers.handover import handover
from bot.conversations import lifecycle, takeover
from bot.conversations.log import authorised
from bot.gateway.conversations import bearer, conversation_id
from bot.gateway.keys import DATABASE, SETTINGS, WAKEUPS
from bot.handover.opening import load_opening
from bot.handover.presence import present
from bot.handover.words import availability
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import load_library
from bot.knowledge.routing import Asked
from bot.registration.models import ContactRecord


async def post_handover(request: web.Request) -> web.Response:
    """Ask for a person."""
    conversation, token = conversation_id(request), bearer(request)
    knowledge = request.app[SETTINGS].knowledge
    library, opening = load_library(knowledge), load_opening(knowledge)

    def ask(session: Session) -> None:
        at = datetime.now(UTC)
        who = _audience(session, authorised(session, conversation, token).contact_id)
        there = availability(opening, at, attended=bool(present(session, at=at)))
        notice = handover(library, Asked(audience=who), there)
        lifecycle.request_handover(session, conversation, token, notice)

    await request.app[DATABASE].write(ask)
    request.app[WAKEUPS].notify(conversation)
    return web.Response(status=202)


async def post_cancel(request: web.Request) -> web.Response:
    """Wait no longer; nothing changes when nobody waits or a colleague is there already."""
    conversation, token = conversation_id(request), bearer(request)
    await request.app[DATABASE].write(lambda session: takeover.cancel(session, conversation, token))
    request.app[WAKEUPS].notify(conversation)
    return web.Response(status=204)


def _audience(session: Session, contact: str | None) -> Audience:
    """Who asks, as far as was said."""
    found = None if contact is None else session.get(ContactRecord, contact)
    return Audience((found and found.audience) or Audience.ONBEKEND)
