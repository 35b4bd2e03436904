"""An answer by mail to who left an address with a request; who answers does not see the address."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from aiohttp import web
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.console.acting import act, library, note
from bot.console.conversation import MASKED
from bot.console.forms import choice, text_of
from bot.console.guard import needs
from bot.console.render import page
from bot.errors import Conflict, InvalidInput, WegwijsError
from bot.gateway.keys import DATABASE, SETTINGS, VAULT
from bot.mail.settings import SMTP_URL
from bot.privacy.cleaning import clean
from bot.requests.answering import answer_by_mail, answerable
from bot.requests.kinds import RequestKind, Status
from bot.requests.models import RequestRecord
from bot.staff.roles import Right


@needs(Right.ANSWER)
async def show(request: web.Request) -> web.StreamResponse:
    """The page on which it is written."""
    return await _page(request, client_id=secrets.token_urlsafe(12))


@needs(Right.ANSWER)
async def send(request: web.Request) -> web.StreamResponse:
    """Queue it. What the filter changed is shown first: a mail cannot be taken back."""
    id, form = request.match_info["id"], await request.post()
    client_id, vault = text_of(form, "client_id")[:64], request.config_dict[VAULT]
    typed = text_of(form, "antwoord")
    cleaned = clean(typed)
    if cleaned.spans:
        kinds = {one.kind for one in cleaned.spans}
        masked = [words for kind, words in MASKED.items() if kind in kinds]
        return await _page(request, client_id=client_id, typed=cleaned.text, masked=masked)
    try:
        if not typed:
            raise InvalidInput("Typ eerst een antwoord.")
        _can_mail(request)
        to = choice(Status, form, "toestand")

        def work(session: Session) -> None:
            at = datetime.now(UTC)
            answer_by_mail(session, vault, id, cleaned.text, client_id=client_id, to=to, at=at)

        await act(request, Act.REPLIED, f"aanvraag:{id}", work)
    except WegwijsError as error:
        await note(request, Act.REPLIED, f"aanvraag:{id}", allowed=False)
        return await _page(
            request,
            client_id=client_id,
            status=error.status,
            problem=error.detail,
            typed=cleaned.text,
        )
    await request.config_dict[DATABASE].scrub_soon()
    raise web.HTTPSeeOther(f"/console/aanvragen?toestand={to.value}&gedaan=mail#melding")


async def _page(
    request: web.Request,
    *,
    client_id: str,
    status: int = 200,
    problem: str = "",
    typed: str = "",
    masked: list[str] | None = None,
) -> web.Response:
    id = request.match_info["id"]

    def read(session: Session) -> RequestRecord:
        found = answerable(session, id)
        session.expunge_all()
        return found

    _can_mail(request)
    return page(
        request,
        "request_answer.html.j2",
        status=status,
        problem=problem,
        masked=masked or [],
        typed=typed,
        client_id=client_id,
        one=await request.config_dict[DATABASE].read(read),
        kinds=RequestKind,
        library=library(request),
    )


def _can_mail(request: web.Request) -> None:
    if request.config_dict[SETTINGS].mail is None:
        raise Conflict(f"Wegwijs verstuurt geen mails: {SMTP_URL} is niet ingesteld.")
