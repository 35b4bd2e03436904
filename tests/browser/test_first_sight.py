"""What a visitor sees before the script and the conversation are there: the greeting, in its place."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.chat import Chat
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser]

BOX = "one => { const { x, y, width, height } = one.getBoundingClientRect(); return [x, y, width, height]; }"
# Before its first paint a page may still lack its styles, and nobody sees it.
PAINTED = """() => new Promise(seen => new PerformanceObserver(seen).observe({ type: "paint", buffered: true }))"""


def test_the_greeting_is_there_without_the_script(page: Page, server: Server):
    page.route("**/widget/panel.js", lambda route: route.abort())
    page.goto(f"{server.url}/panel?site=demo")
    expect(page.locator(".early")).to_contain_text("automatische assistent")
    expect(page.locator(".early strong").last).to_have_text("101")


@pytest.mark.parametrize("width", [420, 320])
def test_the_greeting_of_the_conversation_takes_its_place_without_a_jump(
    width: int, page: Page, watch: Watch, server: Server
):
    held: list[Route] = []
    page.set_viewport_size({"width": width, "height": 700})
    page.route("**/api/conversations", lambda route: held.append(route))
    page.goto(f"{server.url}/panel?site=demo")
    early, greeting = page.locator(".early .bubble"), page.locator(".entry .bubble")
    expect(page.get_by_label("Uw vraag")).to_be_visible()
    before, text = early.evaluate(BOX), early.inner_text()
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(greeting).to_be_visible()
    expect(page.locator(".early")).to_have_count(0)
    assert greeting.evaluate(BOX) == before
    assert greeting.inner_text() == text
    page.evaluate("localStorage.clear()")


@pytest.mark.parametrize("width", [1280, 420, 320])
def test_nothing_moves_when_the_script_comes(width: int, chat: Chat):
    held: list[Route] = []
    page, frame = chat.page, chat.panel
    page.set_viewport_size({"width": width, "height": 700})
    page.route("**/widget/panel.js", lambda route: held.append(route))
    chat.visit()
    chat.launcher.click()
    expect(frame.locator(".early")).to_be_visible()
    frame.locator("html").evaluate(PAINTED)
    early = [frame.locator(one) for one in ("h1", "header", ".disclosure", ".early .bubble")]
    before = [one.evaluate(BOX) for one in early]
    held[0].continue_()
    expect(chat.entries.first).to_be_visible()
    after = [*early[:3], frame.locator(".entry .bubble")]
    assert [one.evaluate(BOX) for one in after] == before
