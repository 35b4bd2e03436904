"""The mails of late: what left, what is still to go, and what asks for a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from aiohttp import web
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.console.acting import act, note_view
from bot.console.guard import needs
from bot.console.render import page
from bot.console.words import day_and_clock
from bot.errors import WegwijsError
from bot.gateway.keys import DATABASE, SETTINGS
from bot.mail import trouble
from bot.mail.models import MailKind, MailState, OutgoingMail
from bot.staff.roles import Right

KINDS = {
    MailKind.WAITING: "Iemand wacht",
    MailKind.REQUEST: "Nieuwe aanvraag",
    MailKind.DIGEST: "Dagoverzicht",
    MailKind.REPORT: "Maandverslag",
    MailKind.ANSWER: "Antwoord aan een bezoeker",
    MailKind.TRANSCRIPT: "Gesprek aan een bezoeker",
}


def state_of(mail: OutgoingMail, *, at: datetime) -> str:
    """How far a mail is, in Dutch."""
    if trouble.is_doubtful(mail, at=at):
        return "Niet zeker of hij aankwam"
    if mail.state == MailState.FAILED:
        return "Mislukt"
    if mail.sent_at is not None and mail.state == MailState.SENT:
        return f"Verstuurd op {day_and_clock(mail.sent_at)}"
    if mail.due_at is not None and mail.attempts:
        return f"Wordt opnieuw geprobeerd vanaf {day_and_clock(mail.due_at)}"
    return "Wordt verstuurd"


@needs(Right.SEE_CONVERSATIONS)
async def show(request: web.Request) -> web.StreamResponse:
    """The list."""
    await note_view(request, "mails")
    return await _page(request)


@needs(Right.ANSWER)
async def again(request: web.Request) -> web.StreamResponse:
    """Let one go once more."""
    return await _change(request, trouble.send_again)


@needs(Right.ANSWER)
async def let_go(request: web.Request) -> web.StreamResponse:
    """Delete one that goes no further."""
    return await _change(request, trouble.let_go)


async def _change(
    request: web.Request, change: Callable[[Session, str, datetime], None]
) -> web.StreamResponse:
    id, at = request.match_info["id"], datetime.now(UTC)
    try:
        await act(request, Act.CHANGED, f"mail:{id}", lambda session: change(session, id, at))
    except WegwijsError as error:
        return await _page(request, status=error.status, problem=error.detail)
    await request.config_dict[DATABASE].scrub_soon()
    raise web.HTTPSeeOther("/console/mails#lijst")


async def _page(request: web.Request, *, status: int = 200, problem: str = "") -> web.Response:
    at, mail = datetime.now(UTC), request.config_dict[SETTINGS].mail

    def read(session: Session) -> list[tuple[OutgoingMail, str, bool]]:
        found = [
            (one, state_of(one, at=at), trouble.is_stopped(one, at=at))
            for one in trouble.latest(session, at=at)
        ]
        session.expunge_all()
        return found

    return page(
        request,
        "mail.html.j2",
        status=status,
        problem=problem,
        found=await request.config_dict[DATABASE].read(read),
        kinds=KINDS,
        server=None if mail is None else mail.host,
    )
