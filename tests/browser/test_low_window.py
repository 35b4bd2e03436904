"""A phone on its side with its keyboard up: little height, and still a place to type and a place to read."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import QUESTION, Chat
from tests.browser.states import STATES
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

BOX = "one => { const { top, bottom } = one.getBoundingClientRect(); return [top, bottom]; }"


@pytest.mark.parametrize("height", [260, 230, 200, 170])
def test_the_question_is_wholly_in_sight_above_a_keyboard(
    height: int, chat: Chat, screenshots: Path
):
    chat.say(QUESTION)
    chat.page.set_viewport_size({"width": 812, "height": height})
    chat.question.fill("Wat is OCAD?")
    top, bottom = chat.panel.locator(".composer").evaluate(BOX)
    assert top >= 0
    assert bottom <= height
    assert chat.log.evaluate("one => one.clientHeight") >= 48
    assert chat.panel.locator("main").evaluate("one => one.scrollHeight - one.clientHeight") <= 0
    chat.page.screenshot(path=screenshots / f"widget-keyboard-{height}.png")


def test_a_keyboard_over_the_page_of_the_chat_itself_leaves_the_question_in_sight(
    page: Page, watch: Watch, server: Server
):
    page.set_viewport_size({"width": 812, "height": 375})
    page.goto(f"{server.url}/chat/demo")
    expect(page.locator(".entry").first).to_be_visible()
    page.evaluate(
        """() => {
          Object.defineProperty(visualViewport, "height", { value: 170 });
          visualViewport.dispatchEvent(new Event("resize"));
        }"""
    )
    top, bottom = page.locator(".composer").evaluate(BOX)
    assert top >= 0
    assert bottom <= 170
    assert page.get_by_role("log").evaluate("one => one.clientHeight") >= 48
    page.evaluate("localStorage.clear()")


@pytest.mark.parametrize(
    ("width", "height"), [(812, 375), (568, 320), (320, 320), (375, 430), (640, 400)]
)
def test_that_a_machine_answers_stays_in_sight(
    width: int, height: int, chat: Chat, screenshots: Path
):
    chat.page.set_viewport_size({"width": width, "height": height})
    told = chat.panel.get_by_text("U chat met een automatische assistent.")
    expect(told).to_be_in_viewport(ratio=1)
    assert chat.log.evaluate("one => one.clientHeight") >= 100
    chat.page.screenshot(path=screenshots / f"widget-low-{width}x{height}.png")


@pytest.mark.parametrize(
    "state", ["referral", "waiting", "personal", "soon over", "searching", "ended"]
)
def test_a_low_window_leaves_room_for_the_conversation_and_reaches_the_rest(
    state: str, page: Page, watch: Watch, server: Server
):
    # 1280 by 1024 points at 400 % zoom (WCAG 1.4.10).
    watch.provoke("/handover net::ERR_ABORTED")
    page.set_viewport_size({"width": 320, "height": 256})
    chat = Chat(page, server)
    chat.visit()
    STATES[state](chat)
    assert chat.log.evaluate("one => one.clientHeight") >= 100
    last = chat.panel.locator(".composer:not([hidden]) textarea, .closed:not([hidden]) button")
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport(ratio=0.9)
    assert chat.frame.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
