"""One visitor has one conversation, in every tab; a browser that keeps nothing says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.chat import DANGER, Chat
from tests.browser.conftest import Launch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

NOT_KEPT = "Uw browser laat ons het gesprek niet onthouden"


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of which the engine need not be ready: the greeting and the card come without."""
    started = Server(tmp_path_factory.mktemp("gateway"))
    started.start()
    started.wait_ready(engine=False)
    yield started
    started.stop()


@pytest.fixture
def tabs(context: BrowserContext, page: Page, gateway: Server) -> Iterator[tuple[Chat, Chat]]:
    """Two tabs of one visitor in one conversation."""
    other = context.new_page()
    both = Chat(page, gateway), Chat(other, gateway)
    for chat in both:
        chat.visit()
        chat.open()
    assert both[0].session == both[1].session
    yield both
    other.close()


def in_one(tabs: tuple[Chat, Chat], before: dict[str, str]) -> None:
    """Both tabs have left the conversation for the same new one, and a message in one shows in the other."""
    one, other = tabs
    expect(other.log.locator(".safety")).to_have_count(0)
    one.type(DANGER)
    expect(one.log.locator(".safety")).to_have_count(1)
    expect(other.log.locator(".safety")).to_have_count(1)
    assert one.session == other.session
    assert one.session["id"] != before["id"]
    opened = one.server.stored("SELECT count(*) FROM conversations WHERE id = ?", one.session["id"])
    assert opened == [(1,)]


def conversations(server: Server) -> int:
    """How many conversations were begun and not erased."""
    return int(server.stored("SELECT count(*) FROM conversations")[0][0])


def test_erasing_in_one_tab_takes_the_other_along(tabs: tuple[Chat, Chat]):
    one, _ = tabs
    before, count = one.session, conversations(one.server)
    one.command("Wis dit gesprek")
    one.panel.get_by_role("dialog").get_by_role("button", name="Wis dit gesprek").click()
    expect(one.status).to_contain_text("Het gesprek is gewist")
    in_one(tabs, before)
    assert conversations(one.server) == count


def test_a_new_conversation_in_one_tab_takes_the_other_along(tabs: tuple[Chat, Chat]):
    one, _ = tabs
    before, count = one.session, conversations(one.server)
    one.command("Nieuw gesprek")
    expect(one.panel.get_by_label("Uw vraag")).to_be_focused()
    in_one(tabs, before)
    assert conversations(one.server) == count + 1


def test_a_browser_that_keeps_nothing_says_so(launch: Launch, gateway: Server):
    page = launch({}).new_page()
    chat = Chat(page, gateway)
    chat.visit()
    chat.open()
    expect(chat.panel.locator(".disclosure")).to_contain_text(NOT_KEPT)
    chat.type(DANGER)
    expect(chat.log.locator(".safety")).to_have_count(1)
    chat.reload()
    expect(chat.entries).to_have_count(1)


def test_a_browser_that_keeps_the_conversation_says_nothing_of_it(page: Page, gateway: Server):
    chat = Chat(page, gateway)
    chat.visit()
    chat.open()
    expect(chat.panel.locator(".disclosure")).not_to_contain_text(NOT_KEPT)


def test_who_types_too_fast_is_told_and_the_message_goes_out_later(page: Page, gateway: Server):
    chat = Chat(page, gateway)
    chat.visit()
    chat.open()
    refused = {"status": 429, "detail": "U verstuurt berichten te snel."}
    page.route(
        "**/messages",
        lambda route: route.fulfill(status=429, headers={"Retry-After": "1"}, json=refused),
        times=1,
    )
    chat.type(DANGER)
    expect(chat.status).to_have_text(refused["detail"])
    expect(chat.pending).to_contain_text("nog niet verzonden, wij proberen het opnieuw")
    expect(chat.log.locator(".safety")).to_have_count(1)
    expect(chat.pending).to_have_count(0)
