"""The files of the widget: the loader, the panel in its iframe, and the demo page of an invented municipality."""

from __future__ import annotations

from pathlib import Path

from aiohttp import web
from sqlalchemy.orm import Session

from bot.conversations.models import Site
from bot.errors import Unknown
from bot.gateway.headers import NOTHING
from bot.gateway.keys import DATABASE
from bot.settings import PROJECT

BUILT = PROJECT / "widget" / "dist"
DEMO = PROJECT / "widget"

_FILES = {
    "loader.js": (BUILT, "text/javascript"),
    "panel.js": (BUILT, "text/javascript"),
    "panel.css": (BUILT, "text/css"),
    "pages.css": (DEMO / "pages", "text/css"),
    "demo.js": (DEMO, "text/javascript"),
    "demo.css": (DEMO, "text/css"),
}
"""Every file that is served, by name: a name that is not here leads nowhere."""

PANEL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors {origins}"
)
DEMO_POLICY = (
    "default-src 'none'; script-src 'self' http://localhost:* http://127.0.0.1:*; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; frame-src 'self' http://localhost:* http://127.0.0.1:*; "
    "connect-src 'self' http://localhost:* http://127.0.0.1:*; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


async def home(request: web.Request) -> web.Response:
    """Who comes to the bare address sees the demo."""
    raise web.HTTPFound("/demo")


async def demo(request: web.Request) -> web.Response:
    """A page of an invented municipality with the widget on it."""
    return _page(DEMO / "demo.html", policy=DEMO_POLICY)


async def panel(request: web.Request) -> web.Response:
    """The chat for one site; the policy lets only that site's pages embed it."""
    site = request.query.get("site", "")
    origins = await request.app[DATABASE].read(lambda session: _origins(session, site))
    policy = PANEL_POLICY.format(origins=" ".join(origins) or "'none'")
    return _page(BUILT / "panel.html", policy=policy)


async def widget_file(request: web.Request) -> web.Response:
    """One of the widget's files."""
    name = request.match_info["name"]
    if name not in _FILES:
        raise Unknown("Dit bestand bestaat niet.")
    folder, kind = _FILES[name]
    headers = {
        "Content-Type": f"{kind}; charset=utf-8",
        "Cache-Control": "no-cache",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    return web.Response(body=_read(folder / name), headers=headers)


def _origins(session: Session, site: str) -> list[str]:
    found = session.get(Site, site)
    if found is None:
        raise Unknown("Deze site is niet bekend bij Wegwijs.")
    return found.origins


def _page(path: Path, *, policy: str = NOTHING) -> web.Response:
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy}
    return web.Response(body=_read(path), headers=headers)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Unknown("De widget is nog niet gebouwd. Voer eerst uit: make widget") from None
