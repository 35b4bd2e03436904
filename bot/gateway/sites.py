"""What the widget gets of one site: its look as a module and as a stylesheet, and the chat as a page of its own."""

from __future__ import annotations

import json
from html import escape

from aiohttp import web
from sqlalchemy.orm import Session

from bot.conversations.sites import known_site
from bot.gateway.greeting import greeting_as_html
from bot.gateway.keys import DATABASE, SETTINGS
from bot.gateway.transcripts import mails_transcripts
from bot.knowledge.library import load_library
from bot.sites.look import Look

HELPDESK = "vvsg_helpdesk"
"""Contact that is shown where the chat cannot run."""

SUBTITLE = "Helpdesk radicalisering voor lokale besturen"
"""As in widget/src/strings.nl.ts."""

_SHORT = "public, max-age=60"
"""A change shows within a minute, and who goes from page to page asks once."""


async def site_of(request: web.Request, id: str) -> tuple[list[str], Look]:
    """Origins and look of a site; raises Unknown."""

    def read(session: Session) -> tuple[list[str], Look]:
        found = known_site(session, id)
        return found.origins, Look.of(found.look)

    known: tuple[list[str], Look] = await request.app[DATABASE].read(read)
    return known


async def look_as_module(request: web.Request) -> web.Response:
    """What the loader needs on the host page. Nothing in it is secret: every visitor sees it."""
    _, look = await site_of(request, request.match_info["site"])
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
    _, look = await site_of(request, request.match_info["site"])
    if not look.colour:
        return _public("", "text/css")
    names = {
        look.colour: ("--head", "--teal", "--teal-strong", "--mark"),
        look.text_colour: ("--on-teal", "--on-teal-soft", "--on-head-focus"),
    }
    lines = "".join(f"{name}:{colour};" for colour, all in names.items() for name in all)
    return _public(f":root{{{lines}}}", "text/css")


def fill(request: web.Request, page: str, *, site: str, look: Look) -> str:
    """The panel's page for one site: its title, its colours, and where to turn to without script."""
    contact = next(
        one
        for one in load_library(request.app[SETTINGS].knowledge).contacts.values()
        if one.id == HELPDESK
    )
    title = escape(look.title)
    helpdesk = f'<a href="{escape(contact.url)}" rel="noreferrer" target="_blank">{escape(contact.name)}</a>'
    mails = " data-mails" if mails_transcripts(request.app[SETTINGS]) else ""
    # Painted as soon as the styles are there, before the script is: who clicks sees at once that something opens.
    head = f'<header><div class="titles"><h1>{title}</h1><p>{SUBTITLE}</p></div></header>'
    without = (
        "<noscript><p>De chat werkt alleen met JavaScript. Zet JavaScript aan in uw browser, of neem contact op met "
        f"de {helpdesk}.</p>"
        '<p>Is er nu gevaar? Bel <a href="tel:112">112</a> of <a href="tel:101">101</a>.</p></noscript>'
    )
    return (
        page.replace("<title>Wegwijs</title>", f"<title>{title}</title>")
        .replace('<html lang="nl-BE">', f'<html lang="nl-BE"{mails}>')
        .replace("<!-- site -->", f'<link rel="stylesheet" href="/widget/site/{site}.css">')
        .replace(
            "<!-- body -->",
            f'{head}{without}<main><div class="log">{greeting_as_html()}</div></main>',
        )
    )


def _public(text: str, kind: str) -> web.Response:
    headers = {
        "Content-Type": f"{kind}; charset=utf-8",
        "Cache-Control": _SHORT,
        "Cross-Origin-Resource-Policy": "cross-origin",
        # A module of another origin is loaded with CORS only.
        "Access-Control-Allow-Origin": "*",
    }
    return web.Response(body=text.encode(), headers=headers)
