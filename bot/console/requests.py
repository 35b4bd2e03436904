"""Requests to the helpdesk: visits, case discussions, plans, call-backs; contact details open on a button only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from aiohttp import web
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.console.acting import act, library, note_view
from bot.console.forms import choice, text_of
from bot.console.guard import needs
from bot.console.mail import state_of
from bot.console.render import page
from bot.errors import InvalidInput, Unknown, WegwijsError
from bot.gateway.keys import DATABASE, SETTINGS, VAULT
from bot.mail.answers import answers_to
from bot.mail.trouble import needs_person
from bot.privacy.cleaning import clean
from bot.requests.kinds import RequestKind, Status
from bot.requests.models import RequestRecord
from bot.requests.sealing import Details, open_details
from bot.requests.store import change_status, details_of, requests_by_status
from bot.staff.roles import Right

LABELS = {
    Status.OPEN: "Open",
    Status.PLANNED: "Gepland",
    Status.DONE: "Uitgevoerd",
    Status.REFUSED: "Geweigerd",
}
LONGEST_REASON = 200
DONE = {"mail": "Uw antwoord vertrekt per mail, meestal binnen enkele seconden."}
"""What the page says after an act elsewhere, by the key in its address."""


@dataclass(frozen=True)
class Shown:
    """What the page lists."""

    found: list[RequestRecord]
    sealed: set[str]
    """Requests with contact details."""
    mailable: set[str]
    """Requests that can be answered by mail."""
    answers: dict[str, str]
    """How far the answer by mail is, in Dutch, by request."""
    stopped: int
    """Mails that go no further by themselves."""


@needs(Right.SEE_CONVERSATIONS)
async def show(request: web.Request) -> web.StreamResponse:
    """The requests in one state."""
    await note_view(request, "aanvragen")
    return await _page(request)


@needs(Right.SEE_CONTACT_DETAILS)
async def unseal(request: web.Request) -> web.StreamResponse:
    """Open the contact details of one request, for this one answer."""
    id, vault = request.match_info["id"], request.config_dict[VAULT]

    def work(session: Session) -> Details:
        sealed = details_of(session, id)
        if sealed is None:
            raise Unknown("Van deze aanvraag zijn er geen contactgegevens (meer).")
        return open_details(vault, record=sealed.id, key_id=sealed.key_id, sealed=sealed.sealed)

    try:
        details = await act(request, Act.UNSEALED, f"aanvraag:{id}", work)
    except WegwijsError as error:
        return await _page(request, status=error.status, problem=error.detail)
    return await _page(request, opened=(id, details))


@needs(Right.ANSWER)
async def change(request: web.Request) -> web.StreamResponse:
    """Note how far a request is; done or refused deletes its contact details."""
    id, form = request.match_info["id"], await request.post()
    try:
        status = choice(Status, form, "toestand")
        reason = text_of(form, "reden")
        if status is Status.REFUSED and not reason:
            raise InvalidInput("Zeg kort waarom de aanvraag niet doorgaat.")
        told = clean(reason[:LONGEST_REASON]).text if status is Status.REFUSED else None
        await act(
            request,
            Act.CHANGED,
            f"aanvraag:{id}",
            lambda session: change_status(session, id, status, reason=told),
        )
    except WegwijsError as error:
        return await _page(request, status=error.status, problem=error.detail)
    await request.config_dict[DATABASE].scrub_soon()
    raise web.HTTPSeeOther(f"/console/aanvragen?toestand={text_of(form, 'terug') or 'open'}#lijst")


async def _page(
    request: web.Request,
    *,
    status: int = 200,
    problem: str = "",
    opened: tuple[str, Details] | None = None,
) -> web.Response:
    shown = _state(request.query.get("toestand", ""))

    at, mail = datetime.now(UTC), request.config_dict[SETTINGS].mail

    def read(session: Session) -> Shown:
        found = requests_by_status(session, shown)
        details = {one.id: details_of(session, one.id) for one in found}
        answers = answers_to(session, details)
        listed = Shown(
            found=list(found),
            sealed={id for id, one in details.items() if one is not None},
            mailable={id for id, one in details.items() if one and one.email and mail},
            answers={id: state_of(one, at=at) for id, one in answers.items()},
            stopped=needs_person(session, at=at),
        )
        session.expunge_all()
        return listed

    listed = await request.config_dict[DATABASE].read(read)
    return page(
        request,
        "requests.html.j2",
        status=status,
        problem=problem,
        opened=opened,
        listed=listed,
        said=DONE.get(request.query.get("gedaan", ""), ""),
        shown=shown,
        labels=LABELS,
        kinds=RequestKind,
        library=library(request),
    )


def _state(typed: str) -> Status:
    return Status(typed) if typed in list(Status) else Status.OPEN
