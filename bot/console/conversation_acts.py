"""What a colleague does in a conversation: each act one form, one transaction, one line in the audit log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from aiohttp import web
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.console.acting import act, found, note
from bot.console.conversation import OUTCOMES, conversation_id, render
from bot.console.forms import choice, client_id_of, text_of
from bot.console.guard import colleague, needs
from bot.conversations import takeover
from bot.conversations.models import State
from bot.errors import FilterFailed, InvalidInput, WegwijsError
from bot.gateway.keys import WAKEUPS
from bot.privacy.text import CleanText
from bot.registration.models import Outcome
from bot.staff import accounts
from bot.staff.roles import Right, Role

Work = Callable[[Session], Any]


@needs(Right.ANSWER)
async def claim(request: web.Request) -> web.StreamResponse:
    """Take it over."""
    conversation, me = conversation_id(request), colleague(request).id
    return await do(
        request, Act.CLAIMED, "overgenomen", lambda s: takeover.claim(s, conversation, me)
    )


@needs(Right.ANSWER)
async def release(request: web.Request) -> web.StreamResponse:
    """Give it back, to the queue or to the assistant."""
    conversation, me = conversation_id(request), colleague(request).id
    to = State.BOT if (await request.post()).get("naar") == "assistent" else State.WAITING
    return await do(
        request,
        Act.RELEASED,
        "assistent" if to is State.BOT else "wachtrij",
        lambda s: takeover.release(s, conversation, me, to=to),
    )


@needs(Right.ANSWER)
async def transfer(request: web.Request) -> web.StreamResponse:
    """Hand it to a colleague who answers."""
    conversation, me = conversation_id(request), colleague(request).id
    to = text_of(await request.post(), "collega")

    def work(session: Session) -> None:
        people = {one.id: one for one in accounts.all_accounts(session) if not one.disabled}
        if to not in people or Right.ANSWER not in Role(people[to].role).rights:
            raise InvalidInput("Kies een collega aan wie u het gesprek geeft.")
        takeover.transfer(session, conversation, me, to=to)

    return await do(request, Act.TRANSFERRED, "doorgegeven", work)


@needs(Right.ANSWER)
async def relieve(request: web.Request) -> web.StreamResponse:
    """Take it over from a colleague who left without handing it over."""
    conversation, me = conversation_id(request), colleague(request).id
    return await do(
        request, Act.CLAIMED, "overgenomen", lambda s: takeover.relieve(s, conversation, me)
    )


@needs(Right.ANSWER)
async def reply(request: web.Request) -> web.StreamResponse:
    """Say something to the visitor, behind the privacy filter."""
    conversation, me = conversation_id(request), colleague(request).id
    form = await request.post()
    typed, client_id = text_of(form, "antwoord"), client_id_of(form)

    def work(session: Session, text: CleanText) -> None:
        takeover.reply(session, conversation, me, client_id=client_id, text=text)

    return await _say(request, Act.REPLIED, "antwoord", typed, work)


@needs(Right.ANSWER)
async def write_note(request: web.Request) -> web.StreamResponse:
    """Write something for colleagues, behind the privacy filter."""
    conversation, me = conversation_id(request), colleague(request).id

    def work(session: Session, text: CleanText) -> None:
        takeover.note(session, conversation, me, text)

    return await _say(request, Act.NOTED, "nota", text_of(await request.post(), "nota"), work)


@needs(Right.ANSWER)
async def finish(request: web.Request) -> web.StreamResponse:
    """Close it with what came of it."""
    conversation, me = conversation_id(request), colleague(request).id
    form = await request.post()

    def work(session: Session) -> None:
        outcome = choice(Outcome, form, "afloop")
        if outcome not in OUTCOMES:
            raise InvalidInput("Kies hoe het gesprek afliep.")
        takeover.finish(session, conversation, me, outcome=outcome)

    return await do(request, Act.CLOSED, "afgesloten", work)


@needs(Right.ANSWER)
async def reopen(request: web.Request) -> web.StreamResponse:
    """Take a closed one up again."""
    conversation, me = conversation_id(request), colleague(request).id
    return await do(
        request, Act.REOPENED, "heropend", lambda s: takeover.reopen(s, conversation, me)
    )


async def do(
    request: web.Request,
    what: Act,
    done: str,
    work: Work,
    *,
    typed: dict[str, str] | None = None,
    masked: str = "",
) -> web.StreamResponse:
    """One act; when it is refused, the page says why and keeps what was typed."""
    conversation = conversation_id(request)
    try:
        await act(request, what, f"gesprek:{conversation}", work)
    except WegwijsError as error:
        await note(request, what, f"gesprek:{conversation}", allowed=False)
        return await render(request, status=error.status, problem=error.detail, typed=typed)
    request.config_dict[WAKEUPS].notify(conversation)
    told = urlencode({"gedaan": done} | ({"gemaskeerd": masked} if masked else {}))
    # A place in the address would keep the browser from putting the cursor into the answer.
    place = "" if done == "overgenomen" else "#melding"
    raise web.HTTPSeeOther(f"/console/gesprek/{conversation}?{told}{place}")


async def _say(
    request: web.Request,
    what: Act,
    field: str,
    typed: str,
    work: Callable[[Session, CleanText], None],
) -> web.StreamResponse:
    if not typed:
        return await render(request, status=400, problem="Typ eerst een tekst.")
    try:
        personal = await found(request, typed)
    except FilterFailed as error:
        return await render(
            request, status=error.status, problem=error.detail, typed={field: typed}
        )
    masked = ",".join(sorted({one.kind.value for one in personal.spans}))
    conversation = conversation_id(request)
    return await do(
        request,
        what,
        field,
        lambda session: work(session, takeover.masked(session, conversation, personal)),
        typed={field: typed},
        masked=masked,
    )
