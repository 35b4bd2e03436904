"""The visitor's side of a conversation: parse, call the log, answer."""

from __future__ import annotations

from typing import Any

from aiohttp import web
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.conversations import lifecycle
from bot.conversations.exchange import (
    Accepted,
    Incoming,
    Pending,
    accept,
    next_unanswered,
    persons_of,
)
from bot.conversations.models import State
from bot.conversations.sites import look_of
from bot.conversations.tokens import ConversationId
from bot.errors import InvalidInput, NotAuthorised, WegwijsError
from bot.gateway.admission import admit_message, admit_opening
from bot.gateway.apart import apart
from bot.gateway.filtering import FILTER
from bot.gateway.greeting import greeting
from bot.gateway.keys import ANSWERING, AUDIT, DATABASE, SETTINGS, VAULT, WAKEUPS
from bot.gateway.roles import role_reader
from bot.gateway.schemas import Feedback, NewConversation, NewMessage, Preview, read_body
from bot.gateway.tokens import check_tokens
from bot.knowledge.library import Library, load_library
from bot.privacy.cleaning import Cleaned, mask
from bot.privacy.contact import contact_line
from bot.requests.sealing import OfferedContact
from bot.requests.speaker import Role
from bot.safety.card import Danger, card
from bot.safety.numbers import NUMBERS
from bot.safety.rules import check

VISITOR = "bezoeker"
"""The visitor as actor in the audit log: that it was not the organisation who erased a conversation."""


def conversation_id(request: web.Request) -> ConversationId:
    """The conversation that the address names."""
    return ConversationId(request.match_info["id"])


def bearer(request: web.Request) -> str:
    """The secret token of the Authorization header; raises NotAuthorised without one."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise NotAuthorised("De sleutel van dit gesprek ontbreekt.")
    return token.strip()


async def open_one(request: web.Request) -> web.Response:
    """Start a conversation on a registered site."""
    body = await read_body(request, NewConversation)
    admit_opening(request, body.site)
    if body.municipality is not None and body.municipality not in _library(request).municipalities:
        raise InvalidInput("Deze NIS-code is geen Vlaamse gemeente.")

    def begin(session: Session) -> lifecycle.Opened:
        return lifecycle.open_conversation(
            session,
            site=body.site,
            municipality=body.municipality,
            greeting=(greeting(look_of(session, body.site)),),
        )

    opened = await request.app[DATABASE].write(begin)
    return web.json_response(
        {"id": opened.id, "token": opened.token, "state": State.BOT.value, "seq": 1}, status=201
    )


async def post_message(request: web.Request) -> web.Response:
    """Danger first, then the privacy filter, then the log; acknowledged once it is stored."""
    body, conversation, token = (
        await read_body(request, NewMessage),
        conversation_id(request),
        bearer(request),
    )
    danger = await apart(check, body.text)
    try:
        return await _accept(request, conversation, token, body, danger)
    except WegwijsError as error:
        if danger is not None:
            # No card can be stored, so the numbers go with the refusal.
            error.detail = f"{error.detail} {NUMBERS}"
        raise


async def _accept(
    request: web.Request,
    conversation: ConversationId,
    token: str,
    body: NewMessage,
    danger: Danger | None,
) -> web.Response:
    await admit_message(request, conversation, token)
    await check_tokens(body, _library(request), request.app[FILTER])
    found = await request.app[FILTER].find(body.text)
    role = await role_reader(request.app[SETTINGS].knowledge, found)

    def store(session: Session) -> tuple[Accepted, Cleaned, Pending | None]:
        persons = persons_of(session, conversation, token, lock=True)
        cleaned = mask(found, persons)
        incoming = Incoming(
            client_id=body.client_id,
            text=cleaned.text,
            choice=body.choice,
            card=None if danger is None else card(danger),
            contact=_offered(request, body.text, cleaned, role(cleaned.text)),
            persons=persons,
        )
        accepted = accept(session, conversation, token, incoming)
        return accepted, cleaned, next_unanswered(session, conversation)

    accepted, cleaned, pending = await request.app[DATABASE].write(store)
    request.app[ANSWERING].wake(conversation, pending)
    return web.json_response(
        {
            **_shown(cleaned),
            "seq": accepted.seq,
            "text": accepted.text,
            "sealed": accepted.sealed,
            "state": accepted.state,
        },
        status=202,
    )


def _offered(
    request: web.Request, raw: str, cleaned: Cleaned, role: Role | None
) -> OfferedContact | None:
    """The contact details in a message, kept in memory until the log knows whether a form asked for them."""
    line = contact_line(raw, cleaned, role=None if role is None else role.word)
    who = None if role is None else role.audience
    return None if line is None else OfferedContact(line, request.app[VAULT], who=who)


async def post_preview(request: web.Request) -> web.Response:
    """What would be stored of a text. Cleaned in memory; nothing of it is kept."""
    body, conversation, token = (
        await read_body(request, Preview),
        conversation_id(request),
        bearer(request),
    )
    persons = await request.app[DATABASE].read(
        lambda session: persons_of(session, conversation, token)
    )
    found = await request.app[FILTER].find(body.text)
    return web.json_response(_shown(mask(found, persons)))


def _shown(cleaned: Cleaned) -> dict[str, Any]:
    """The clean text and the kinds of what was masked in it."""
    return {"text": cleaned.text, "masked": sorted({span.kind.value for span in cleaned.spans})}


async def post_feedback(request: web.Request) -> web.Response:
    """Note whether an answer was useful."""
    body, conversation, token = (
        await read_body(request, Feedback),
        conversation_id(request),
        bearer(request),
    )
    await request.app[DATABASE].write(
        lambda session: lifecycle.judge(
            session,
            conversation,
            token,
            seq=body.seq,
            useful=body.useful,
            reason=body.reason,
        )
    )
    return web.Response(status=204)


async def post_close(request: web.Request) -> web.Response:
    """End the conversation."""
    conversation, token = conversation_id(request), bearer(request)
    await request.app[DATABASE].write(lambda session: lifecycle.close(session, conversation, token))
    request.app[WAKEUPS].notify(conversation)
    return web.Response(status=204)


async def delete_one(request: web.Request) -> web.Response:
    """Erase the conversation at once."""
    conversation, token = conversation_id(request), bearer(request)
    audit = request.app[AUDIT]

    def erase(session: Session) -> None:
        lifecycle.erase(session, conversation, token)
        audit.note(session, actor=VISITOR, act=Act.ERASED, object=f"gesprek:{conversation}")

    await request.app[DATABASE].write(erase)
    await request.app[DATABASE].scrub_soon()
    request.app[WAKEUPS].notify(conversation)
    return web.Response(status=204)


def _library(request: web.Request) -> Library:
    return load_library(request.app[SETTINGS].knowledge)
