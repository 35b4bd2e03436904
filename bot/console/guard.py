"""Who may do what in the console: requests from other sites are refused, and each page names the right it needs."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

from aiohttp import web

from bot.audit.models import Act
from bot.console.acting import note
from bot.console.cookie import secret_of
from bot.console.render import COLLEAGUE, page
from bot.errors import WegwijsError
from bot.gateway.keys import DATABASE
from bot.staff.roles import Right
from bot.staff.sessions import Colleague, colleague_of, touch

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

FIRST_OF_ALL = "/console/wachtwoord"
"""The only page for who still has the password that a manager made."""

SAFE = ("GET", "HEAD")


@web.middleware
async def own_site_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse what another site makes a browser send: Fetch Metadata, and Origin where a browser does not tell.

    https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
    """
    if request.method not in SAFE and not _from_here(request):
        return page(
            request, "error.html.j2", status=403, message="Dit verzoek kwam van een andere site."
        )
    return await handler(request)


def _from_here(request: web.Request) -> bool:
    told = request.headers.get("Sec-Fetch-Site")
    if told is not None:
        return told == "same-origin"
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc == request.host


@web.middleware
async def errors_as_pages(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Show an error that was raised on purpose as a page, or as a line for a script."""
    try:
        return await handler(request)
    except WegwijsError as error:
        if request.headers.get("Accept") == "application/json":
            raise
        return page(request, "error.html.j2", status=error.status, message=error.detail)


@web.middleware
async def who_is_there(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Find who the cookie belongs to, and note that the session is used."""
    secret, at, database = secret_of(request), datetime.now(UTC), request.config_dict[DATABASE]
    if secret:
        found = await database.read(lambda session: colleague_of(session, secret, at=at))
        if found is not None:
            request[COLLEAGUE] = found
            await database.write(lambda session: touch(session, secret, at=at))
    return await handler(request)


def needs(right: Right) -> Callable[[Handler], Handler]:
    """Let only those through whose role grants a right; who is not logged in goes to the login page."""

    def guarded(handler: Handler) -> Handler:
        @functools.wraps(handler)
        async def guard(request: web.Request) -> web.StreamResponse:
            colleague = request.get(COLLEAGUE)
            if colleague is None:
                raise web.HTTPSeeOther(f"/console/aanmelden?naar={quote(request.path_qs, safe='')}")
            if colleague.password_once and request.path != FIRST_OF_ALL:
                raise web.HTTPSeeOther(FIRST_OF_ALL)
            if not colleague.may(right):
                await note(
                    request,
                    Act.VIEWED if request.method in SAFE else Act.CHANGED,
                    request.path[:80],
                    allowed=False,
                )
                message = "Uw rol geeft geen toegang tot deze pagina. Vraag het aan een beheerder."
                return page(request, "error.html.j2", status=403, message=message)
            return await handler(request)

        guard.needs = right  # type: ignore[attr-defined]
        return guard

    return guarded


def colleague(request: web.Request) -> Colleague:
    """Who is logged in, behind `needs`."""
    found: Colleague = request[COLLEAGUE]
    return found
