"""What the widget gets of one site: its look as a module and as a stylesheet, and the chat as a page of its own."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from html import escape
from typing import NamedTuple

from aiohttp import web
from sqlalchemy.orm import Session

from bot.conversations.sites import known_site
from bot.gateway import early
from bot.gateway.keys import DATABASE, SETTINGS
from bot.gateway.transcripts import mails_transcripts
from bot.handover.opening import load_opening
from bot.handover.words import hours
from bot.knowledge.library import load_library
from bot.sites.hours import Hours
from bot.sites.look import Look

HELPDESK = "vvsg_helpdesk"
"""Contact that is shown where the chat cannot run."""

_SHORT = "public, max-age=60"
"""A change shows within a minute, and who goes from page to page asks once."""


class Shown(NamedTuple):
    """What the pages of one site are made of."""

    id: str
    origins: list[str]
    look: Look
    hours: Hours | None


async def site_of(request: web.Request, id: str) -> Shown:
    """A site as it is shown; raises Unknown."""

    def read(session: Session) -> Shown:
        found = known_site(session, id)
        return Shown(id, found.origins, Look.of(found.look), found.hours)

    known: Shown = await request.app[DATABASE].read(read)
    return known


async def look_as_module(request: web.Request) -> web.Response:
    """What the loader needs on the host page. Nothing in it is secret: every visitor sees it."""
    look = (await site_of(request, request.match_info["site"])).look
    told = {
        "title": look.title,
        "button": look.button,
        "colour": look.colour or None,
        "text": look.text_colour or None,
        "pages": look.pages,
    }
    return _public(f"export default {json.dumps(told)};", "text/javascript")


async def look_as_styles(request: web.Request) -> web.Response:
    """The colours of the site in the panel. Links, borders and notices keep theirs, which are legible on paper."""
    look = (await site_of(request, request.match_info["site"])).look
    if not look.colour:
        return _public("", "text/css")
    names = {
        look.colour: ("--head", "--teal", "--teal-strong", "--mark"),
        look.text_colour: ("--on-teal", "--on-teal-soft", "--on-head-focus"),
    }
    lines = "".join(f"{name}:{colour};" for colour, all in names.items() for name in all)
    return _public(f":root{{{lines}}}", "text/css")


def fill(request: web.Request, page: str, site: Shown, *, framed: bool) -> str:
    """The panel's page for one site: its title, its colours, and where to turn to without script.

    In a frame it can be closed, so its head has one button more.
    """
    contact = next(
        one
        for one in load_library(request.app[SETTINGS].knowledge).contacts.values()
        if one.id == HELPDESK
    )
    title = escape(site.look.title)
    helpdesk = f'<a href="{escape(contact.url)}" rel="noreferrer" target="_blank">{escape(contact.name)}</a>'
    mails = " data-mails" if mails_transcripts(request.app[SETTINGS]) else ""
    # Painted as soon as the styles are there, before the script is: who clicks sees at once that something opens.
    head = early.head(title, _hours(request, site), buttons=2 if framed else 1)
    without = (
        "<noscript><p>De chat werkt alleen met JavaScript. Zet JavaScript aan in uw browser, of neem contact op met "
        f"de {helpdesk}.</p>"
        '<p>Is er nu gevaar? Bel <a href="tel:112">112</a> of <a href="tel:101">101</a>.</p></noscript>'
    )
    return (
        page.replace("<title>Wegwijs</title>", f"<title>{title}</title>")
        .replace('<html lang="nl-BE">', f'<html lang="nl-BE"{mails}>')
        .replace("<!-- site -->", f'<link rel="stylesheet" href="/widget/site/{site.id}.css">')
        .replace("<!-- body -->", f"{head}{without}{early.talk()}")
    )


def _hours(request: web.Request, site: Shown) -> str:
    opening, now = (
        load_opening(request.app[SETTINGS].knowledge).with_hours(site.hours),
        datetime.now(UTC),
    )
    closing = opening.closing(now)
    change = closing or opening.next_opening(now)
    if change is None:
        return ""
    # The moment too: a panel in another language says it in its own words.
    moment = f'data-{"until" if closing else "from"}="{change.isoformat()}"'
    return f'<p class="hours" {moment}>{hours(opening, now)}</p>'


def _public(text: str, kind: str) -> web.Response:
    headers = {
        "Content-Type": f"{kind}; charset=utf-8",
        "Cache-Control": _SHORT,
        "Cross-Origin-Resource-Policy": "cross-origin",
        # A module of another origin is loaded with CORS only.
        "Access-Control-Allow-Origin": "*",
    }
    return web.Response(body=text.encode(), headers=headers)
