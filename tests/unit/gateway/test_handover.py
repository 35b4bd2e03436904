"""The visitor's side of a handover: asked for, seen in the queue, and cancelled."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from bot.gateway import schemas, stream
from tests.unit.gateway.conftest import Chat


async def heard(chat: Chat, kind: str, times: int = 1) -> list[dict[str, Any]]:
    """The first events of a kind on a new stream."""
    found: list[dict[str, Any]] = []
    async with chat.client.get(chat.address("events"), headers=chat.headers) as events:
        last = ""
        while len(found) < times:
            line = (await asyncio.wait_for(events.content.readline(), 5)).decode().rstrip("\n")
            if line.startswith("event: "):
                last = line.removeprefix("event: ")
            elif line.startswith("data: ") and last == kind:
                found.append(json.loads(line.removeprefix("data: ")))
    return found


async def other(chat: Chat) -> Chat:
    """Another visitor of the same gateway."""
    opened = await (await chat.client.post("/api/conversations", json={"site": "demo"})).json()
    return Chat(chat.client, opened["id"], opened["token"])


async def test_who_asks_reads_who_will_read_along_and_what_else_is_possible(chat: Chat):
    assert (await chat.post("handover")).status == 202
    _, asked = await heard(chat, "entry", 2)
    assert asked["state"] == "waiting"
    assert "leest alles wat hier staat" in asked["reply"]["text"]
    assert [one["value"] for one in asked["reply"]["choices"]] == [
        "wachten", "aanvraag:terugbellen", "assistent",
    ]  # fmt: skip


async def test_the_place_is_told_with_when_somebody_comes(chat: Chat):
    await chat.post("handover")
    (told,) = await heard(chat, "queue")
    schemas.Queue.model_validate(told)
    assert (told["place"], told["wait"]) == (1, None)
    assert "niemand" in told["absent"]


async def test_the_place_is_kept_live_while_others_leave(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(stream, "LOOK", 0.05)
    behind = await other(chat)
    await chat.post("handover")
    await behind.post("handover")
    listening = asyncio.create_task(heard(behind, "queue", 2))
    await asyncio.sleep(0.1)
    await chat.post("handover/cancel")
    assert [one["place"] for one in await listening] == [2, 1]


async def test_waiting_is_cancelled_once(chat: Chat):
    await chat.post("handover")
    assert [(await chat.post("handover/cancel")).status for _ in range(2)] == [204, 204]
    assert [one["state"] for one in await heard(chat, "entry", 3)] == [None, "waiting", "bot"]


async def test_waiting_is_cancelled_with_the_token_alone(chat: Chat):
    await chat.post("handover")
    stranger = Chat(chat.client, chat.id, "verkeerd")
    assert (await stranger.post("handover/cancel")).status == 401
    assert [one["state"] for one in await heard(chat, "entry", 2)] == [None, "waiting"]


async def test_a_choice_goes_back_to_the_assistant_without_an_engine(chat: Chat):
    await chat.post("handover")
    answer = await chat.say("Ga verder met de assistent", choice="assistent")
    assert (await answer.json())["state"] == "bot"
    entries = await heard(chat, "entry", 4)
    assert [one["state"] for one in entries] == [None, "waiting", None, "bot"]
