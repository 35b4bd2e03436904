"""The pages about the chat itself, and the conversation as a page."""

from __future__ import annotations

import json

import pytest
from aiohttp.test_utils import TestClient

from bot.gateway.statements import TIMES
from bot.settings import PROJECT
from tests.common.payloads import PAYLOADS
from tests.unit.gateway.conftest import Chat


async def test_the_privacy_page_gives_the_terms_of_the_settings(client: TestClient):
    text = await (await client.get("/privacy")).text()
    assert "30 dagen na het laatste bericht" in text
    assert "90 dagen na het laatste bericht" in text
    assert "$" not in text


async def test_the_privacy_page_and_the_guide_say_when_a_conversation_ends(client: TestClient):
    times = json.loads(TIMES.read_text())
    page = await (await client.get("/privacy")).text()
    guide = (PROJECT / "docs" / "nl" / "chat-op-uw-site.md").read_text()
    for text in (page, guide):
        assert f"{times['idle']} minuten" in text
        assert f"{times['warning']} minuten" in text


async def test_the_accessibility_statement_says_what_nobody_tried(client: TestClient):
    text = await (await client.get("/toegankelijkheid")).text()
    assert "Geen mens heeft de chat al gebruikt met een schermlezer" in text


async def test_the_conversation_as_a_page_holds_no_markup_of_anyone(chat: Chat):
    for number, payload in enumerate(PAYLOADS[::70]):
        body = {"client_id": f"xss-{number}", "text": payload}
        response = await chat.client.post(chat.address("messages"), json=body, headers=chat.headers)
        assert response.status == 202
    response = await chat.client.get(
        f"{chat.address('transcript')}?format=html", headers=chat.headers
    )
    text = await response.text()
    assert response.content_type == "text/html"
    assert text.count("<article") == len(PAYLOADS[::70]) + 1
    for tag in ("<img", "<script", "<svg", "<iframe", "<a "):
        assert tag not in text


@pytest.mark.parametrize("poll", ["now", "idle"])
async def test_a_poll_ends_once_it_has_told_something(chat: Chat, poll: str):
    response = await chat.client.get(f"{chat.address('events')}?poll={poll}", headers=chat.headers)
    assert (await response.text()).startswith("id: 1\nevent: entry\n")


async def test_a_poll_of_another_kind_is_refused(chat: Chat):
    response = await chat.client.get(f"{chat.address('events')}?poll=ooit", headers=chat.headers)
    assert response.status == 400
