"""Networks that cut, go dumb or hold streams back, and tabs that share one stream."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from benchmarks.cuts import run, through
from tests.browser.chat import DANGER, DESPAIR, MINUTES_LATER, QUESTION, Chat
from tests.browser.watch import Watch
from tests.common.server import Server
from tests.common.wire import Wire, wire

pytestmark = [pytest.mark.browser, pytest.mark.engine]

CUT = r"ERR_(CONNECTION_|EMPTY_RESPONSE|INCOMPLETE_CHUNKED|SOCKET_NOT_CONNECTED|ABORTED)"


@pytest.fixture
def network(server: Server, watch: Watch) -> Iterator[Wire]:
    """A network of which the test breaks something."""
    watch.provoke(CUT)
    with wire(server.port) as opened:
        watch.allow(opened.port)
        yield opened


@pytest.fixture
def far(page: Page, server: Server, network: Wire) -> Chat:
    """A chat over that network, open."""
    chat = Chat(page, through(server, network))
    chat.visit()
    chat.open()
    return chat


def test_a_network_that_is_cut_at_any_moment_loses_and_doubles_nothing(
    page: Page, server: Server, network: Wire
):
    outcome = run(page, server, network, cuts=10, seed=8)
    assert outcome.connections >= 5
    assert outcome.is_whole, outcome


def test_where_streams_are_held_back_the_panel_polls(page: Page, server: Server, network: Wire):
    network.holds_streams = True
    chat = Chat(page, through(server, network))
    chat.visit()
    chat.open()
    expect(chat.say(QUESTION).locator(".sources")).to_be_visible()
    expect(chat.log).to_contain_text("Voor wie vraagt u dit?")
    chat.settle()
    chat.ask_person()
    expect(chat.person).to_contain_text(re.compile("als eerste|op plaats"))
    assert network.streams == 1
    expect(chat.status).not_to_contain_text("Geen verbinding")


def test_polling_goes_on_after_a_cut(page: Page, server: Server, network: Wire):
    network.holds_streams = True
    chat = Chat(page, through(server, network))
    chat.visit()
    chat.open()
    network.is_down = True
    network.cut()
    expect(chat.status).to_have_text("Geen verbinding. Wij proberen het opnieuw…")
    chat.type(DANGER)
    network.is_down = False
    expect(chat.log.locator(".safety")).to_have_count(1, timeout=40_000)
    expect(chat.log.get_by_text(DANGER)).to_have_count(1)


def test_who_wakes_up_on_a_dead_line_connects_anew(far: Chat, network: Wire):
    before = network.streams
    network.go_dumb()
    assert (
        far.server.send(
            "POST",
            f"/api/conversations/{far.session['id']}/messages",
            {"client_id": "elders", "text": DANGER},
            far.session["token"],
        )[0]
        == 202
    )
    expect(far.log.locator(".safety")).to_have_count(0)
    far.frame.evaluate(MINUTES_LATER, 10)
    expect(far.log.locator(".safety")).to_have_count(1)
    assert network.streams == before + 1


@pytest.fixture
def tabs(context: BrowserContext, far: Chat) -> Iterator[list[Chat]]:
    """Eight tabs of one visitor: more than the connections a browser opens to one server."""
    opened = [far]
    for _ in range(7):
        chat = Chat(context.new_page(), far.server)
        chat.visit()
        chat.open()
        opened.append(chat)
    yield opened
    for chat in opened[1:]:
        chat.page.close()


def test_eight_tabs_share_one_stream(tabs: list[Chat], network: Wire):
    assert network.streams == 1
    tabs[5].type(DANGER)
    for chat in tabs:
        expect(chat.log.locator(".safety")).to_have_count(1)
        expect(chat.entries).to_have_count(3)
    assert network.streams == 1


def test_a_tab_takes_the_stream_over_from_one_that_is_closed(
    context: BrowserContext, page: Page, server: Server, network: Wire
):
    first = Chat(context.new_page(), through(server, network))
    first.visit()
    first.open()
    second = Chat(page, first.server)
    second.visit()
    second.open()
    assert network.streams == 1
    first.page.close()
    second.type(DANGER)
    expect(second.log.locator(".safety")).to_have_count(1)
    assert network.streams == 2
    network.cut()
    second.type(DESPAIR)
    expect(second.log.locator(".safety")).to_have_count(2)
    assert second.contents().count(DANGER) == second.contents().count(DESPAIR) == 1


def test_a_stream_that_is_taken_away_from_a_tab_goes_on_in_another(tabs: list[Chat], network: Wire):
    taken, other = tabs[0], tabs[1]
    other.frame.evaluate(
        "name => void navigator.locks.request(name, { steal: true }, () => {})",
        f"wegwijs:{taken.session['id']}",
    )
    other.type(DANGER)
    for chat in tabs:
        expect(chat.log.locator(".safety")).to_have_count(1)


PLAIN_HTTP = """
// A page on plain http has no locks; and what is asked every 20 seconds, is asked at once.
Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
const later = window.setTimeout;
window.setTimeout = (task, wait, ...more) => later(task, wait === 20_000 ? 200 : wait, ...more);
"""
IN_SIGHT = """(inSight) => {
  Object.defineProperty(document, "hidden", { value: !inSight, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_on_plain_http_only_a_tab_in_sight_holds_a_stream(
    page: Page, server: Server, network: Wire
):
    opened = []
    for _ in range(8):
        tab = page.context.new_page()
        tab.add_init_script(PLAIN_HTTP)
        chat = Chat(tab, through(server, network))
        chat.visit()
        chat.open()
        opened.append(chat)
        if len(opened) < 8:
            chat.frame.evaluate(IN_SIGHT, False)
    last, first = opened[-1], opened[0]
    last.type(DANGER)
    for chat in (last, first):
        expect(chat.log.locator(".safety")).to_have_count(1)
    first.frame.evaluate(IN_SIGHT, True)
    first.type(DESPAIR)
    expect(first.log.locator(".safety")).to_have_count(2)
    for chat in opened:
        chat.page.close()
