"""How much one visitor and one address may ask (RELIABILITY.md S11): enough for a town hall behind one address.

Counted in memory, per gateway process. An address counts with a site or a conversation, and alone
only where figures are asked.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence

from limits import (
    RateLimitItem,
    RateLimitItemPerHour,
    RateLimitItemPerMinute,
    RateLimitItemPerSecond,
)
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from bot.errors import Overloaded

_Counted = tuple[str, RateLimitItem, tuple[str, ...], str]
"""Name, limit, key, and what the visitor reads when it is reached."""

_FAST = "U verstuurt berichten sneller dan wij ze aankunnen. Wacht even en probeer het opnieuw."
_BUSY = "Er komen nu te veel berichten van uw netwerk. Probeer het over een minuut opnieuw."
_OPENED = "Er beginnen nu te veel gesprekken op uw netwerk. Probeer het over een minuut opnieuw."
_MAILS = "Er worden nu te veel gesprekken gemaild. U kunt dit gesprek wel bewaren of afdrukken."
_ACTS = "Dat ging te vaak na elkaar. Wacht even en probeer het opnieuw."


class Limits:
    """Counts what was asked in a moving window, and refuses what is too much with an Overloaded."""

    def __init__(self, width: float = 1.0) -> None:
        """`width` widens or narrows every limit by a factor; 0 takes them all away."""
        self._width = width
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def opening(self, address: str, site: str) -> None:
        """A new conversation."""
        self._admit([("opening", self._minute(30), (address, site), _OPENED)])

    def message(self, conversation: str, address: str, site: str) -> None:
        """A message of a visitor."""
        self._admit(
            [
                ("burst", RateLimitItemPerSecond(self._wide(5), 5), (conversation,), _FAST),
                ("talk", self._minute(20), (conversation,), _FAST),
                ("site", self._minute(300), (address, site), _BUSY),
            ]
        )

    def mail(self, recipient: str, address: str, site: str) -> None:
        """A conversation by mail; `recipient` is a hash. What nobody asked for must not be sent in numbers."""
        self._admit(
            [
                ("recipient", self._hour(5), (recipient,), _MAILS),
                ("mails", self._hour(20), (address, site), _MAILS),
                ("all mails", self._hour(200), (), _MAILS),
            ]
        )

    def act(self, conversation: str, address: str) -> None:
        """Whatever else happens to a conversation: a stream, a verdict, a transcript."""
        self._admit([("act", self._minute(120), (conversation, address), _ACTS)])

    def figures(self, address: str) -> None:
        """A look at a municipality's own figures: alone with the address, since a wrong code is nobody's."""
        self._admit([("figures", self._minute(20), (address,), _ACTS)])

    def _admit(self, counted: Sequence[_Counted]) -> None:
        """Count once under every limit, or under none when one is reached."""
        if not self._width:
            return
        for name, item, key, detail in counted:
            if not self._limiter.test(item, name, *key):
                free = self._limiter.get_window_stats(item, name, *key).reset_time
                raise Overloaded(detail, retry_after=max(1, math.ceil(free - time.time())))
        for name, item, key, _ in counted:
            self._limiter.hit(item, name, *key)

    def _hour(self, most: int) -> RateLimitItem:
        return RateLimitItemPerHour(self._wide(most))

    def _minute(self, most: int) -> RateLimitItem:
        return RateLimitItemPerMinute(self._wide(most))

    def _wide(self, most: int) -> int:
        return max(1, round(most * self._width))
