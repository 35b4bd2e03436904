"""Every message is answered once and in order, whatever the engine does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from bot.conversations import answering as module
from bot.conversations.answering import APOLOGY, Answering, Engine
from bot.conversations.exchange import ATTEMPTS
from bot.conversations.models import Entry
from bot.conversations.wakeups import Wakeups
from bot.engine.client import EngineClient, EngineDown, EngineFailed
from bot.engine.protocol import EngineAnswer, EngineRequest
from bot.errors import Unavailable
from bot.gateway.schemas import LONGEST_TEXT
from bot.privacy.cleaning import clean
from tests.unit.conversations.talk import MemoryEngine, Talk, answered


@pytest.fixture(autouse=True)
def short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAUSE", 0.01)


@asynccontextmanager
async def answering(talk: Talk, engine: Engine) -> AsyncIterator[Answering]:
    """Runs until the block ends."""
    running = Answering(talk.database, engine, Wakeups())
    await running.start()
    try:
        yield running
    finally:
        await running.stop()


async def until(condition: Callable[[], bool], *, seconds: float = 5) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - the database wakes nobody
            await asyncio.sleep(0.005)


async def settled(*talks: Talk) -> None:
    await until(lambda: not any(talk.waits() for talk in talks))


def failures(talk: Talk) -> list[int]:
    return talk.all(Entry.attempts, Entry.conversation_id == talk.id, Entry.sender == "visitor")


async def test_what_was_unanswered_at_the_start_is_answered(talk: Talk):
    other = Talk(talk.database)
    talk.say("eerst")
    talk.say("daarna")
    other.say("elders")
    async with answering(talk, MemoryEngine()):
        await settled(talk, other)
    assert talk.texts("bot")[1:] == ["Antwoord op: eerst", "Antwoord op: daarna"]
    assert other.texts("bot")[1:] == ["Antwoord op: elders"]


async def test_messages_of_one_conversation_are_answered_in_order(talk: Talk):
    engine = MemoryEngine()
    async with answering(talk, engine) as running:
        for number in range(10):
            await asyncio.to_thread(talk.say, f"vraag {number}")
            running.wake(talk.id)
        await settled(talk)
    assert engine.asked == [f"vraag {number}" for number in range(10)]
    assert [request.dialogue.slots.get("said", []) for request in engine.requests] == [
        list(range(number)) for number in range(10)
    ]


async def test_a_message_that_arrives_while_one_is_answered_is_answered_next(talk: Talk):
    hold = asyncio.Event()
    engine = MemoryEngine(hold)
    talk.say("eerst")
    async with answering(talk, engine) as running:
        await until(lambda: engine.asked == ["eerst"])
        talk.say("daarna")
        running.wake(talk.id)
        hold.set()
        await settled(talk)
    assert engine.asked == ["eerst", "daarna"]


async def test_a_conversation_does_not_wait_for_another(talk: Talk):
    hold, other = asyncio.Event(), Talk(talk.database)
    engine = MemoryEngine(hold)
    talk.say("traag")
    async with answering(talk, engine) as running:
        await until(lambda: engine.asked == ["traag"])
        other.say("vlug")
        running.wake(other.id)
        await settled(other)
        assert running.is_busy(talk.id)
        assert talk.texts("bot") == ["Dag."]
        hold.set()
        await settled(talk)


async def test_what_was_read_when_it_was_stored_is_answered_once(talk: Talk):
    engine = MemoryEngine()
    async with answering(talk, engine) as running:
        talk.say("eerst")
        first = talk.take()
        talk.say("daarna")
        running.wake(talk.id, first)
        running.wake(talk.id, first)
        await settled(talk)
        await until(lambda: not running.is_busy(talk.id))
    assert engine.asked == ["eerst", "daarna"]
    assert talk.texts("bot")[1:] == ["Antwoord op: eerst", "Antwoord op: daarna"]


async def test_waking_without_reason_asks_the_engine_nothing(talk: Talk):
    engine = MemoryEngine()
    async with answering(talk, engine) as running:
        for _ in range(5):
            running.wake(talk.id)
        await until(lambda: not running.is_busy(talk.id))
    assert engine.asked == []


async def test_an_engine_that_is_down_costs_a_message_no_attempt(talk: Talk):
    talk.say("geduld")
    async with answering(talk, MemoryEngine(*[EngineDown] * 8)):
        await settled(talk)
    assert talk.texts("bot")[1:] == ["Antwoord op: geduld"]
    assert failures(talk) == [0]


async def test_a_gateway_that_ends_over_and_over_costs_a_message_no_attempt(talk: Talk):
    talk.say("geduld")
    for _ in range(ATTEMPTS + 1):
        engine = MemoryEngine(asyncio.Event())
        async with answering(talk, engine):
            await until(lambda: engine.asked == ["geduld"])  # noqa: B023
    async with answering(talk, MemoryEngine()):
        await settled(talk)
    assert talk.texts("bot")[1:] == ["Antwoord op: geduld"]


async def test_an_engine_that_fails_is_asked_again(talk: Talk):
    talk.say("moeilijk")
    async with answering(talk, MemoryEngine(*[EngineFailed("status 500")] * (ATTEMPTS - 1))):
        await settled(talk)
    assert talk.texts("bot")[1:] == ["Antwoord op: moeilijk"]
    assert failures(talk) == [ATTEMPTS - 1]


@pytest.mark.parametrize("error", [EngineFailed("status 500"), RuntimeError("unforeseen")])
async def test_a_message_on_which_the_engine_keeps_failing_gets_an_apology(
    talk: Talk, error: Exception
):
    talk.say("gif")
    talk.say("daarna")
    engine = MemoryEngine(*[error] * ATTEMPTS)
    async with answering(talk, engine):
        await settled(talk)
    assert engine.asked == ["gif"] * ATTEMPTS + ["daarna"]
    assert talk.texts("bot")[1:] == [APOLOGY.text, "Antwoord op: daarna"]
    assert talk.outcomes() == ["niet_begrepen", "beantwoord"]


async def test_a_message_that_placeholders_made_long_is_answered(talk: Talk):
    """4,000 characters of short profiles are 9,600 once cleaned."""
    text = clean("@abc " * (LONGEST_TEXT // 5)).text
    assert len(text) > 2 * LONGEST_TEXT
    talk.say(text)
    async with answering(talk, MemoryEngine()):
        await settled(talk)
    assert talk.texts("bot")[1:] == [f"Antwoord op: {text}"]


async def test_an_error_that_nobody_foresaw_is_logged_without_what_was_said(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    said = "wat is OCAD?"

    def broken(*_: object) -> None:
        raise ValueError(said)

    talk.say(said)
    with monkeypatch.context() as patch:
        patch.setattr(module, "next_unanswered", broken)
        async with answering(talk, MemoryEngine()):
            await until(lambda: "answering failed: ValueError" in caplog.text)
    assert said not in caplog.text


async def test_an_answer_that_cannot_be_stored_ends_in_an_apology(talk: Talk):
    class Babbling(MemoryEngine):
        async def reply(self, request: EngineRequest) -> EngineAnswer:
            return answered(outcome="bogus")

    talk.say()
    async with answering(talk, Babbling()):
        await settled(talk)
    assert talk.texts("bot")[1:] == [APOLOGY.text]


async def test_an_answer_is_stored_once_when_the_database_was_away(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
):
    write, refusals = talk.database.write, iter([False, True, True, False, True])

    async def sometimes(work):
        if next(refusals, False):
            raise Unavailable("even weg")
        return await write(work)

    talk.say()
    monkeypatch.setattr(talk.database, "write", sometimes)
    async with answering(talk, MemoryEngine()):
        await settled(talk)
    assert talk.texts("bot")[1:] == ["Antwoord op: wat is OCAD?"]
    assert talk.outcomes() == ["beantwoord"]


async def test_what_is_cut_off_by_a_stop_is_answered_at_the_next_start(talk: Talk):
    engine = MemoryEngine(asyncio.Event())
    talk.say("afgebroken")
    async with answering(talk, engine):
        await until(lambda: engine.asked == ["afgebroken"])
    assert len(talk.waits()) == 1
    async with answering(talk, MemoryEngine()):
        await settled(talk)
    assert talk.texts("bot")[1:] == ["Antwoord op: afgebroken"]


async def test_nothing_is_begun_after_a_stop(talk: Talk):
    engine = MemoryEngine(asyncio.Event())
    talk.say("eerst")
    async with answering(talk, engine) as running:
        await until(lambda: engine.asked == ["eerst"])
        running.wake(talk.id)
    await asyncio.sleep(0.05)
    assert not running.is_busy(talk.id)
    assert engine.asked == ["eerst"]


async def test_whoever_reads_along_is_woken_by_an_answer(talk: Talk):
    wakeups, engine = Wakeups(), MemoryEngine()
    running = Answering(talk.database, engine, wakeups)
    talk.say()
    with wakeups.listen(talk.id) as woken:
        await running.start()
        await settled(talk)
        await asyncio.wait_for(woken.wait(), 1)
    await running.stop()


async def test_two_gateways_on_one_database_answer_a_message_once(talk: Talk):
    for number in range(10):
        talk.say(f"vraag {number}")
    async with answering(talk, MemoryEngine()), answering(talk, MemoryEngine()):
        await settled(talk)
    assert sorted(talk.texts("bot")[1:]) == [f"Antwoord op: vraag {number}" for number in range(10)]
    assert len(talk.outcomes()) == 10


async def test_waiting_for_a_busy_engine_costs_a_message_no_attempt(tmp_path: Path):
    """More requests than an engine takes at a time stand in line; that is no failure of the engine."""
    hold = asyncio.Event()

    async def slow(request: web.Request) -> web.Response:
        await hold.wait()
        return web.Response(text=answered().model_dump_json(), content_type="application/json")

    app = web.Application()
    app.router.add_post("/reply", slow)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.UnixSite(runner, str(tmp_path / "engine.sock")).start()
    client = EngineClient(tmp_path / "engine.sock", timeout=20)
    asked = [
        asyncio.create_task(client.reply(EngineRequest(text=str(number)))) for number in range(12)
    ]
    await asyncio.wait(asked, timeout=2.3)
    hold.set()
    outcomes = await asyncio.gather(*asked, return_exceptions=True)
    await client.close()
    await runner.cleanup()
    assert not any(isinstance(one, EngineFailed) for one in outcomes)
    assert sum(isinstance(one, EngineAnswer) for one in outcomes) == 8
