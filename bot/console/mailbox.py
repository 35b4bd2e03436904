"""What a mailbox proposes to count: one key accepts it, after a correction where it is wrong, or it is rejected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from aiohttp import web
from multidict import MultiMapping
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.console.acting import act, library, note_view
from bot.console.forms import choice, contact_of, day_as_typed, municipality_of, text_of, topic_of
from bot.console.guard import needs
from bot.console.mailbox_texts import SettledTexts
from bot.console.render import page
from bot.errors import InvalidInput, Unknown, WegwijsError
from bot.gateway.keys import DATABASE
from bot.handover.opening import BRUSSELS
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library
from bot.mailbox.models import MailProposal
from bot.mailbox.store import Chosen, accept, count_waiting, reject, waiting
from bot.mailbox.undoing import undo
from bot.staff.roles import Right
from bot.statistics.closing import closed_at, refuse_closed_day

AT_ONCE = 20
"""Proposals on one page."""
TOLD = {
    "aanvaard": "Aanvaard en geteld.",
    "afgesloten": (
        "Aanvaard. De maand van deze mail is al afgesloten: het verslag van die maand verandert niet, maar de mail "
        "telt wel in de cijfers van het jaar en in het antwoord op de parlementaire vraag."
    ),
    "verworpen": "Verworpen: dit telt nergens.",
    "terug": "Ongedaan gemaakt: deze mail wacht weer in de lijst.",
}
"""What is said after an act."""
SETTLED = web.AppKey("settled", SettledTexts)
_ID = re.compile(r"[0-9a-f]{32}")
MOST = 12
"""Topics or services that one proposal can have."""


@dataclass(frozen=True)
class _Settled:
    """What a decision leaves: the text as it was, for taking it back, and what is said."""

    text: str | None
    done: str
    """Key of TOLD."""


@needs(Right.REGISTER)
async def show(request: web.Request) -> web.StreamResponse:
    """The proposals that wait, oldest first."""
    done, id = request.query.get("klaar", ""), request.query.get("mail", "")
    told = TOLD.get(done, "")
    await note_view(request, "postbus", refreshed=bool(told))
    undoable = id if told and done != "terug" and _ID.fullmatch(id) else ""
    return await _page(request, told=told, undoable=undoable)


@needs(Right.REGISTER)
async def accept_one(request: web.Request) -> web.StreamResponse:
    """Count a proposal as the form has it."""
    id, known, form = request.match_info["id"], library(request), await request.post()

    def work(session: Session) -> _Settled:
        record = _proposal(session, id)
        text, chosen = record.text, _chosen(form, record, known)
        if chosen.opened_at != record.opened_at:
            refuse_closed_day(session, chosen.opened_at)
        accept(session, id, chosen, known, at=datetime.now(UTC))
        closed = closed_at(session, chosen.opened_at) is not None
        return _Settled(text, "afgesloten" if closed else "aanvaard")

    return await _settle(request, Act.ACCEPTED, work)


@needs(Right.REGISTER)
async def reject_one(request: web.Request) -> web.StreamResponse:
    """Count a proposal nowhere."""
    id = request.match_info["id"]

    def work(session: Session) -> _Settled:
        text = _proposal(session, id).text
        reject(session, id, at=datetime.now(UTC))
        return _Settled(text, "verworpen")

    return await _settle(request, Act.REJECTED, work)


@needs(Right.REGISTER)
async def undo_one(request: web.Request) -> web.StreamResponse:
    """Take back what was just decided: the proposal waits again."""
    id, settled = request.match_info["id"], request.app[SETTLED]
    try:
        await act(
            request,
            Act.REOPENED,
            f"mail:{id}"[:80],
            lambda session: undo(session, id, text=settled.of(id), at=datetime.now(UTC)),
        )
    except WegwijsError as error:
        return await _page(request, status=error.status, problem=error.detail)
    settled.forget(id)
    raise web.HTTPSeeOther("/console/mailbox?klaar=terug")


async def _settle(
    request: web.Request, what: Act, work: Callable[[Session], _Settled]
) -> web.StreamResponse:
    id = request.match_info["id"]
    try:
        settled = await act(request, what, f"mail:{id}"[:80], work)
    except WegwijsError as error:
        return await _page(request, status=error.status, problem=error.detail)
    request.app[SETTLED].keep(id, settled.text)
    await request.config_dict[DATABASE].scrub_soon()
    raise web.HTTPSeeOther(f"/console/mailbox?klaar={settled.done}&mail={id}")


def _proposal(session: Session, id: str) -> MailProposal:
    record = session.get(MailProposal, id)
    if record is None:
        raise Unknown("Dit voorstel bestaat niet.")
    return record


def _chosen(form: MultiMapping[Any], record: MailProposal, known: Library) -> Chosen:
    """What a colleague made of it; raises InvalidInput (Dutch)."""
    topics = [topic_of({"een": one}, "een", known) for one in _all(form, "onderwerp")]
    services = [contact_of({"een": one}, "een", known) for one in _all(form, "verwijzing") if one]
    return Chosen(
        topics=tuple(dict.fromkeys(one for one in topics if one is not None)),
        audience=choice(Audience, form, "doelgroep"),
        municipality=municipality_of(form, "gemeente", known),
        referrals=tuple(dict.fromkeys(one.id for one in services)),
        opened_at=_day(text_of(form, "datum")) or record.opened_at,
    )


def _all(form: MultiMapping[Any], name: str) -> Iterable[str]:
    return [str(one) for one in form.getall(name, [])[:MOST]]


def _day(typed: str) -> datetime | None:
    """Noon of a day that a colleague gave, as no mail told it."""
    if not typed:
        return None
    day = day_as_typed(typed)
    if day is None:
        raise InvalidInput("Geef de datum als jjjj-mm-dd.")
    moment = datetime.combine(day, time(12), BRUSSELS).astimezone(UTC)
    if moment > datetime.now(UTC).replace(hour=23, minute=59) or day.year < 1995:
        raise InvalidInput("Deze datum ligt in de toekomst, of te ver in het verleden.")
    return moment


async def _page(
    request: web.Request,
    *,
    status: int = 200,
    problem: str = "",
    told: str = "",
    undoable: str = "",
) -> web.Response:
    def read(session: Session) -> tuple[list[MailProposal], int]:
        found, number = waiting(session, limit=AT_ONCE), count_waiting(session)
        session.expunge_all()
        return found, number

    found, number = await request.config_dict[DATABASE].read(read)
    return page(
        request,
        "mailbox.html.j2",
        status=status,
        problem=problem,
        told=told,
        undoable=undoable,
        found=found,
        number=number,
        audiences=Audience,
        library=library(request),
    )
