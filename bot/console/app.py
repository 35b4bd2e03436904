"""The console's table of contents: a part of the gateway's application, under /console."""

from __future__ import annotations

from aiohttp import web

from bot.console import home, login, static
from bot.console.guard import errors_as_pages, own_site_only, who_is_there

OPEN = [
    web.get("/aanmelden", login.show),
    web.post("/aanmelden", login.enter),
    web.get("/static/{name}", static.show),
]
"""What everyone may ask for."""

PAGES = [
    web.get("", home.show),
    web.post("/afmelden", login.leave),
]
"""What one must be logged in for; each handler names the right it needs."""


def create_console() -> web.Application:
    """The console; what it shares with the gateway it finds in the application around it."""
    app = web.Application(middlewares=[errors_as_pages, own_site_only, who_is_there])
    app.router.add_routes([*OPEN, *PAGES])
    return app
