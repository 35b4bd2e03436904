"""One's own password: the one that a manager made is for the first time only."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from aiohttp import web
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.console.acting import act
from bot.console.cookie import set_cookie
from bot.console.guard import colleague, needs
from bot.console.render import page
from bot.errors import InvalidInput
from bot.gateway.keys import DATABASE
from bot.staff import accounts
from bot.staff.models import Account
from bot.staff.passwords import fits, hashed
from bot.staff.roles import Right
from bot.staff.sessions import Secret, open_session


@needs(Right.SEE_FIGURES)
async def show(request: web.Request) -> web.StreamResponse:
    """The form."""
    return page(request, "own_password.html.j2", problem="", done=False)


@needs(Right.SEE_FIGURES)
async def change(request: web.Request) -> web.StreamResponse:
    """Change it when the old one is right; every other session of this person ends."""
    form, me = await request.post(), colleague(request).id
    account = await request.config_dict[DATABASE].read(lambda s: _account(s, me))
    try:
        if not await fits(str(form.get("oud", "")), account[1]):
            raise InvalidInput("Uw huidige wachtwoord klopt niet.")
        stored = await asyncio.to_thread(hashed, str(form.get("nieuw", "")))
    except InvalidInput as error:
        return page(request, "own_password.html.j2", status=400, problem=error.detail, done=False)

    def work(session: Session) -> Secret:
        accounts.set_password(session, account[0], stored)
        return open_session(session, me, at=datetime.now(UTC))

    secret = await act(request, Act.CHANGED, f"account:{me}", work)
    response = page(request, "own_password.html.j2", problem="", done=True)
    set_cookie(response, secret)
    return response


def _account(session: Session, id: str) -> tuple[str, str | None]:
    found = session.get_one(Account, id)
    return found.login, found.password
