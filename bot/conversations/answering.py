"""Has each stored message answered by the engine: in order within a conversation, side by side across them.

A message is in the log before it comes here, so nothing is lost when the engine or this process ends: what is still
unanswered at the start is answered then.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Protocol

from bot.conversations.exchange import (
    ATTEMPTS,
    Pending,
    count_failure,
    next_unanswered,
    store_answer,
    store_apology,
    unanswered_conversations,
)
from bot.conversations.tokens import ConversationId
from bot.conversations.wakeups import Wakeups
from bot.database.connection import Database
from bot.engine.client import EngineDown, EngineFailed
from bot.engine.protocol import EngineAnswer, EngineRequest
from bot.errors import Unavailable, trace
from bot.replies import Choice, Kind, Reply

log = logging.getLogger(__name__)

PAUSE = 0.25
"""Seconds between attempts while no engine is ready."""

SIDE_BY_SIDE = 32
"""Messages that are with the engines at one time; the others wait in the log."""

APOLOGY = Reply(
    kind=Kind.FALLBACK,
    text="Ik kan deze vraag nu niet verwerken, sorry. Stel ze in andere woorden, of vraag naar een medewerker.",
    choices=(Choice(label="Ik wil een medewerker spreken", value="medewerker"),),
)


class Engine(Protocol):
    """Whoever answers messages."""

    async def reply(self, request: EngineRequest) -> EngineAnswer:
        """Answer one message; raises EngineDown or EngineFailed."""
        ...


class Answering:
    """Keeps one task for each conversation that has something unanswered."""

    def __init__(self, database: Database, engine: Engine, wakeups: Wakeups) -> None:
        self._database = database
        self._engine = engine
        self._wakeups = wakeups
        self._tasks: dict[ConversationId, asyncio.Task[None]] = {}
        self._again: set[ConversationId] = set()
        self._slots = asyncio.Semaphore(SIDE_BY_SIDE)

    async def start(self) -> None:
        """Take up what a crash left unanswered."""
        for conversation in await self._database.read(unanswered_conversations):
            self.wake(conversation)

    async def stop(self) -> None:
        """Let go; what is unanswered stays in the log for the next start."""
        self._again.clear()
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def wake(self, conversation: ConversationId, first: Pending | None = None) -> None:
        """Something of this conversation is new, and may be unanswered: readers are told, and the engine is asked.

        Who has just read the oldest message that waits gives it as `first`.
        """
        self._wakeups.notify(conversation)
        if conversation in self._tasks:
            self._again.add(conversation)
            return
        task = asyncio.create_task(self._answer_all(conversation, first))
        self._tasks[conversation] = task
        task.add_done_callback(lambda _: self._done(conversation))

    def is_busy(self, conversation: ConversationId) -> bool:
        """Whether an answer is being made."""
        return conversation in self._tasks

    def _done(self, conversation: ConversationId) -> None:
        self._tasks.pop(conversation, None)
        if conversation in self._again:
            self._again.discard(conversation)
            self.wake(conversation)
        self._wakeups.notify(conversation)

    async def _answer_all(self, conversation: ConversationId, first: Pending | None) -> None:
        while True:
            try:
                async with self._slots:
                    pending = first or await self._database.read(
                        lambda session: next_unanswered(session, conversation)
                    )
                    first = None
                    if pending is None:
                        return
                    settled = await self._answer(pending)
                if settled and pending.last:
                    # Whatever came meanwhile has called `wake`; readers are told when the task is done.
                    return
                self._wakeups.notify(conversation)
            except Unavailable:
                settled = False
            except asyncio.CancelledError:
                raise
            except Exception as error:
                log.error("answering failed: %s", trace(error))
                settled = False
            if not settled:
                await asyncio.sleep(PAUSE)

    async def _answer(self, pending: Pending) -> bool:
        """Try once; tells whether the message is settled."""
        if pending.failures >= ATTEMPTS:
            await self._database.write(lambda session: store_apology(session, pending, APOLOGY))
            return True
        try:
            answer = await self._engine.reply(pending.request)
            await self._database.write(lambda session: store_answer(session, pending, answer))
        except EngineDown:
            return False
        except Unavailable:
            raise
        except Exception as error:
            # The engine failed, or gave what cannot be stored.
            log.warning(
                "engine failed on a message: %s",
                error if isinstance(error, EngineFailed) else type(error),
            )
            await self._database.write(lambda session: count_failure(session, pending))
            return False
        return True
