"""Security headers on every response (RELIABILITY.md S18)."""

from __future__ import annotations

from aiohttp import web

NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""Policy of what is no page: data that a browser shows by accident runs and loads nothing."""

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Content-Security-Policy": NOTHING,
}


async def add_security_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Add what the handler did not set itself."""
    response.headers.popall("Server", None)  # names the library and its version
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
