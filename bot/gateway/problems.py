"""Errors become RFC 9457 problem documents with a Dutch `detail`, in this one place."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from bot.errors import Overloaded, Unknown, WegwijsError, trace

log = logging.getLogger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_OTHER = ("Ongeldig verzoek", "Dit verzoek kan niet worden verwerkt.")
_EXPLAINED = {
    404: (Unknown.title, "Deze pagina bestaat niet."),
    405: ("Bewerking bestaat niet", "Deze bewerking bestaat niet op dit adres."),
    413: ("Te groot", "Dit bericht is te groot."),
}
"""Title and detail of the errors that aiohttp raises itself."""

RETRY_AFTER = "2"
"""Seconds after which a request that could not be served now may be tried again."""

_HEADERS = {
    401: {"WWW-Authenticate": "Bearer"},
    503: {"Retry-After": RETRY_AFTER},
}


@web.middleware
async def problems(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer every error as a problem document; what is not foreseen is logged without the request's content."""
    try:
        return await handler(request)
    except WegwijsError as error:
        if error.status >= 500:
            # The type alone: what a database says of a failure may quote what was to be stored.
            log.error("%s because of %s", type(error).__name__, type(error.__cause__).__name__)
        wait = {"Retry-After": str(error.retry_after)} if isinstance(error, Overloaded) else {}
        return problem(status=error.status, title=error.title, detail=error.detail, headers=wait)
    except ConnectionError:
        raise
    except web.HTTPException as error:
        if error.status < 400:
            raise
        title, detail = _EXPLAINED.get(error.status, _OTHER)
        allowed = {"Allow": error.headers["Allow"]} if "Allow" in error.headers else {}
        return problem(status=error.status, title=title, detail=detail, headers=allowed)
    except Exception as error:
        log.error("unforeseen error on %s: %s", request.match_info.route.resource, trace(error))
        return problem(
            status=500,
            title="Er ging iets mis",
            detail="Er ging iets mis. Probeer het later opnieuw.",
        )


def problem(
    *, status: int, title: str, detail: str, headers: Mapping[str, str] | None = None
) -> web.Response:
    """One problem document, with the headers that belong to its status."""
    return web.json_response(
        {"type": "about:blank", "title": title, "status": status, "detail": detail},
        status=status,
        headers={**_HEADERS.get(status, {}), **(headers or {})},
        content_type="application/problem+json",
    )
