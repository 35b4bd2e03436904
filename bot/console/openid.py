"""Logging in by the organisation: out to the provider, and back with what it says."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from urllib.parse import quote, unquote, urlencode

from aiohttp import web
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.console.cookie import SET_OUT, clear_attempt, set_attempt, set_cookie
from bot.console.login import form, inside
from bot.console.render import COLLEAGUE
from bot.errors import Conflict, Overloaded, Unavailable, Unknown
from bot.gateway.addresses import client_address
from bot.gateway.keys import AUDIT, DATABASE
from bot.openid.attempt import Attempt, way_back, way_out
from bot.openid.entering import Verdict, enter
from bot.openid.provider import Provider
from bot.openid.settings import OpenId
from bot.openid.token import Identity, Refused
from bot.staff.limits import admit, note_failure
from bot.staff.sessions import Secret, open_session

log = logging.getLogger(__name__)

PROVIDER = web.AppKey("provider", Provider)

FAILED = "Aanmelden via uw organisatie is niet gelukt. Probeer het opnieuw."
BEGIN_AGAIN = "Deze aanmelding is verlopen of begon in een andere browser. Begin opnieuw."
ROLE_STAYS = (
    "Uw organisatie geeft u een andere rol, maar u bent de enige beheerder. Maak eerst een andere."
)


def hold_provider(app: web.Application, settings: OpenId) -> None:
    """Keep what is known of the provider, for as long as the console runs."""
    provider = app[PROVIDER] = Provider(settings)

    async def close(app: web.Application) -> None:
        await provider.close()

    app.on_cleanup.append(close)


async def depart(request: web.Request) -> web.StreamResponse:
    """Send a browser to the provider; the login page says so when that does not answer."""
    if request.get(COLLEAGUE) is not None:
        raise web.HTTPSeeOther("/console")
    target, attempt = request.query.get("naar", "/console"), Attempt.new()
    try:
        await _admit(request)
        address = await way_out(_provider(request), attempt)
    except (Overloaded, Unavailable) as error:
        return form(request, target=target, problem=error.detail, status=error.status)
    response = web.HTTPFound(address)
    set_attempt(response, f"{attempt.as_cookie()}.{quote(inside(target), safe='')}")
    raise response


async def come_back(request: web.Request) -> web.StreamResponse:
    """Take what the provider sends back, once; the browser comes here from another site, by navigating only."""
    attempt, target = _attempt(request)
    if attempt is None or not _navigates(request):
        return form(request, target="/console", problem=BEGIN_AGAIN, status=403)
    try:
        await _admit(request)
        who = await _who(request, attempt)
        secret, verdict = await _enter(request, who)
    except Refused as error:
        log.warning("OpenID Connect login refused: %s", error)
        await _note_refusal(request)
        return _refuse(request, target, Verdict(None, FAILED), status=403)
    except (Overloaded, Unavailable) as error:
        return _refuse(request, target, Verdict(None, error.detail), status=error.status)
    except Conflict:
        await _note_refusal(request)
        return _refuse(request, target, Verdict(None, ROLE_STAYS), status=409)
    if secret is None:
        return _refuse(request, target, verdict, status=403)
    response = web.HTTPSeeOther(target)
    set_cookie(response, secret)
    clear_attempt(response)
    raise response


async def leave_organisation(request: web.Request) -> web.StreamResponse:
    """After logging out here, log out at the provider too."""
    provider = _provider(request)
    try:
        address = (await provider.document()).end_session_endpoint
    except Unavailable as error:
        return form(request, target="/console", problem=error.detail, status=error.status)
    if address is None:
        message = "Uw organisatie biedt dit niet aan. Sluit uw browser om er af te melden."
        return form(request, target="/console", problem=message)
    raise web.HTTPFound(f"{address}?{urlencode({'client_id': provider.settings.client_id})}")


async def _who(request: web.Request, attempt: Attempt) -> Identity:
    query = request.query
    if "error" in query:
        raise Refused("the provider refused")
    return await way_back(
        _provider(request),
        attempt,
        state=query.get("state", ""),
        code=query.get("code", ""),
        issuer=query.get("iss"),
    )


async def _enter(request: web.Request, who: Identity) -> tuple[Secret | None, Verdict]:
    """A session for whose account it is, with its lines in the audit log, in one transaction."""
    audit, at, address = request.config_dict[AUDIT], datetime.now(UTC), client_address(request)
    settings = _provider(request).settings

    def work(session: Session) -> tuple[Secret | None, Verdict]:
        verdict = enter(session, who, settings)
        actor = verdict.account or "onbekend"
        if verdict.refusal or verdict.account is None:
            note_failure(session, login=None, address=address, at=at)
            audit.note(session, actor=actor, act=Act.LOGGED_IN, object="organisatie", allowed=False)
            return None, verdict
        if verdict.changed:
            audit.note(session, actor=actor, act=Act.CHANGED, object=f"account:{actor}")
        audit.note(session, actor=actor, act=Act.LOGGED_IN, object="organisatie")
        return open_session(session, verdict.account, at=at, by_openid=True), verdict

    done: tuple[Secret | None, Verdict] = await request.config_dict[DATABASE].write(work)
    return done


async def _admit(request: web.Request) -> None:
    at, address = datetime.now(UTC), client_address(request)
    await request.config_dict[DATABASE].read(
        lambda session: admit(session, login=None, address=address, at=at)
    )


async def _note_refusal(request: web.Request) -> None:
    audit, at, address = request.config_dict[AUDIT], datetime.now(UTC), client_address(request)

    def work(session: Session) -> None:
        note_failure(session, login=None, address=address, at=at)
        audit.note(
            session, actor="onbekend", act=Act.LOGGED_IN, object="organisatie", allowed=False
        )

    await request.config_dict[DATABASE].write(work)


def _refuse(request: web.Request, target: str, verdict: Verdict, *, status: int) -> web.Response:
    response = form(
        request, target=target, problem=verdict.refusal, code=verdict.code, status=status
    )
    clear_attempt(response)
    return response


def _attempt(request: web.Request) -> tuple[Attempt | None, str]:
    """The login that this browser began, and where it wanted to go."""
    kept, _, target = request.cookies.get(SET_OUT, "").rpartition(".")
    return Attempt.from_cookie(kept), inside(unquote(target))


def _navigates(request: web.Request) -> bool:
    """Whether a person's browser opens this as a page: no image, frame or script of another site does."""
    mode = request.headers.get("Sec-Fetch-Mode", "navigate")
    destination = request.headers.get("Sec-Fetch-Dest", "document")
    return mode == "navigate" and destination == "document"


def _provider(request: web.Request) -> Provider:
    provider = request.app.get(PROVIDER)
    if provider is None:
        raise Unknown("Aanmelden via de organisatie is hier niet ingesteld.")
    return provider
