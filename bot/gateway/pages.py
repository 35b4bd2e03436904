"""The files of the widget: the loader, the panel in its iframe, and the demo page of an invented municipality."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from aiohttp import ETag, web

from bot.errors import Unknown
from bot.gateway.sites import Shown, fill, site_of
from bot.settings import PROJECT

BUILT = PROJECT / "widget" / "dist"
DEMO = PROJECT / "widget"

_FILES = {
    "loader.js": (BUILT, "text/javascript"),
    "panel.js": (BUILT, "text/javascript"),
    "peek.js": (BUILT, "text/javascript"),
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


_PEEK = b"""<!doctype html>
<html lang="nl-BE">
<meta charset="utf-8"><title>Wegwijs</title><link rel="icon" href="data:,">
<script src="/widget/peek.js"></script>
"""

LOADER_CACHE = "public, max-age=300, stale-while-revalidate=86400"
"""A page that was visited before has its launcher also while the server is down: it then says so."""


async def home(request: web.Request) -> web.Response:
    """Who comes to the bare address sees the demo."""
    raise web.HTTPFound("/demo")


async def demo(request: web.Request) -> web.Response:
    """A page of an invented municipality with the widget on it."""
    return _page(_read(DEMO / "demo.html"), policy=DEMO_POLICY)


async def panel(request: web.Request) -> web.Response:
    """The chat for one site; the policy lets only that site's pages embed it."""
    site = await site_of(request, request.query.get("site", ""))
    return _panel(request, site, framed_by=" ".join(site.origins))


async def peek(request: web.Request) -> web.Response:
    """What tells a page of a site whether its visitor is in a conversation, out of sight and nearly empty."""
    site = await site_of(request, request.query.get("site", ""))
    policy = PANEL_POLICY.format(origins=" ".join(site.origins) or "'none'")
    # Not cached: a site that gets another address would be refused by the policy of before.
    return _page(_PEEK, policy=policy)


async def chat(request: web.Request) -> web.Response:
    """The same chat as a page of its own, for a plain link; no page embeds it."""
    site = await site_of(request, request.match_info["site"])
    return _panel(request, site, framed_by="")


async def widget_file(request: web.Request) -> web.Response:
    """One of the widget's files."""
    name = request.match_info["name"]
    if name not in _FILES:
        raise Unknown("Dit bestand bestaat niet.")
    folder, kind = _FILES[name]
    body = _read(folder / name)
    tag = ETag(sha256(body).hexdigest()[:20])
    headers = {
        "Cache-Control": LOADER_CACHE if name in ("loader.js", "peek.js") else "no-cache",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Vary": "Accept-Encoding",
    }
    if tag in (request.if_none_match or ()):
        known = web.Response(status=304, headers=headers)
        known.etag = tag
        return known
    headers["Content-Type"] = f"{kind}; charset=utf-8"
    answer = web.Response(body=body, headers=headers)
    answer.etag = tag
    # The same for everybody: nothing secret is compressed beside what a visitor types.
    answer.enable_compression()
    return answer


def _panel(request: web.Request, site: Shown, *, framed_by: str) -> web.Response:
    page = fill(request, _read(BUILT / "panel.html").decode(), site, framed=bool(framed_by))
    return _page(page.encode(), policy=PANEL_POLICY.format(origins=framed_by or "'none'"))


def _page(body: bytes, *, policy: str) -> web.Response:
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy}
    return web.Response(body=body, headers=headers)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Unknown("De widget is nog niet gebouwd. Voer eerst uit: make widget") from None
