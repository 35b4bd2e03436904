"""A municipality's own figures: a page with a form that takes its code, so that no address ever holds one."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from aiohttp import web
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.errors import Overloaded
from bot.gateway.addresses import client_address
from bot.gateway.keys import AUDIT, DATABASE, LIMITS, SETTINGS
from bot.knowledge.library import Library, load_library
from bot.knowledge.municipalities import Municipality
from bot.publication.tokens import Opened, opened_by
from bot.statistics.closing import municipal_months

if TYPE_CHECKING:
    from bot.publication.own_page import Seen

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
WRONG = "Deze code is niet geldig. Vraag de helpdesk een nieuwe."
UNKNOWN_PERIOD = "Kies een periode uit de lijst."


async def show(request: web.Request) -> web.Response:
    """The form."""
    return await _page(request)


async def read(request: web.Request) -> web.Response:
    """The figures of the municipality whose code this is; which code was wrong is not kept."""
    try:
        request.app[LIMITS].figures(client_address(request))
    except Overloaded as error:
        return await _page(
            request,
            problem=error.detail,
            status=429,
            headers={"Retry-After": str(error.retry_after)},
        )
    sent = await request.post()
    code, period = str(sent.get("code", "")), str(sent.get("periode", ""))
    known = load_library(request.app[SETTINGS].knowledge)
    opened = await request.app[DATABASE].read(lambda session: opened_by(session, code))
    municipality = None if opened is None else known.municipalities.get(opened.municipality)
    if opened is None or municipality is None:
        await _note(request, None)
        return await _page(request, problem=WRONG, period=period, status=403)
    await _note(request, opened)
    return await _figures(request, known, municipality, period)


async def _figures(
    request: web.Request, known: Library, municipality: Municipality, period: str
) -> web.Response:
    from bot.publication import own, own_page

    if period not in await _offered(request):
        return await _page(request, problem=UNKNOWN_PERIOD, status=400)
    figures = await request.app[DATABASE].read(
        lambda session: own.own_figures(session, known, municipality.nis, period)
    )
    return await _page(request, period=period, seen=own_page.Seen(municipality, figures))


async def _offered(request: web.Request) -> list[str]:
    """The periods that can be chosen."""
    from bot.publication.own import periods

    closed = await request.app[DATABASE].read(municipal_months)
    return await asyncio.to_thread(periods, closed, datetime.now(UTC))


async def _note(request: web.Request, opened: Opened | None) -> None:
    audit = request.app[AUDIT]
    actor = "onbekend" if opened is None else f"gemeentecode:{opened.id}"
    object = "cijfers" if opened is None else f"cijfers:{opened.municipality}"

    def note(session: Session) -> None:
        audit.note(session, actor=actor, act=Act.VIEWED, object=object, allowed=opened is not None)

    await request.app[DATABASE].write(note)


async def _page(
    request: web.Request,
    *,
    period: str = "",
    problem: str = "",
    seen: Seen | None = None,
    status: int = 200,
    headers: dict[str, str] | None = None,
) -> web.Response:
    return web.Response(
        text=await asyncio.to_thread(_render, await _offered(request), period, problem, seen),
        status=status,
        content_type="text/html",
        headers={"Content-Security-Policy": POLICY, **(headers or {})},
    )


def _render(offered: list[str], period: str, problem: str, seen: Seen | None) -> str:
    # What proves that nothing small can be worked out is a large library, that only this page needs: it is loaded
    # when somebody comes, beside the event loop.
    from bot.publication.own_page import render

    return render(offered, period=period, problem=problem, seen=seen)
