"""Two pages about the chat itself: what it does with data, and how accessible it is."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from aiohttp import web

from bot.gateway.keys import SETTINGS
from bot.settings import PROJECT

FOLDER = PROJECT / "widget" / "pages"

POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


async def privacy(request: web.Request) -> web.Response:
    """What is kept, for how long, and what a visitor can do about it; the terms are those of the settings."""
    return _page(request, "privacy.html")


async def accessibility(request: web.Request) -> web.Response:
    """The accessibility statement, after the Flemish model."""
    return _page(request, "toegankelijkheid.html")


def _page(request: web.Request, name: str) -> web.Response:
    text = Template((FOLDER / name).read_text(encoding="utf-8"))
    return web.Response(
        text=text.substitute(asdict(request.app[SETTINGS].keep)),
        content_type="text/html",
        headers={"Content-Security-Policy": POLICY},
    )
