"""What comes in while the panel is closed stands on the launcher: on this page, the next, and in every tab."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.axe import violations
from tests.browser.chat import DANGER, Chat
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

NAME = "Vraag het Wegwijs"
ASKED_ONCE = re.compile(r"/events\?.*poll=now")


def close(chat: Chat) -> None:
    chat.panel.get_by_role("button", name="Sluit de chat").click()
    expect(chat.launcher).to_be_focused()


def meanwhile(chat: Chat, key: dict[str, str], text: str = DANGER) -> None:
    """Something is asked elsewhere, so that an answer comes in here."""
    path = f"/api/conversations/{key['id']}/messages"
    body = {"client_id": f"elders-{abs(hash(text))}", "text": text}
    assert chat.server.send("POST", path, body, key["token"])[0] == 202


def badge(chat: Chat, count: int) -> None:
    name = (
        NAME
        if not count
        else f"{NAME}, {count} nieuw{'' if count == 1 else 'e'} bericht{'' if count == 1 else 'en'}"
    )
    expect(chat.launcher).to_have_accessible_name(name)
    if count:
        expect(chat.launcher.locator("b")).to_have_text(str(count))
    else:
        expect(chat.launcher.locator("b")).to_be_hidden()


def test_a_closed_panel_counts_and_opening_it_ends_the_count(chat: Chat, screenshots: Path):
    key = chat.session
    badge(chat, 0)
    close(chat)
    meanwhile(chat, key)
    badge(chat, 1)
    expect(chat.page.locator("wegwijs-widget > p")).to_have_text("Chat: 1 nieuw bericht")
    for scheme in ("light", "dark"):
        chat.page.emulate_media(color_scheme=scheme)
        assert violations(chat.page) == ""
        chat.page.screenshot(path=screenshots / f"widget-unread-{scheme}.png")
    chat.launcher.click()
    badge(chat, 0)
    close(chat)
    badge(chat, 0)


def test_an_open_panel_counts_nothing_on_the_launcher(chat: Chat):
    chat.say(DANGER)
    expect(chat.launcher.locator("b")).to_be_hidden()


def test_the_next_page_counts_what_came_in_between(chat: Chat):
    key = chat.session
    close(chat)
    chat.page.goto("about:blank")
    meanwhile(chat, key)
    chat.visit()
    badge(chat, 1)
    meanwhile(chat, key, "Iemand heeft hier een wapen bij zich aan het loket")
    badge(chat, 2)
    # What the panel holds now was read before the badge: opening shows it all.
    chat.open()
    badge(chat, 0)
    chat.visit()
    expect(chat.page.locator("wegwijs-widget iframe")).to_have_count(1)
    badge(chat, 0)


def test_every_tab_counts_and_reading_in_one_is_enough(chat: Chat):
    other = Chat(chat.page.context.new_page(), chat.server)
    other.visit()
    key = chat.session
    close(chat)
    expect(other.page.locator("wegwijs-widget iframe[title='Wegwijs: chat']")).to_have_count(1)
    meanwhile(chat, key)
    badge(chat, 1)
    badge(other, 1)
    other.open()
    badge(other, 0)
    badge(chat, 0)
    other.page.close()


@pytest.mark.parametrize("command", ["Nieuw gesprek", "Wis dit gesprek"])
def test_another_conversation_is_counted_anew_in_every_tab(command: str, chat: Chat):
    other = Chat(chat.page.context.new_page(), chat.server)
    other.visit()
    other.open()
    chat.say(DANGER)
    expect(other.log.locator(".safety")).to_have_count(1)
    before = chat.session["id"]
    chat.command(command)
    if command.startswith("Wis"):
        chat.panel.get_by_role("dialog").get_by_role("button", name=command).click()
    expect(other.log.locator(".safety")).to_have_count(0)
    expect(other.entries).to_have_count(1)
    assert chat.session["id"] != before
    for one in (chat, other):
        close(one)
    meanwhile(chat, chat.session)
    badge(chat, 1)
    badge(other, 1)
    other.page.close()


def test_a_tab_misses_nothing_that_comes_while_it_fetches_what_was_before(chat: Chat):
    other = Chat(chat.page.context.new_page(), chat.server)
    key = chat.session

    def late(route: Route) -> None:
        """The answer was made before the message, and arrives after it."""
        old = route.fetch()
        meanwhile(chat, key)
        time.sleep(1)
        route.fulfill(response=old)

    other.page.route(ASKED_ONCE, late, times=1)
    other.visit()
    other.open()
    expect(other.log.locator(".safety")).to_have_count(1, timeout=5_000)
    expect(other.entries).to_have_count(3)
    other.page.close()


def test_who_never_chatted_loads_nothing_of_the_chat(page: Page, watch: Watch, server: Server):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    chat = Chat(page, server)
    with page.expect_response("**/widget/peek.js"):
        chat.visit()
    expect(page.locator("wegwijs-widget iframe")).to_have_count(0)
    expect(chat.launcher).to_be_visible()
    assert not [url for url in asked if "/panel" in url or "/api/" in url]


def test_who_asked_for_sound_hears_one_tone_of_all_tabs(chat: Chat):
    count = """() => {
      OscillatorNode.prototype.start = () => (localStorage.tones = 1 + Number(localStorage.tones ?? 0));
      OscillatorNode.prototype.stop = () => undefined;
    }"""
    other = Chat(chat.page.context.new_page(), chat.server)
    other.visit()
    other.open()
    for one in (chat, other):
        one.frame.evaluate(count)
    chat.page.bring_to_front()
    chat.command("Geluid bij een antwoord: uit")
    # The visitor hears at once what it is.
    chat.page.wait_for_timeout(500)
    assert chat.frame.evaluate("localStorage.tones") == "1"
    key = chat.session
    close(other)
    close(chat)
    meanwhile(chat, key)
    badge(other, 1)
    badge(chat, 1)
    chat.page.wait_for_timeout(1_000)
    assert chat.frame.evaluate("localStorage.tones") == "2"
    other.page.close()
