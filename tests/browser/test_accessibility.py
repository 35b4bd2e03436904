"""WCAG 2.2 AA as far as a machine can judge it. Screen readers and people judge the rest."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page, expect

from tests.browser.chat import DANGER, DOUBTS, QUESTION, Chat
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

PHONE = {"width": 375, "height": 812}

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Each frame is judged by itself: axe cannot look from one origin into another.
OPTIONS = {"runOnly": RULES, "resultTypes": ["violations"], "iframes": False}


def violations(place: Page | Frame) -> str:
    """What axe finds wrong, to read; empty when that is nothing."""
    found = Axe().run(place, options=OPTIONS)
    return found.generate_report() if found.violations_count else ""


def asked(question: str, then: str) -> Callable[[Chat], None]:
    """A state of the panel: a question, and what its reply holds."""

    def reach(chat: Chat) -> None:
        chat.open()
        expect(chat.say(question).locator(then)).to_be_visible()

    return reach


def clarified(chat: Chat) -> None:
    """Ask until the bot is in doubt and offers a choice."""
    chat.open()
    for doubt in DOUBTS:
        if chat.say(doubt).locator(".reply-clarify").count():
            return
    pytest.fail("geen van de twijfelvragen wordt nog verduidelijkt: kies andere in chat.py")


STATES: dict[str, Callable[[Chat], None]] = {
    "closed": lambda chat: expect(chat.launcher).to_be_visible(),
    "open": Chat.open,
    "answer": asked(QUESTION, ".sources"),
    "safety": asked(DANGER, ".safety"),
    "clarify": clarified,
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_wrong(state: str, page: Page, watch: Watch, server: Server):
    chat = Chat(page, server)
    chat.visit()
    STATES[state](chat)
    for place in page.frames:
        assert violations(place) == ""


def test_axe_finds_nothing_wrong_on_a_phone(page: Page, watch: Watch, server: Server):
    page.set_viewport_size(PHONE)
    chat = Chat(page, server)
    chat.visit()
    assert violations(page) == ""
    STATES["answer"](chat)
    assert violations(chat.frame) == ""
    width = chat.frame.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width == [PHONE["width"], PHONE["width"]]


def test_everything_can_be_done_by_keyboard(page: Page, watch: Watch, server: Server):
    chat = Chat(page, server)
    chat.visit()
    expect(chat.launcher).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(chat.launcher).to_be_focused()
    page.keyboard.press("Enter")
    expect(chat.question).to_be_focused()
    expect(chat.entries).to_have_count(1)
    page.keyboard.type("Wat is")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("OCAD?")
    page.keyboard.press("Enter")
    expect(chat.behind(1).locator(".sources")).to_be_visible()
    expect(chat.question).to_be_focused()
    page.keyboard.press("Escape")
    expect(chat.launcher).to_be_focused()
    expect(chat.launcher).to_have_attribute("aria-expanded", "false")
    expect(page.locator("wegwijs-widget iframe")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(chat.question).to_be_focused()
    expect(chat.log).to_contain_text("OCAD")


def test_there_is_one_log_and_each_message_is_announced_once(chat: Chat):
    expect(chat.panel.locator("[role=log]")).to_have_count(1)
    expect(chat.log).to_have_attribute("aria-live", "polite")
    assert chat.log.locator("[aria-live], [role=status], [role=alert], [role=log]").count() == 0
    chat.say(QUESTION)
    expect(chat.log).to_contain_text("Voor wie vraagt u dit?")
    chat.settle()
    assert len(chat.announced) == chat.entries.count() == 4
    before = chat.entries.count()
    chat.choose("Gemeente of stad")
    chat.behind(before)
    chat.settle()
    assert len(chat.announced) == chat.entries.count()
