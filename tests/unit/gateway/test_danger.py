"""Whoever is in danger gets the numbers, also when the message itself is refused."""

from __future__ import annotations

import pytest

from bot.errors import FilterFailed
from bot.gateway import filtering
from tests.unit.gateway.conftest import Chat

DANGER = "er staat iemand met een mes aan het loket"


async def test_in_a_closed_conversation_the_refusal_names_the_numbers(chat: Chat):
    await chat.post("close")
    refused = await chat.say(DANGER)
    assert refused.status == 409
    assert "112" in (await refused.json())["detail"]


async def test_when_the_filter_breaks_the_refusal_names_the_numbers(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
):
    def broken(text: str) -> None:
        raise FilterFailed("Het filter werkte niet.")

    monkeypatch.setattr(filtering, "find", broken)
    refused = await chat.say(DANGER)
    assert refused.status == 500
    assert "112" in (await refused.json())["detail"]


async def test_an_ordinary_refusal_names_no_numbers(chat: Chat):
    await chat.post("close")
    assert "112" not in (await (await chat.say("wat is OCAD?")).json())["detail"]
