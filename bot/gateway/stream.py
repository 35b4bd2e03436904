"""The event stream: numbered entries of the log from where the reader left off, then each new one as it comes.

Where a proxy holds streams back, the reader polls: a poll is a stream that ends once it has told something.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from typing import Any

from aiohttp import web
from sqlalchemy.orm import Session

from bot.conversations.log import authorised, entries_after
from bot.conversations.models import State
from bot.conversations.statements import BATCH
from bot.conversations.tokens import ConversationId
from bot.errors import InvalidInput, WegwijsError
from bot.gateway.conversations import bearer, conversation_id
from bot.gateway.keys import ANSWERING, DATABASE, SETTINGS, WAKEUPS
from bot.handover.standing import Standing, standing
from bot.sites.opening import opening_for

HEARTBEAT = 25.0
"""Seconds without an event after which a comment is sent: routers forget silent connections after 60."""

SLOW = 5.0
"""Seconds after which the visitor is told that the answer takes longer than usual."""

POLLS = {"now": (False, False), "idle": (False, False), "busy": (True, False), "slow": (True, True)}
"""What who polls shows already: whether an answer is being made, and slowly. Who says "now" waits for nothing."""

LOOK = 5.0
"""Seconds after which the place of who waits is looked at anew: what others do wakes nobody here."""


async def events(request: web.Request) -> web.StreamResponse:
    """Stream a conversation; resumes behind the number in Last-Event-ID. With `poll` it ends at the first news."""
    conversation, token, seq = conversation_id(request), bearer(request), _cursor(request)
    poll = _poll(request)
    await request.app[DATABASE].read(partial(_admit, conversation=conversation, token=token))
    kind = "text/event-stream" if poll is None else "text/plain"
    response = web.StreamResponse(headers={"Content-Type": kind, "X-Accel-Buffering": "no"})
    await response.prepare(request)
    # Whatever goes wrong from here on just ends the stream: the reader resumes behind its last number.
    with (
        request.app[WAKEUPS].listen(conversation) as woken,
        contextlib.suppress(ConnectionError, WegwijsError),
    ):
        stream = _Stream(request, response, conversation, seq)
        await (stream.run(woken) if poll is None else stream.look(woken, poll))
    return response


class _Stream:
    """One reader of one conversation."""

    def __init__(
        self,
        request: web.Request,
        response: web.StreamResponse,
        conversation: ConversationId,
        seq: int,
    ) -> None:
        self._request = request
        self._response = response
        self._conversation = conversation
        self._seq = seq
        self._typing = False
        self._slow = False
        self._busy_since = 0.0
        self._waits = False
        self._standing: Standing | None = None
        self._unsent: list[str] = []

    async def run(self, woken: asyncio.Event) -> None:
        """Send until the reader is gone, the conversation is erased or the server stops."""
        began = self._seq
        await self._add_entries()
        if self._seq == began:
            # A sign at once: a reader that gets none knows that something on the way holds the stream back.
            self._unsent.append(": ok\n\n")
        await self._send()
        while not self._request.app[WAKEUPS].is_over:
            woken.clear()
            await self._send_all()
            try:
                async with asyncio.timeout(self._patience()):
                    await woken.wait()
            except TimeoutError:
                if not self._typing:
                    await self._response.write(b": hb\n\n")

    async def look(self, woken: asyncio.Event, poll: str) -> None:
        """Send what is new; if that is nothing, wait once for something."""
        self._typing, self._slow = known = POLLS[poll]
        self._busy_since, seq = time.monotonic(), self._seq
        await self._send_all()
        if poll == "now" or (self._seq, self._typing, self._slow) != (seq, *known):
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._patience()):
                await woken.wait()
        await self._send_all()

    async def _send_all(self) -> None:
        await self._add_entries()
        await self._add_queue()
        self._add_typing()
        await self._send()

    async def _send(self) -> None:
        """Write what was added, in one piece: each piece costs the server and the reader a turn."""
        if self._unsent:
            text, self._unsent = "".join(self._unsent), []
            await self._response.write(text.encode())

    def _patience(self) -> float:
        if self._typing and not self._slow:
            return SLOW
        return LOOK if self._waits else HEARTBEAT

    async def _add_entries(self) -> None:
        while True:
            entries = await self._request.app[DATABASE].read(self._read)
            for entry in entries:
                self._add("entry", entry, seq=entry["seq"])
                self._seq = entry["seq"]
            if len(entries) < BATCH:
                return
            await self._send()

    def _read(self, session: Session) -> list[dict[str, Any]]:
        # A conversation that was erased while it was read ends the stream.
        found = authorised(session, self._conversation, bearer(self._request))
        self._waits = found.state == State.WAITING
        return entries_after(session, self._conversation, self._seq)

    async def _add_queue(self) -> None:
        """The place of who waits, when it is another than before."""
        now = await self._request.app[DATABASE].read(self._stand) if self._waits else None
        if now is not None and now != self._standing:
            self._add("queue", asdict(now))
        self._standing = now

    def _stand(self, session: Session) -> Standing | None:
        knowledge = self._request.app[SETTINGS].knowledge
        opening = opening_for(session, self._conversation, knowledge)
        return standing(session, self._conversation, opening, at=datetime.now(UTC))

    def _add_typing(self) -> None:
        busy = self._request.app[ANSWERING].is_busy(self._conversation)
        if busy and not self._typing:
            self._busy_since = time.monotonic()
        slow = busy and time.monotonic() - self._busy_since >= SLOW
        if (busy, slow) != (self._typing, self._slow):
            self._typing, self._slow = busy, slow
            self._add("typing", {"on": busy, "slow": slow})
        elif slow:
            self._unsent.append(": hb\n\n")

    def _add(self, kind: str, data: dict[str, Any], *, seq: int | None = None) -> None:
        number = "" if seq is None else f"id: {seq}\n"
        text = json.dumps(data, ensure_ascii=False)
        self._unsent.append(f"{number}event: {kind}\ndata: {text}\n\n")


def _admit(session: Session, *, conversation: ConversationId, token: str) -> None:
    """Let the reader in, or raise before the stream begins, while an error can still be told."""
    authorised(session, conversation, token)


def _cursor(request: web.Request) -> int:
    last = request.headers.get("Last-Event-ID", "0")
    if not (last.isascii() and last.isdecimal()) or len(last) > 12:
        raise InvalidInput("Last-Event-ID moet een getal zijn.")
    return int(last)


def _poll(request: web.Request) -> str | None:
    poll = request.query.get("poll")
    if poll is not None and poll not in POLLS:
        raise InvalidInput(f"poll moet een van deze zijn: {', '.join(POLLS)}.")
    return poll
