"""The cookie of the console: a secret and nothing else, unreadable for scripts, sent to this server alone."""

from __future__ import annotations

from aiohttp import web

from bot.staff.sessions import LONGEST, Secret

NAME = "__Host-wegwijs"
"""The prefix makes browsers insist on https (or localhost), this host and the whole path."""


SET_OUT = "__Host-wegwijs-organisatie"
"""A login by the organisation that is under way; Lax, so that it comes along on the way back."""

UNDER_WAY = 10 * 60
"""Seconds that such a login may take."""


def secret_of(request: web.Request) -> str | None:
    """The secret that the browser sends, if any."""
    return request.cookies.get(NAME)


def set_cookie(response: web.StreamResponse, secret: Secret) -> None:
    """Give a browser its secret."""
    response.set_cookie(
        NAME,
        secret,
        max_age=int(LONGEST.total_seconds()),
        path="/",
        secure=True,
        httponly=True,
        samesite="Lax",
    )


def clear_cookie(response: web.StreamResponse) -> None:
    """Take it back."""
    response.del_cookie(NAME, path="/", secure=True, httponly=True, samesite="Lax")


def set_attempt(response: web.StreamResponse, value: str) -> None:
    """Give a browser what ties its way back to its way out."""
    response.set_cookie(
        SET_OUT, value, max_age=UNDER_WAY, path="/", secure=True, httponly=True, samesite="Lax"
    )


def clear_attempt(response: web.StreamResponse) -> None:
    """A login that ended is not used again."""
    response.del_cookie(SET_OUT, path="/", secure=True, httponly=True, samesite="Lax")
