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
from bot.console.login import NO_PASSWORDS
from bot.console.render import page
from bot.errors import InvalidInput
from bot.gateway.keys import DATABASE, SETTINGS
from bot.staff import accounts
from bot.staff.models import Account
from bot.staff.passwords import fits, hashed
from bot.staff.roles import Right
from bot.staff.sessions import Secret, open_session


@needs(Right.SEE_FIGURES)
async def show(request: web.Request) -> web.StreamResponse:
    """The form, or that there is no password to change."""
    return _page(request)


@needs(Right.SEE_FIGURES)
async def change(request: web.Request) -> web.StreamResponse:
    """Change it when the old one is right; every other session of this person ends."""
    form, me = await request.post(), colleague(request).id
    account = await request.config_dict[DATABASE].read(lambda s: _account(s, me))
    try:
        if not request.config_dict[SETTINGS].local_login:
            raise InvalidInput(NO_PASSWORDS)
        if not await fits(str(form.get("oud", "")), account[1]):
            raise InvalidInput("Uw huidige wachtwoord klopt niet.")
        stored = await asyncio.to_thread(hashed, str(form.get("nieuw", "")))
    except InvalidInput as error:
        return _page(request, status=400, problem=error.detail)

    def work(session: Session) -> Secret:
        accounts.set_password(session, account[0], stored)
        return open_session(session, me, at=datetime.now(UTC))

    secret = await act(request, Act.CHANGED, f"account:{me}", work)
    response = _page(request, done=True)
    set_cookie(response, secret)
    return response


def _page(
    request: web.Request, *, status: int = 200, problem: str = "", done: bool = False
) -> web.Response:
    local = request.config_dict[SETTINGS].local_login
    return page(
        request, "own_password.html.j2", status=status, problem=problem, done=done, local=local
    )


def _account(session: Session, id: str) -> tuple[str, str | None]:
    found = session.get_one(Account, id)
    return found.login, found.password
