"""WCAG 2.2 AA as far as a machine can judge it. Screen readers and people judge the rest."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import CONTRAST, violations
from tests.browser.chat import DANGER, PHONE, QUESTION, REFERRAL, Chat
from tests.browser.states import STATES, asked
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_wrong(state: str, page: Page, watch: Watch, server: Server):
    chat = Chat(page, server)
    # Nobody reads the empty answer to a request for a person before the page is closed.
    watch.provoke("ERR_INTERNET_DISCONNECTED|/handover net::ERR_ABORTED")
    chat.visit()
    STATES[state](chat)
    listed = [CONTRAST] if state in ("menu", "erasing") else []
    # What asks whether there is a conversation is empty, out of sight, and gone at once.
    for place in (one for one in page.frames if one is page.main_frame or "/panel?" in one.url):
        assert violations(place, *listed) == ""


def test_axe_finds_nothing_wrong_on_a_phone(page: Page, watch: Watch, server: Server):
    page.set_viewport_size(PHONE)
    chat = Chat(page, server)
    chat.visit()
    assert violations(page) == ""
    STATES["answer"](chat)
    assert violations(chat.frame) == ""
    width = chat.frame.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width == [PHONE["width"], PHONE["width"]]


SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""

CLIPPED = """
() => [...document.querySelectorAll("button, p, h1, h2, h3, a, label, summary, textarea")]
  .filter((one) => one.offsetParent && !one.closest(".spoken") && one.scrollWidth > one.clientWidth + 1)
  .filter((one) => getComputedStyle(one).display !== "inline")
  .map((one) => `${one.className || one.tagName}: ${one.textContent.slice(0, 40)}`)
"""


@pytest.mark.parametrize("width", [320, 640])
def test_text_fits_on_a_narrow_screen_with_more_space(
    width: int, page: Page, watch: Watch, server: Server
):
    # 640 points at 200 % zoom are 320 too; here the text is doubled instead.
    page.set_viewport_size({"width": width, "height": 720})
    chat = Chat(page, server)
    chat.visit()
    asked(REFERRAL, ".referral")(chat)
    style = SPACED if width == 320 else "html { font-size: 200% !important; }"
    chat.frame.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }",
        style,
    )
    assert chat.frame.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert chat.frame.evaluate(CLIPPED) == []
    expect(chat.question).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("forced", ["active", "none"])
def test_axe_finds_nothing_wrong_in_other_colours(
    scheme: Literal["light", "dark"],
    forced: Literal["active", "none"],
    page: Page,
    watch: Watch,
    server: Server,
):
    page.emulate_media(color_scheme=scheme, forced_colors=forced)
    chat = Chat(page, server)
    chat.visit()
    asked(DANGER, ".safety")(chat)
    chat.say(REFERRAL)
    assert violations(chat.frame, *([CONTRAST] if forced == "active" else [])) == ""


def test_nothing_moves_for_who_asks_for_less_motion(chat: Chat):
    chat.say(QUESTION)
    moving = "document.getAnimations().filter((one) => one.playState === 'running').length"
    assert chat.frame.evaluate(moving) == 0


@pytest.mark.parametrize("path", ["privacy", "toegankelijkheid"])
def test_axe_finds_nothing_wrong_on_a_page_about_the_chat(
    path: str, page: Page, watch: Watch, server: Server
):
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{server.url}/{path}")
        assert violations(page) == ""
        assert page.evaluate("document.documentElement.scrollWidth") <= width


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
