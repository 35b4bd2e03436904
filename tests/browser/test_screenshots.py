"""Pictures of the main states in .build/screenshots/, for people to look at. Nothing is compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import DANGER, QUESTION, REFERRAL, Chat
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

SIZES = {"desktop": (1280, 800), "phone": (375, 812)}


@pytest.mark.parametrize("size", SIZES)
def test_the_main_states_are_pictured(
    size: str, page: Page, watch: Watch, server: Server, screenshots: Path
):
    def picture(state: str) -> None:
        page.screenshot(path=screenshots / f"{size}-{state}.png")

    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    chat = Chat(page, server)
    chat.visit()
    expect(chat.launcher).to_be_visible()
    picture("1-closed")
    chat.open()
    picture("2-open")
    for state, question in (("3-answer", QUESTION), ("4-referral", REFERRAL), ("5-safety", DANGER)):
        chat.say(question)
        chat.settle()
        picture(state)
    chat.panel.get_by_role("button", name="Meer mogelijkheden").click()
    picture("6-menu")
    chat.panel.locator("#menu").get_by_role("button", name="Wis dit gesprek").click()
    picture("7-erase")
