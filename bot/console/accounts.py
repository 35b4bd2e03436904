"""The people of the helpdesk, for a manager: adding, changing roles, shutting accounts."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable

from aiohttp import web
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.console.acting import act, note_view
from bot.console.forms import choice, text_of
from bot.console.guard import needs
from bot.console.login import NO_PASSWORDS
from bot.console.render import page
from bot.errors import Unknown, WegwijsError
from bot.gateway.keys import DATABASE, SETTINGS
from bot.staff import accounts, linking
from bot.staff.models import Account
from bot.staff.passwords import hashed
from bot.staff.roles import Right, Role

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without the characters that look alike on paper."""


@needs(Right.MANAGE)
async def show(request: web.Request) -> web.StreamResponse:
    """The list."""
    await note_view(request, "accounts")
    return await _page(request)


@needs(Right.MANAGE)
async def add(request: web.Request) -> web.StreamResponse:
    """Make an account; its first password is shown on this one answer only."""
    form = await request.post()
    login, name, email = (text_of(form, one) for one in ("login", "naam", "email"))
    settings = request.config_dict[SETTINGS]
    password, stored = await _new_password()

    def work(session: Session) -> None:
        role, local = choice(Role, form, "rol"), settings.local_login
        account = accounts.create(
            session,
            login=login,
            name=name,
            role=role,
            password=stored if local else None,
            once=local,
        )
        if email and settings.openid is not None:
            linking.expect(session, account, email=email)

    try:
        await act(request, Act.CHANGED, "accounts", work)
    except WegwijsError as error:
        typed = {"login": login, "naam": name, "email": email}
        return await _page(request, status=error.status, problem=error.detail, typed=typed)
    if not settings.local_login:
        raise web.HTTPSeeOther("/console/accounts")
    return await _page(request, fresh=(login.casefold(), password))


@needs(Right.MANAGE)
async def renew(request: web.Request) -> web.StreamResponse:
    """Give a new password, shown once; every session of the person ends."""
    if not request.config_dict[SETTINGS].local_login:
        return await _page(request, status=409, problem=NO_PASSWORDS)
    password, stored = await _new_password()
    named: list[str] = []

    def work(session: Session, login: str) -> None:
        accounts.set_password(session, login, stored, once=True)
        named.append(login)

    refused = await _change(request, work)
    return refused or await _page(request, fresh=(named[0], password))


@needs(Right.MANAGE)
async def give_role(request: web.Request) -> web.StreamResponse:
    """Give another role."""
    form = await request.post()
    return await _change_and_show(
        request, lambda s, login: accounts.set_role(s, login, choice(Role, form, "rol"))
    )


@needs(Right.MANAGE)
async def shut(request: web.Request) -> web.StreamResponse:
    """Shut an account, or open it again."""
    act_on = accounts.enable if (await request.post()).get("open") == "ja" else accounts.disable
    return await _change_and_show(request, act_on)


@needs(Right.MANAGE)
async def connect(request: web.Request) -> web.StreamResponse:
    """Link an account to a person at the organisation, or take the link away."""
    form, openid = await request.post(), request.config_dict[SETTINGS].openid
    if openid is None:
        raise Unknown("Aanmelden via de organisatie is hier niet ingesteld.")
    kind, value = text_of(form, "wijze"), text_of(form, "waarde")

    def work(session: Session, login: str) -> None:
        account = accounts.known(session, login)
        if kind == "code":
            linking.link(session, account, issuer=openid.issuer, subject=value)
        elif kind == "email":
            linking.expect(session, account, email=value)
        else:
            linking.unlink(session, account)

    return await _change_and_show(request, work)


async def _change_and_show(
    request: web.Request, work: Callable[[Session, str], object]
) -> web.StreamResponse:
    refused = await _change(request, work)
    if refused is None:
        raise web.HTTPSeeOther("/console/accounts")
    return refused


async def _change(
    request: web.Request, work: Callable[[Session, str], object]
) -> web.Response | None:
    """Change one account; gives the page with why when it is refused."""
    id = request.match_info["id"]

    def change(session: Session) -> None:
        login = session.scalar(select(Account.login).where(Account.id == id))
        if login is None:
            raise Unknown("Dit account bestaat niet.")
        work(session, login)

    try:
        await act(request, Act.CHANGED, f"account:{id}", change)
    except WegwijsError as error:
        return await _page(request, status=error.status, problem=error.detail)
    return None


async def _new_password() -> tuple[str, str]:
    """A password of 20 characters, in groups to read out, and its hash."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(20))
    password = "-".join(drawn[place : place + 5] for place in range(0, 20, 5))
    return password, await asyncio.to_thread(hashed, password)


async def _page(
    request: web.Request,
    *,
    status: int = 200,
    problem: str = "",
    fresh: tuple[str, str] | None = None,
    typed: dict[str, str] | None = None,
) -> web.Response:
    def read(session: Session) -> list[Account]:
        found = accounts.all_accounts(session)
        session.expunge_all()
        return found

    settings = request.config_dict[SETTINGS]
    return page(
        request,
        "accounts.html.j2",
        status=status,
        problem=problem,
        fresh=fresh,
        typed=typed or {"login": "", "naam": "", "email": ""},
        organisation=None if settings.openid is None else settings.openid.name,
        issuer=None if settings.openid is None else settings.openid.issuer,
        local=settings.local_login,
        people=await request.config_dict[DATABASE].read(read),
        roles=list(Role),
    )
