"""How a conversation ends by itself, and how one goes on after its end."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.chat import DANGER, MINUTES_LATER, Chat
from tests.browser.states import ended
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


def test_a_closed_panel_ends_nothing_and_warns_once_it_is_opened(chat: Chat):
    ending = chat.panel.locator(".ending")
    hide(chat)
    chat.frame.evaluate(MINUTES_LATER, 56)
    expect(ending.locator("p")).to_have_text("")
    chat.frame.evaluate(MINUTES_LATER, 60)
    chat.page.wait_for_timeout(300)
    chat.launcher.click()
    # Who opens it now has the whole time that the warning speaks of.
    expect(ending).to_contain_text(WARNING)
    chat.frame.evaluate(MINUTES_LATER, 4)
    expect(ending).to_contain_text(WARNING)
    expect(chat.panel.locator(".closed")).to_be_hidden()
    chat.frame.evaluate(MINUTES_LATER, 2)
    expect(chat.panel.locator(".closed")).to_be_visible()


def test_who_comes_back_to_an_ended_conversation_can_begin_another_at_once(chat: Chat):
    end(chat)
    hide(chat)
    chat.launcher.click()
    expect(chat.panel.get_by_role("button", name="Nieuw gesprek").last).to_be_focused()
    chat.page.keyboard.press("Enter")
    expect(chat.question).to_be_focused()


def ask(chat: Chat, text: str, *, pressed: bool) -> None:
    """What a page of the host hands over, after the visitor pressed something there or by itself."""
    chat.page.evaluate(
        """([text, pressed]) => {
          Object.defineProperty(navigator, "userActivation", { value: { isActive: pressed }, configurable: true });
          Wegwijs.ask(text);
        }""",
        [text, pressed],
    )


def test_a_question_of_the_page_begins_another_conversation_after_the_end(
    chat: Chat, watch: Watch, screenshots: Path
):
    watch.provoke("409")
    end(chat)
    before = chat.session["id"]
    ask(chat, DANGER, pressed=True)
    expect(chat.log.locator(".safety")).to_have_count(1)
    expect(chat.log.locator(".entry-visitor .said")).to_have_text([DANGER])
    expect(chat.log.locator(".rejected")).to_have_count(0)
    expect(chat.question).to_be_focused()
    assert chat.session["id"] != before
    chat.page.screenshot(path=screenshots / "widget-asked-after-end.png")


def test_a_question_of_the_page_also_when_the_panel_does_not_know_of_the_end_yet(
    chat: Chat, watch: Watch
):
    watch.provoke("409")
    key = chat.session
    chat.page.route("**/events*", lambda route: route.abort())
    watch.provoke("events")
    end_path = f"/api/conversations/{key['id']}/close"
    assert chat.server.send("POST", end_path, token=key["token"])[0] == 204
    chat.page.reload()
    ask(chat, DANGER, pressed=True)
    chat.page.unroute("**/events*")
    expect(chat.log.locator(".safety")).to_have_count(1)
    expect(chat.log.locator(".rejected")).to_have_count(0)
    assert chat.session["id"] != key["id"]


def test_a_question_that_is_put_ready_stands_below_what_the_visitor_types(chat: Chat):
    chat.question.fill("Ik ben nog bezig")
    chat.question.press("ArrowLeft")
    for _ in range(2):
        ask(chat, "Wat is OCAD?", pressed=False)
    expect(chat.question).to_have_value("Ik ben nog bezig\nWat is OCAD?")
    chat.question.press_sequentially("x")
    expect(chat.question).to_have_value("Ik ben nog bezixg\nWat is OCAD?")
