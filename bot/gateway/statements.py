"""Two pages about the chat itself: what it does with data, and how accessible it is."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from string import Template

from aiohttp import web

from bot.gateway.keys import SETTINGS
from bot.settings import PROJECT

FOLDER = PROJECT / "widget" / "pages"
TIMES = PROJECT / "widget" / "src" / "times.json"
"""After how many minutes without a word the panel ends a conversation, and how many before that it warns."""

POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


async def privacy(request: web.Request) -> web.Response:
    """What is kept, for how long, and what a visitor can do about it, by the terms of the settings and the panel."""
    return _page(request, "privacy.html")


async def accessibility(request: web.Request) -> web.Response:
    """The accessibility statement, after the Flemish model."""
    return _page(request, "toegankelijkheid.html")


def _page(request: web.Request, name: str) -> web.Response:
    text = Template((FOLDER / name).read_text(encoding="utf-8"))
    return web.Response(
        text=text.substitute(asdict(request.app[SETTINGS].keep), **_times()),
        content_type="text/html",
        headers={"Content-Security-Policy": POLICY},
    )


@cache
def _times() -> dict[str, int]:
    read: dict[str, int] = json.loads(TIMES.read_text(encoding="utf-8"))
    return read
