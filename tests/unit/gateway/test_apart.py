"""A text that takes long keeps only its sender waiting."""

from __future__ import annotations

import asyncio
import threading
from types import ModuleType

import pytest

from bot.gateway import conversations, filtering
from tests.unit.gateway.conftest import Chat


@pytest.mark.parametrize(("module", "step"), [(conversations, "check"), (filtering, "find")])
async def test_others_are_served_while_a_heavy_text_is_read(
    chat: Chat, monkeypatch: pytest.MonkeyPatch, module: ModuleType, step: str
):
    read, begun, may_end = getattr(module, step), threading.Event(), threading.Event()

    def slowly(text: str) -> object:
        begun.set()
        assert may_end.wait(10)
        return read(text)

    monkeypatch.setattr(module, step, slowly)
    heavy = asyncio.create_task(chat.say("wat is OCAD?"))
    assert await asyncio.to_thread(begun.wait, 10)
    async with asyncio.timeout(5):
        opened = await chat.client.post("/api/conversations", json={})
    assert (opened.status, heavy.done()) == (201, False)
    may_end.set()
    assert (await heavy).status == 202
