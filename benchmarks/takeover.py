"""A person takes over, at the worst moment: python -m benchmarks.takeover

Two figures, each with real processes on one SQLite database. *The rush*: twenty colleagues in two processes all try to
claim the same five hundred chats at once, while both processes store the answers that their engines had under way.
*In flight*: the gateway's own `Answering` waits for an engine on two hundred chats; while the engine works, another
process claims the chat; then the engine answers. Prints one JSON object; exit code 1 on a broken promise.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import repeat
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.conversations import takeover
from bot.conversations.answering import Answering
from bot.conversations.exchange import Pending, next_unanswered, store_answer
from bot.conversations.models import Conversation, Entry, Sender, State
from bot.conversations.tokens import ConversationId
from bot.conversations.wakeups import Wakeups
from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.engine.protocol import EngineAnswer, EngineRequest
from bot.errors import Conflict
from tests.unit.conversations.talk import Talk, answered

PROCESSES = 2
GREETING = 1
"""Number of the first entry, which the assistant said before anyone waited."""

_barrier: Barrier


@dataclass(frozen=True)
class Rush:
    """What one process saw."""

    won: list[tuple[str, str]]
    """Conversation and colleague."""
    attempts: int
    stored: int
    """Answers that were stored: the colleague came later."""
    dropped: int


def rush(
    url: str, chats: Sequence[str], colleagues: Sequence[str], answered_here: Sequence[str]
) -> Rush:
    """One process: its colleagues try every chat in an order of their own, and an engine's answers come in between."""
    database = Database(url)
    under_way = [one for chat in answered_here if (one := _take(database, chat)) is not None]
    with ThreadPoolExecutor(len(colleagues) + 1) as pool:
        _barrier.wait()
        answers = pool.submit(_answer, database, under_way)
        won = list(pool.map(_claim_all, repeat(database), repeat(chats), colleagues))
    database.close()
    return Rush(
        won=[one for some in won for one in some],
        attempts=len(colleagues) * len(chats),
        stored=answers.result(),
        dropped=len(under_way) - answers.result(),
    )


def claim(url: str, chat: str) -> None:
    """One claim from another process."""
    database = Database(url)
    database.run(lambda session: takeover.claim(session, chat, "anna"))
    database.close()


def _claim_all(database: Database, chats: Sequence[str], colleague: str) -> list[tuple[str, str]]:
    won = []
    for chat in random.sample(chats, len(chats)):
        try:
            database.run(lambda session, chat=chat: takeover.claim(session, chat, colleague))
        except Conflict:
            continue
        won.append((chat, colleague))
    return won


def _take(database: Database, chat: str) -> Pending | None:
    return database.run(lambda session: next_unanswered(session, chat))


def _answer(database: Database, under_way: Sequence[Pending]) -> int:
    return sum(
        database.run(lambda session, one=one: store_answer(session, one, answered()))
        for one in random.sample(under_way, len(under_way))
    )


class HeldEngine:
    """Answers a chat only after a colleague in another process has claimed it."""

    def __init__(self, url: str, chats: Sequence[str], elsewhere: ProcessPoolExecutor) -> None:
        self._url = url
        self._chats = chats
        self._elsewhere = elsewhere
        self.answered = 0

    async def reply(self, request: EngineRequest) -> EngineAnswer:
        """The text of the message is the number of its chat."""
        chat = self._chats[int(request.text)]
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._elsewhere, claim, self._url, chat)
        self.answered += 1
        return answered("Te laat.")


async def in_flight(database: Database, url: str, count: int) -> dict[str, Any]:
    """Answers that were under way at a claim from another process."""
    chats = [_waiting(database, str(number)) for number in range(count)]
    with _processes() as elsewhere:
        engine = HeldEngine(url, chats, elsewhere)
        wakeups = Wakeups()
        answering = Answering(database, engine, wakeups)
        await asyncio.gather(*(_settled(answering, wakeups, chat) for chat in chats))
    spoken = database.run(lambda session: _bot_after_claim(session, chats, everything=True))
    return {
        "answers in flight at a takeover": engine.answered,
        "dropped": engine.answered - spoken,
        "broken": spoken + abs(engine.answered - count),
    }


