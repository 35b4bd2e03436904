"""Following links over the internet, a few at a time: which still lead somewhere?"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

import aiohttp

TIMEOUT = 15.0
"""Seconds that one site gets to answer."""
AT_ONCE = 4
AGENT = "Wegwijs-linkcontrole/1.0"
GONE = frozenset({404, 410})
NO_HEAD = frozenset({400, 403, 404, 405, 410, 501})
"""Answers to HEAD after which GET may still succeed: many sites know only GET."""
MOVED = frozenset({301, 308})


class State(StrEnum):
    """What came of following a link; the value is for JSON, the label is Dutch."""

    OK = "ok"
    MOVED = "moved"
    BROKEN = "broken"
    UNCLEAR = "unclear"
    OFFLINE = "offline"

    @property
    def label(self) -> str:
        """What an editor reads."""
        return _LABELS[self]


_LABELS = {
    State.OK: "in orde",
    State.MOVED: "verhuisd",
    State.BROKEN: "stuk",
    State.UNCLEAR: "onzeker",
    State.OFFLINE: "niet gevolgd",
}


@dataclass(frozen=True)
class Followed:
    """Where a link led."""

    url: str
    state: State
    reason: str = ""
    """Dutch; empty when there is nothing to tell."""


Progress = Callable[[int, int], None]
"""Is told how many links are done, and of how many."""


def follow(
    urls: Iterable[str], *, progress: Progress, seconds: float = TIMEOUT
) -> dict[str, Followed]:
    """Follow every link; when not one site can be reached, all are `OFFLINE` and none is called broken."""
    return asyncio.run(_follow(list(urls), progress, seconds))


async def _follow(urls: list[str], progress: Progress, seconds: float) -> dict[str, Followed]:
    free, done = asyncio.Semaphore(AT_ONCE), 0
    limits = aiohttp.ClientTimeout(total=seconds)

    async def one(session: aiohttp.ClientSession, url: str) -> tuple[Followed, bool]:
        nonlocal done
        async with free:
            result = await _answer(session, url)
        done += 1
        progress(done, len(urls))
        return result

    # Offices reach the internet through a proxy more often than not.
    async with aiohttp.ClientSession(
        timeout=limits, headers={"User-Agent": AGENT}, trust_env=True
    ) as session:
        answers = await asyncio.gather(*(one(session, url) for url in urls))
    if not any(reached for _, reached in answers):
        return {url: Followed(url, State.OFFLINE) for url in urls}
    return {found.url: found for found, _ in answers}


async def _answer(session: aiohttp.ClientSession, url: str) -> tuple[Followed, bool]:
    """What a link leads to, and whether any machine was there at all."""
    try:
        found = await _ask(session, "HEAD", url)
        if found is None:
            found = await _ask(session, "GET", url)
        return found or Followed(url, State.UNCLEAR), True
    except aiohttp.TooManyRedirects:
        return Followed(url, State.BROKEN, "de site stuurt steeds opnieuw door"), True
    except aiohttp.InvalidURL:
        return Followed(url, State.BROKEN, "dit is geen webadres"), False
    except aiohttp.ClientConnectorCertificateError:
        return Followed(url, State.UNCLEAR, "het beveiligingscertificaat klopt niet"), True
    except TimeoutError:
        return Followed(url, State.UNCLEAR, "de site antwoordt niet op tijd"), False
    except aiohttp.ClientConnectorDNSError:
        return Followed(url, State.BROKEN, "deze website bestaat niet (meer)"), False
    except aiohttp.ClientConnectorError as error:
        # A refusal comes from a machine; without a network nothing refuses.
        there = isinstance(error.os_error, ConnectionRefusedError)
        return Followed(url, State.UNCLEAR, "de site is niet te bereiken"), there
    except aiohttp.ClientError:
        return Followed(url, State.UNCLEAR, "de site geeft een antwoord dat niet te lezen is"), True


async def _ask(session: aiohttp.ClientSession, method: str, url: str) -> Followed | None:
    """What the site answers; None when HEAD tells nothing and GET has to be tried."""
    async with session.request(method, url, allow_redirects=True, max_redirects=8) as response:
        if method == "HEAD" and response.status in NO_HEAD:
            return None
        if response.status in GONE:
            return Followed(url, State.BROKEN, f"de pagina bestaat niet meer ({response.status})")
        if response.status >= 400:
            reason = (
                f"de site laat de controle niet toe ({response.status}); kijk zelf in een browser"
            )
            return Followed(url, State.UNCLEAR, reason)
        first = response.history[0] if response.history else None
        if first is not None and first.status in MOVED:
            return Followed(url, State.MOVED, f"voortaan op {response.url}")
        return Followed(url, State.OK)
