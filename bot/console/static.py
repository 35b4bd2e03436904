"""The console's own style and scripts."""

from __future__ import annotations

from aiohttp import web

from bot.console.render import HERE
from bot.errors import Unknown

_KINDS = {".css": "text/css", ".js": "text/javascript"}
_FILES = {one.name: one for one in (HERE / "static").iterdir() if one.suffix in _KINDS}
"""Every file that is served, by name: a name that is not here leads nowhere."""


async def show(request: web.Request) -> web.Response:
    """One file."""
    path = _FILES.get(request.match_info["name"])
    if path is None:
        raise Unknown("Dit bestand bestaat niet.")
    kind = f"{_KINDS[path.suffix]}; charset=utf-8"
    return web.Response(
        body=path.read_bytes(), headers={"Content-Type": kind, "Cache-Control": "no-cache"}
    )
