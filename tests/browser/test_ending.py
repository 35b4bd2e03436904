"""How a conversation ends by itself, and how one goes on after its end."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chat import MINUTES_LATER, Chat
from tests.browser.test_accessibility import ended
from tests.browser.watch import Watch

pytestmark = [pytest.mark.browser, pytest.mark.engine]

WARNING = "Over 5 minuten sluiten wij dit gesprek."


@pytest.fixture(autouse=True)
def without_content(watch: Watch) -> None:
    """Chromium calls an answer without content aborted."""
    watch.provoke(r"/close net::ERR_ABORTED")


def hide(chat: Chat) -> None:
    chat.launcher.click()
    expect(chat.launcher).to_have_attribute("aria-expanded", "false")


def end(chat: Chat) -> None:
    hide(chat)
    ended(chat)


def test_a_silent_conversation_ends_after_a_warning(chat: Chat):
    ending = chat.panel.locator(".ending")
    chat.frame.evaluate(MINUTES_LATER, 56)
    expect(ending).to_contain_text(WARNING)
    ending.get_by_role("button", name="Ga verder").click()
    expect(ending.locator("p")).to_have_text("")
    expect(chat.question).to_be_focused()
    chat.frame.evaluate(MINUTES_LATER, 56)
    expect(ending).to_contain_text(WARNING)
    chat.frame.evaluate(MINUTES_LATER, 6)
    expect(chat.panel.locator(".closed")).to_be_visible()
    expect(ending.locator("p")).to_have_text("")


def test_who_comes_back_to_an_ended_conversation_can_begin_another_at_once(chat: Chat):
    end(chat)
    hide(chat)
    chat.launcher.click()
    expect(chat.panel.get_by_role("button", name="Nieuw gesprek").last).to_be_focused()
    chat.page.keyboard.press("Enter")
    expect(chat.question).to_be_focused()
