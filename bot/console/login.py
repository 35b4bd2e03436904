"""Logging in and out."""

from __future__ import annotations

from datetime import UTC, datetime

from aiohttp import web
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.console.acting import act
from bot.console.cookie import clear_cookie, secret_of, set_cookie
from bot.console.guard import colleague
from bot.console.render import COLLEAGUE, page
from bot.errors import Overloaded
from bot.gateway.addresses import client_address
from bot.gateway.keys import AUDIT, DATABASE, SETTINGS
from bot.handover.presence import leave as leave_presence
from bot.staff.accounts import credentials
from bot.staff.limits import admit, forgive, note_failure
from bot.staff.passwords import fits
from bot.staff.sessions import Secret, close_session, open_session

HOME = "/console"
WRONG = "De aanmeldnaam of het wachtwoord klopt niet."
NO_PASSWORDS = "Met een wachtwoord aanmelden is uitgeschakeld. Meld u aan via uw organisatie."


async def show(request: web.Request) -> web.StreamResponse:
    """The login page."""
    if request.get(COLLEAGUE) is not None:
        raise web.HTTPSeeOther(HOME)
    left = "afgemeld" in request.query
    return form(request, target=request.query.get("naar", HOME), left=left)


async def enter(request: web.Request) -> web.StreamResponse:
    """Check a password; a login that fails says neither which of the two was wrong nor whether the account exists."""
    if not request.config_dict[SETTINGS].local_login:
        return form(request, target=HOME, problem=NO_PASSWORDS, status=403)
    sent = await request.post()
    login, password = str(sent.get("login", "")), str(sent.get("password", ""))
    target = str(sent.get("naar", HOME))
    try:
        secret = await _try(request, login, password)
    except Overloaded as error:
        return form(request, target=target, login=login, problem=error.detail, status=429)
    if secret is None:
        return form(request, target=target, login=login, problem=WRONG, status=403)
    response = web.HTTPSeeOther(inside(target))
    set_cookie(response, secret)
    raise response


async def leave(request: web.Request) -> web.StreamResponse:
    """End the session."""
    secret, by_openid = secret_of(request), False
    if secret and request.get(COLLEAGUE) is not None:
        actor, by_openid = colleague(request).id, colleague(request).by_openid

        def end(session: Session) -> None:
            leave_presence(session, actor)
            close_session(session, secret)

        await act(request, Act.LOGGED_OUT, None, end)
    response = web.HTTPSeeOther(f"/console/aanmelden{'?afgemeld' if by_openid else ''}")
    clear_cookie(response)
    raise response


async def _try(request: web.Request, login: str, password: str) -> Secret | None:
    """A new session, or None; raises Overloaded after too many failures."""
    database, at, address = (
        request.config_dict[DATABASE],
        datetime.now(UTC),
        client_address(request),
    )
    await database.read(lambda session: admit(session, login=login, address=address, at=at))
    account = await database.read(lambda session: credentials(session, login))
    stored = None if account is None else account.password
    audit, actor = request.config_dict[AUDIT], "onbekend" if account is None else account.id
    if not await fits(password, stored) or account is None:

        def refuse(session: Session) -> None:
            note_failure(session, login=login, address=address, at=at)
            audit.note(session, actor=actor, act=Act.LOGGED_IN, allowed=False)

        await database.write(refuse)
        return None

    def let_in(session: Session) -> Secret:
        forgive(session, login=login)
        audit.note(session, actor=actor, act=Act.LOGGED_IN)
        return open_session(session, actor, at=at)

    opened: Secret = await database.write(let_in)
    return opened


def form(
    request: web.Request,
    *,
    target: str,
    login: str = "",
    problem: str = "",
    code: str = "",
    left: bool = False,
    status: int = 200,
) -> web.Response:
    """The login page; `code` is what a manager needs to link an account, `left` is after logging out."""
    settings = request.config_dict[SETTINGS]
    return page(
        request,
        "login.html.j2",
        status=status,
        target=target,
        login=login,
        problem=problem,
        code=code,
        left=left,
        organisation=None if settings.openid is None else settings.openid.name,
        local=settings.local_login,
    )


def inside(target: str) -> str:
    """Where to go after logging in: within the console, never to another site."""
    inside = target == HOME or target.startswith((f"{HOME}/", f"{HOME}?"))
    return target if inside and "\\" not in target else HOME
