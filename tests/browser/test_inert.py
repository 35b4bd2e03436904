"""Hundreds of hostile texts in every field that the panel shows: they stay text (RELIABILITY.md S1)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from bot.conversations.models import Sender
from bot.replies import Kind
from tests.browser.chat import Chat
from tests.browser.watch import Watch
from tests.common.payloads import PAYLOADS, RUN
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

ELEMENTS = "body script, iframe, object, embed, video, audio, img, style, base, math, marquee"

SCRIPTS = """
(elements) => ({
  ran: window.__xss ?? null,
  elements: document.querySelectorAll(elements).length,
  handlers: [...document.querySelectorAll("*")]
    .filter((one) => [...one.attributes].some(({ name }) => name.startsWith("on"))).length,
  links: [...document.links].map(({ href }) => href)
    .filter((href) => !/^(https|tel|mailto):/.test(href) && !href.startsWith(origin)),
})
"""

TOUCH = """
() => document.querySelectorAll("details, [tabindex], summary").forEach((one) => {
  one.open = true;
  one.focus();
})
"""
CLEAN = {"ran": None, "elements": 0, "handlers": 0, "links": []}


def entries(kind: Kind) -> list[dict[str, Any]]:
    """Each payload three times: what a visitor typed, what a colleague typed, and a reply with it in every field."""
    found: list[dict[str, Any]] = []
    for payload in PAYLOADS:
        for sender in (Sender.VISITOR, Sender.STAFF, Sender.BOT):
            reply = hostile(payload, kind) if sender is Sender.BOT else None
            found.append(
                {
                    "seq": len(found) + 1,
                    "at": payload if sender is Sender.STAFF else "2026-11-26T09:00:00.000+00:00",
                    "sender": sender.value,
                    "text": None if reply else payload,
                    "reply": reply,
                    "state": None,
                    "client_id": None,
                    "useful": None,
                }
            )
    return found


def hostile(payload: str, kind: Kind) -> dict[str, Any]:
    """A reply with a payload wherever it holds text."""
    contact = dict.fromkeys(("id", "name", "what_for", "url", "phone", "email"), payload)
    return {
        **dict.fromkeys(("text", "detail", "topic", "title", "reviewed", "asks"), payload),
        "kind": kind.value,
        "sources": [dict.fromkeys(("title", "publisher", "url", "date"), payload)],
        "contacts": [{**contact, "referral": True}, {**contact, "referral": False}],
        "choices": [{"label": payload, "value": payload}],
        "stale": False,
        "step": 1,
        "steps": 2,
    }


def test_there_are_three_hundred_payloads() -> None:
    assert len(set(PAYLOADS)) >= 300


@pytest.mark.parametrize("kind", [Kind.ANSWER, Kind.SAFETY])
def test_no_text_of_anyone_runs(kind: Kind, page: Page, watch: Watch, server: Server) -> None:
    log = entries(kind)
    queue = {"place": 1, "wait": PAYLOADS[0], "absent": PAYLOADS[1]}
    told = "".join(f"id: {one['seq']}\nevent: entry\ndata: {json.dumps(one)}\n\n" for one in log)
    told += f"event: queue\ndata: {json.dumps(queue)}\n\n"

    def stream(route: Route) -> None:
        begun = route.request.headers.get("last-event-id") == "0"
        route.fulfill(
            status=200, content_type="text/event-stream", body=told if begun else ": hb\n\n"
        )

    page.route("**/events*", stream)
    refused = {"status": 422, "detail": PAYLOADS[2]}
    page.route("**/messages", lambda route: route.fulfill(status=422, json=refused))
    watch.provoke("422")
    chat = Chat(page, server)
    chat.visit()
    chat.open()
    expect(chat.entries).to_have_count(len(log), timeout=60_000)
    for place, payload in ((0, PAYLOADS[0]), (3, PAYLOADS[1]), (4, PAYLOADS[1])):
        assert chat.entries.nth(place).locator(".bubble").text_content() == payload
    chat.type(PAYLOADS[3])
    expect(chat.log.locator(".rejected")).to_contain_text(PAYLOADS[2])
    # Whatever can be focused, opened or hovered is: some payloads wait for that.
    chat.frame.evaluate(TOUCH)
    assert chat.frame.evaluate(SCRIPTS, ELEMENTS) == CLEAN
    assert page.evaluate("window.__xss ?? null") is None
    assert RUN in chat.log.inner_text()
