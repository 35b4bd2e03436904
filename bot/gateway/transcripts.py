"""A conversation to keep: as text, as a page, or by mail to an address that goes once the mail went."""

from __future__ import annotations

import hmac
import secrets
from datetime import UTC, datetime

from aiohttp import web
from sqlalchemy.orm import Session

from bot.conversations.log import authorised
from bot.conversations.transcript import page, transcript
from bot.errors import Unknown
from bot.gateway.addresses import client_address
from bot.gateway.conversations import bearer, conversation_id
from bot.gateway.keys import DATABASE, LIMITS, SETTINGS, VAULT
from bot.gateway.schemas import MailTranscript, read_body
from bot.mail.transcripts import queue_transcript
from bot.settings import Settings

_KEY = secrets.token_bytes(16)
"""Of this process: who counts mails to an address keeps no address."""


def mails_transcripts(settings: Settings) -> bool:
    """Whether a visitor can have the conversation mailed."""
    return settings.mail is not None and settings.mail.transcripts


async def get_transcript(request: web.Request) -> web.Response:
    """The whole conversation as plain text, or as a page with `?format=html`."""
    conversation, token = conversation_id(request), bearer(request)
    as_page = request.query.get("format") == "html"

    def read(session: Session) -> str:
        authorised(session, conversation, token)
        return (page if as_page else transcript)(session, conversation)

    text = await request.app[DATABASE].read(read)
    return web.Response(text=text, content_type="text/html" if as_page else "text/plain")


async def post_mail(request: web.Request) -> web.Response:
    """Have it mailed; the address is in no answer, no log and no conversation."""
    body, conversation, token = (
        await read_body(request, MailTranscript),
        conversation_id(request),
        bearer(request),
    )
    if not mails_transcripts(request.app[SETTINGS]):
        raise Unknown("Wegwijs verstuurt hier geen gesprekken per mail.")
    site = await request.app[DATABASE].read(
        lambda session: authorised(session, conversation, token).site
    )
    recipient = hmac.digest(_KEY, body.address.lower().encode(), "sha256").hex()
    request.app[LIMITS].mail(recipient, client_address(request), site or "")

    def store(session: Session) -> None:
        authorised(session, conversation, token)
        queue_transcript(
            session,
            request.app[VAULT],
            conversation=conversation,
            client_id=body.client_id,
            address=body.address,
            at=datetime.now(UTC),
        )

    await request.app[DATABASE].write(store)
    return web.Response(status=202)
