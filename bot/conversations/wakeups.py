"""Telling readers that a conversation may have something new. A hint only: the log holds the truth."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager


class Wakeups:
    """One event a listener; a notification that nobody hears is lost, and that does no harm."""

    def __init__(self) -> None:
        self._listeners: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self.is_over = False
        """Whether listeners should stop listening, because the server stops."""

    def notify(self, conversation: str) -> None:
        """Wake whoever listens to a conversation."""
        for listener in self._listeners.get(conversation, ()):
            listener.set()

    def end(self) -> None:
        """Wake every listener for the last time."""
        self.is_over = True
        for conversation in list(self._listeners):
            self.notify(conversation)

    @contextmanager
    def listen(self, conversation: str) -> Iterator[asyncio.Event]:
        """An event that is set at each notification until it is cleared by the listener."""
        listener = asyncio.Event()
        self._listeners[conversation].add(listener)
        try:
            yield listener
        finally:
            self._listeners[conversation].discard(listener)
            if not self._listeners[conversation]:
                del self._listeners[conversation]
