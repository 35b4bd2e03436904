"""Visitors that post until each message is acknowledged and follow their stream, through every failure."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import aiohttp
import yaml

from benchmarks.stream import entries
from bot.settings import PROJECT
from tests.common.server import Server

PAUSE = (0.02, 0.6)
"""Seconds between an acknowledgement and the next message of a visitor."""

LINGER = 1.0
"""Seconds that a visitor still listens once its conversation is complete, to hear what should not come."""

DANGER = "er staat hier iemand met een mes"
"""Sets off the card of safety, which is stored with the message; the engine adds nothing to it."""


@dataclass(frozen=True)
class Question:
    """What a visitor posts, and the topic of the one reply that it must get."""

    text: str
    topic: str | None
    choice: str | None = None

    def body(self, client_id: str) -> dict[str, Any]:
        """The request that posts it."""
        return {"client_id": client_id, "text": self.text, "choice": self.choice}


@dataclass
class Conversation:
    """What the visitor's side knows of one conversation."""

    id: str
    token: str
    sent: dict[str, Question] = field(default_factory=dict)
    """By client_id, acknowledged or not."""
    acked: dict[str, int] = field(default_factory=dict)
    """client_id → number, as acknowledged."""
    seen: list[dict[str, Any]] = field(default_factory=list)
    """Entries in the order in which the stream brought them, repeated or not."""

    is_over: bool = False
    """Whether the visitor has posted all it wanted."""

    @property
    def is_complete(self) -> bool:
        """Whether the stream brought all: greeting, each message with a reply or card, the ask for a municipality."""
        return self.is_over and len(self.seen) >= 2 + 2 * len(self.sent)

    @property
    def headers(self) -> dict[str, str]:
        """The token."""
        return {"Authorization": f"Bearer {self.token}"}

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"/api/conversations/{self.id}"


class Load:
    """Visitors that never give up."""

    def __init__(
        self, url: str, questions: list[Question], dice: random.Random, *, visitors: int
    ) -> None:
        self._url, self._questions, self._dice, self._visitors = url, questions, dice, visitors
        self.conversations: list[Conversation] = []
        self.errors: Counter[str] = Counter()
        self._over = asyncio.Event()
        self._talking: list[asyncio.Task[None]] = []
        self._reading: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Load:
        timeout = aiohttp.ClientTimeout(total=None, connect=5, sock_read=60)
        self._http = aiohttp.ClientSession(
            self._url, timeout=timeout, connector=aiohttp.TCPConnector(limit=0)
        )
        self._talking = [asyncio.create_task(self._visit()) for _ in range(self._visitors)]
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in [*self._talking, *self._reading]:
            task.cancel()
        await asyncio.gather(*self._talking, *self._reading, return_exceptions=True)
        await self._http.close()

    async def finish(self) -> None:
        """Have every visitor post what it began, and nothing more."""
        self._over.set()
        await asyncio.gather(*self._talking)

    async def _visit(self) -> None:
        while not self._over.is_set():
            conversation = await self._open()
            self.conversations.append(conversation)
            self._reading.append(asyncio.create_task(self._follow(conversation)))
            first = Question("Gemeente", None, choice="doelgroep:gemeente")
            rest = self._dice.sample(self._questions, len(self._questions))
            rest.insert(self._dice.randrange(len(rest)), Question(DANGER, None))
            for question in [first, *rest]:
                if self._over.is_set():
                    break
                await self._post(conversation, question)
                await asyncio.sleep(self._dice.uniform(*PAUSE))
            conversation.is_over = True

    async def _open(self) -> Conversation:
        async for attempt in self._attempts("open"):
            async with attempt, self._http.post("/api/conversations", json={}) as response:
                if response.status == 201:
                    opened = await response.json()
                    return Conversation(opened["id"], opened["token"])
        raise AssertionError("unreachable")

    async def _post(self, conversation: Conversation, question: Question) -> None:
        client_id = uuid4().hex
        conversation.sent[client_id] = question
        body, address = question.body(client_id), f"{conversation.address}/messages"
        async for attempt in self._attempts("post"):
            async with (
                attempt,
                self._http.post(address, json=body, headers=conversation.headers) as response,
            ):
                if response.status == 202:
                    conversation.acked[client_id] = (await response.json())["seq"]
                    return
                self.errors[f"post {response.status}"] += 1

    async def _follow(self, conversation: Conversation) -> None:
        async for attempt in self._attempts("stream"):
            async with attempt:
                await self._read(conversation)
            if conversation.is_complete:
                return

    async def _read(self, conversation: Conversation) -> None:
        last = conversation.seen[-1]["seq"] if conversation.seen else 0
        headers = {**conversation.headers, "Last-Event-ID": str(last)}
        async with self._http.get(f"{conversation.address}/events", headers=headers) as stream:
            if stream.status != 200:
                self.errors[f"stream {stream.status}"] += 1
                return
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(None) as patience:
                    async for entry in entries(stream):
                        conversation.seen.append(entry)
                        if conversation.is_complete:
                            patience.reschedule(asyncio.get_running_loop().time() + LINGER)

    async def _attempts(
        self, act: str
    ) -> AsyncIterator[contextlib.AbstractAsyncContextManager[None]]:
        while True:
            yield self._forgiving(act)
            await asyncio.sleep(self._dice.uniform(0.1, 0.5))

    @contextlib.asynccontextmanager
    async def _forgiving(self, act: str) -> AsyncIterator[None]:
        try:
            yield
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self.errors[f"{act} {type(error).__name__}"] += 1


def calibrate(server: Server) -> list[Question]:
    """A question for each topic: in words that were seen to lead to it alone, or picked from a list."""
    folder, found = PROJECT / "data" / "nlu", []
    topics = yaml.safe_load((PROJECT / "knowledge" / "topics.yml").read_text(encoding="utf-8"))[
        "topics"
    ]
    visitor = server.visitor()
    visitor.ask("Gemeente", choice="doelgroep:gemeente")
    for place, topic in enumerate(topics):
        examples = yaml.safe_load((folder / f"{topic}.yml").read_text(encoding="utf-8"))["nlu"][0][
            "examples"
        ]
        text = examples.splitlines()[0].removeprefix("- ")
        replies = visitor.ask(text) if place % 2 else []
        if [one["topic"] for one in replies] == [topic]:
            found.append(Question(text, topic))
        else:
            found.append(Question(f"Gekozen: {topic}", topic, choice=f"onderwerp:{topic}"))
    return found