async def _settled(answering: Answering, wakeups: Wakeups, chat: str) -> None:
    """Have a chat answered; returns when nothing of it is under way any more."""
    with wakeups.listen(chat) as woken:
        answering.wake(ConversationId(chat))
        while answering.is_busy(ConversationId(chat)):
            woken.clear()
            await woken.wait()


def all_at_once(database: Database, url: str, chats: int, staff: int) -> dict[str, Any]:
    """Colleagues of two processes claim the same chats."""
    waiting = [_waiting(database, "wat is OCAD?") for _ in range(chats)]
    names = [f"collega{number}" for number in range(staff)]
    began = time.monotonic()
    with _processes() as pool:
        shares = range(PROCESSES)
        seen = list(
            pool.map(
                rush,
                repeat(url),
                repeat(waiting),
                [names[share::PROCESSES] for share in shares],
                [waiting[share::PROCESSES] for share in shares],
            )
        )
    took = time.monotonic() - began
    won = [one for process in seen for one in process.won]
    times = Counter(chat for chat, _ in won)
    holders = database.run(lambda session: _holders(session, waiting))
    after = database.run(lambda session: _bot_after_claim(session, waiting))
    wrong = sum(1 for chat in waiting if times[chat] != 1) + sum(
        1 for chat, colleague in won if holders[chat] != colleague
    )
    return {
        "colleagues": staff,
        "processes": PROCESSES,
        "chats": chats,
        "attempts": sum(one.attempts for one in seen),
        "chats with one winner": sum(1 for chat in waiting if times[chat] == 1),
        "answers of the assistant before the claim": sum(one.stored for one in seen),
        "answers dropped": sum(one.dropped for one in seen),
        "messages of the assistant after a claim": after,
        "seconds": round(took, 1),
        "broken": wrong + after,
    }


def _waiting(database: Database, text: str) -> str:
    """A visitor who asked for a person, and whose last question the assistant has not answered yet."""
    talk = Talk(database)
    talk.hand_over()
    talk.say(text)
    return talk.id


def _holders(session: Session, chats: Sequence[str]) -> dict[str, str | None]:
    rows = session.execute(
        select(Conversation.id, Conversation.claimed_by).where(Conversation.id.in_(chats))
    )
    return {one.id: one.claimed_by for one in rows}


def _bot_after_claim(session: Session, chats: Sequence[str], *, everything: bool = False) -> int:
    """Messages of the assistant behind the one that says who joined; or behind the greeting, when none may be there."""
    claimed = (
        select(Entry.conversation_id, func.min(Entry.seq).label("seq"))
        .where(Entry.state == State.STAFF.value)
        .group_by(Entry.conversation_id)
        .subquery()
    )
    behind = Entry.seq > (GREETING if everything else claimed.c.seq)
    counted = (
        select(func.count())
        .select_from(Entry)
        .join(claimed, claimed.c.conversation_id == Entry.conversation_id)
        .where(Entry.sender == Sender.BOT.value, Entry.conversation_id.in_(chats), behind)
    )
    return session.scalar(counted) or 0


@contextmanager
def _processes() -> Iterator[ProcessPoolExecutor]:
    # Spawned, not forked: a fork would share the parent's connection to SQLite.
    context = get_context("spawn")
    with ProcessPoolExecutor(
        PROCESSES, mp_context=context, initializer=_begin, initargs=(context.Barrier(PROCESSES),)
    ) as pool:
        yield pool


def _begin(barrier: Barrier) -> None:
    global _barrier
    _barrier = barrier


def run(folder: Path, *, chats: int, staff: int, flights: int) -> dict[str, Any]:
    """Both figures, on a database in a folder."""
    url = f"sqlite:///{folder / 'wegwijs.sqlite'}"
    database = Database(url)
    migrate(database)
    found = {
        "rush": all_at_once(database, url, chats, staff),
        "in flight": asyncio.run(in_flight(database, url, flights)),
    }
    database.close()
    return found


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.takeover", description=__doc__)
    parser.add_argument("--chats", type=int, default=500)
    parser.add_argument("--staff", type=int, default=20)
    parser.add_argument("--flights", type=int, default=200)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = run(Path(folder), **vars(asked))
    print(json.dumps(found, indent=2))
    return 1 if any(one["broken"] for one in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
