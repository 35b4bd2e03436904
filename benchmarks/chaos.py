"""kill -9 of gateway or engine at random moments under load: python -m benchmarks.chaos --rounds 50

Visitors post with client_ids, try again until each message is acknowledged, and follow their stream. When the last
round is over and all is answered, the log is compared with what the visitors know: acknowledged = stored, each message
answered once, numbers without gaps, every stream saw exactly the log. Prints one JSON object; exit code 1 on a broken
promise.

Which reply belongs to which message can be told from the log: within a conversation each topic is asked at most once,
in words that were seen to lead to that topic alone, so the topics of the replies must be the topics asked, in order.
Besides, each answered question leaves one outcome among the counted facts.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp
import yaml

from benchmarks.stream import entries
from bot.conversations.answering import APOLOGY
from bot.settings import PROJECT
from tests.common.server import Server

VISITORS = 20
PAUSE = (0.02, 0.6)
"""Seconds between an acknowledgement and the next message of a visitor."""

LINGER = 1.0
"""Seconds that a visitor still listens once its conversation is complete, to hear what should not come."""

SETTLE_LIMIT = 240.0
"""Seconds that the last messages may take to be answered."""

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


class Promises:
    """Compares the log with what the visitors know; each broken promise is a line."""

    def __init__(self, database: Path, conversations: list[Conversation]) -> None:
        self._database = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        self._conversations = conversations
        self.broken: list[str] = []
        self.counts: Counter[str] = Counter()

    def check(self) -> None:
        """Look at everything."""
        self.integrity = self._database.execute("PRAGMA integrity_check").fetchone()[0]
        if self.integrity != "ok":
            self._break("integrity", "database", self.integrity)
        for conversation in self._conversations:
            self._check(conversation)
        self._database.close()

    def _check(self, conversation: Conversation) -> None:
        rows = self._rows(conversation.id)
        self.counts["entries"] += len(rows)
        self._check_numbers(conversation, rows)
        self._check_acknowledged(conversation, rows)
        self._check_answers(conversation, rows)
        self._check_stream(conversation, rows)

    def _rows(self, id: str) -> list[dict[str, Any]]:
        columns = (
            "seq",
            "sender",
            "text",
            "reply",
            "client_id",
            "choice",
            "unanswered",
            "attempts",
        )
        found = self._database.execute(
            f"SELECT {', '.join(columns)} FROM entries WHERE conversation_id = ? ORDER BY seq",  # noqa: S608
            (id,),
        )
        return [dict(zip(columns, row, strict=True)) for row in found]

    def _check_numbers(self, conversation: Conversation, rows: list[dict[str, Any]]) -> None:
        last = self._one("SELECT last_seq FROM conversations WHERE id = ?", conversation.id)
        if [row["seq"] for row in rows] != list(range(1, len(rows) + 1)) or last != len(rows):
            self._break("gaps", conversation.id, [row["seq"] for row in rows])

    def _check_acknowledged(self, conversation: Conversation, rows: list[dict[str, Any]]) -> None:
        stored = Counter(row["client_id"] for row in rows if row["sender"] == "visitor")
        places = {row["client_id"]: row["seq"] for row in rows if row["sender"] == "visitor"}
        for client_id, seq in conversation.acked.items():
            self.counts["acknowledged"] += 1
            if client_id not in places:
                self._break("lost", conversation.id, client_id)
            elif places[client_id] != seq:
                self._break("misnumbered", conversation.id, (client_id, seq, places[client_id]))
        for client_id, times in stored.items():
            if times > 1 or client_id not in conversation.sent:
                self._break("doubled", conversation.id, (client_id, times))
        self.counts["stored"] += sum(stored.values())

    def _check_answers(self, conversation: Conversation, rows: list[dict[str, Any]]) -> None:
        messages = [row for row in rows if row["sender"] == "visitor"]
        for row in messages:
            self.counts["tried again"] += row["attempts"] > 0
            if row["unanswered"]:
                self._break("unanswered", conversation.id, row["seq"])
        outcomes = self._one(
            "SELECT count(*) FROM outcomes JOIN conversations USING (contact_id) WHERE conversations.id = ?",
            conversation.id,
        )
        # A button that tells who asks has no outcome.
        counted = sum(not (row["choice"] or "").startswith("doelgroep") for row in messages)
        if outcomes != counted:
            self._break("outcomes", conversation.id, (outcomes, counted))
        replies = [json.loads(row["reply"]) for row in rows if row["sender"] == "bot"][1:]
        apologies = sum(one["text"] == APOLOGY.text for one in replies)
        self.counts["apologies"] += apologies
        questions = [
            conversation.sent[row["client_id"]]
            for row in messages
            if row["client_id"] in conversation.sent
        ]
        asked = [one.topic for one in questions if one.topic]
        answered = [one["topic"] for one in replies if one["topic"]]
        # An apology stands in the place of an answer, so the answers are then the topics asked with some left out.
        in_order = iter(asked)
        if len(answered) + apologies < len(asked) or any(
            topic not in in_order for topic in answered
        ):
            self._break("answers", conversation.id, {"asked": asked, "answered": answered})
        greetings = sum(one["kind"] == "smalltalk" for one in replies)
        if greetings > 1:
            self._break("answers", conversation.id, "the choice of an audience was answered twice")
        cards = sum(row["sender"] == "system" for row in rows)
        if cards != sum(one.text == DANGER for one in questions):
            self._break("cards", conversation.id, cards)

    def _check_stream(self, conversation: Conversation, rows: list[dict[str, Any]]) -> None:
        def key(seq: int, sender: str, text: str | None, reply: Any) -> str:
            return json.dumps([seq, sender, text, reply], sort_keys=True)

        seen = [
            key(one["seq"], one["sender"], one["text"], one["reply"]) for one in conversation.seen
        ]
        stored = [
            key(row["seq"], row["sender"], row["text"], row["reply"] and json.loads(row["reply"]))
            for row in rows
        ]
        if seen != stored:
            self._break("stream", conversation.id, [one["seq"] for one in conversation.seen])

    def _one(self, query: str, id: str) -> Any:
        row = self._database.execute(query, (id,)).fetchone()
        return None if row is None else row[0]

    def _break(self, promise: str, where: str, what: Any) -> None:
        self.counts[f"broken: {promise}"] += 1
        self.broken.append(f"{promise} in {where}: {what}")


async def _settle(load: Load, database: Path) -> None:
    """Wait until all is answered and every stream has caught up, or time is up."""
    deadline = time.monotonic() + SETTLE_LIMIT
    while time.monotonic() < deadline:
        rows = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        waits = rows.execute("SELECT count(*) FROM entries WHERE unanswered").fetchone()[0]
        ends = dict(rows.execute("SELECT id, last_seq FROM conversations"))
        rows.close()
        caught_up = (
            one.seen and one.seen[-1]["seq"] >= ends.get(one.id, 0) for one in load.conversations
        )
        if not waits and all(caught_up):
            await asyncio.sleep(LINGER)
            return
        await asyncio.sleep(0.25)


async def _round(server: Server, dice: random.Random, victim: str, *, patience: float) -> bool:
    """Wait for a random moment, kill, restart; tells whether there was something to kill."""
    # Some kills fall among answers, some while the engine starts and messages pile up, a few while the gateway starts.
    waits = dice.random()
    if waits < 0.95:
        await asyncio.to_thread(server.wait_ready, engine=waits < patience)
    await asyncio.sleep(dice.uniform(0.05, 3))
    if victim == "engine":
        return bool(server.kill_engine())
    await asyncio.to_thread(server.kill)
    server.start()
    return True


async def run(
    folder: Path, *, rounds: int, seed: int, visitors: int = VISITORS, patience: float = 0.7
) -> dict[str, Any]:
    """All rounds and the comparison; `patience` is the share of kills that wait until the engine answers."""
    dice, began = random.Random(seed), time.monotonic()  # noqa: S311
    server = Server(folder)
    server.start()
    try:
        await asyncio.to_thread(server.wait_ready)
        questions = await asyncio.to_thread(calibrate, server)
        # Half of the victims each, in random order.
        victims = list(itertools.islice(itertools.cycle(["gateway", "engine"]), rounds))
        dice.shuffle(victims)
        kills: Counter[str] = Counter()
        async with Load(server.url, questions, dice, visitors=visitors) as load:
            for number, victim in enumerate(victims, start=1):
                kills[victim] += await _round(server, dice, victim, patience=patience)
                acked = sum(len(one.acked) for one in load.conversations)
                print(
                    f"round {number}/{rounds}: {victim}, {acked} acknowledged",
                    file=sys.stderr,
                    flush=True,
                )
            await asyncio.to_thread(server.wait_ready)
            await load.finish()
            await _settle(load, folder / "wegwijs.sqlite")
    finally:
        server.stop()
    promises = Promises(folder / "wegwijs.sqlite", load.conversations)
    promises.check()
    return {
        "ok": not promises.broken,
        "seed": seed,
        "seconds": round(time.monotonic() - began, 1),
        "kills": dict(kills),
        "visitors": visitors,
        "conversations": len(load.conversations),
        "understood by the model": sum(one.choice is None for one in questions),
        **dict(sorted(promises.counts.items())),
        "errors met": dict(load.errors.most_common()),
        "integrity_check": promises.integrity,
        "broken": promises.broken[:20],
    }


def main() -> int:
    """Print the result."""
    parser = argparse.ArgumentParser(prog="benchmarks.chaos", description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--visitors", type=int, default=VISITORS)
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        result = asyncio.run(
            run(Path(folder), rounds=chosen.rounds, seed=chosen.seed, visitors=chosen.visitors)
        )
    print(json.dumps(result, indent=2, ensure_ascii=False))
    return 0 if result["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
