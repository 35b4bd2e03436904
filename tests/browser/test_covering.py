"""Where the panel lies over the page: it stays visible, can be left, and hides nothing that has the focus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.chat import PHONE, Chat
from tests.browser.hosts import TEXT, HostSite, choose, serve_host
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

KEYBOARD = """([height, top]) => {
  Object.defineProperty(visualViewport, "height", { value: height, configurable: true });
  Object.defineProperty(visualViewport, "offsetTop", { value: top, configurable: true });
  visualViewport.dispatchEvent(new Event("resize"));
}"""


@pytest.fixture(scope="module")
def host(server: Server) -> Iterator[HostSite]:
    with serve_host() as site:
        choose(server, "add", "loket", "--origin", site.origin)
        yield site


@pytest.fixture
def embedded(page: Page, watch: Watch, server: Server, host: HostSite) -> Chat:
    """A page of another origin with the launcher on it, and links at its top and its end."""
    watch.allow(host.port, "127.0.0.2")
    tag = f'<script src="{server.url}/widget/loader.js" data-site="loket" defer></script>'
    foot = (
        '<footer style="text-align:right;padding:0 80px 300px"><a href="#end">Contact</a></footer>'
    )
    body = f'<a href="#top">Naar boven</a>{TEXT * 2}{foot}{tag}'
    page.goto(host.put("/loket", body))
    chat = Chat(page, server)
    expect(chat.launcher).to_be_visible()
    return chat


def test_a_slow_panel_on_a_phone_can_be_left(embedded: Chat):
    held: list[Route] = []
    page = embedded.page
    page.set_viewport_size(PHONE)
    page.route("**/panel?*", lambda route: held.append(route))
    embedded.launcher.click()
    notice = page.locator("wegwijs-widget > p")
    expect(notice).to_have_text("De chat wordt geladen…")
    expect(embedded.launcher).to_be_visible()
    page.keyboard.press("Escape")
    expect(embedded.launcher).to_have_attribute("aria-expanded", "false")
    expect(notice).to_have_text("")
    embedded.launcher.click()
    expect(notice).to_have_text("De chat wordt geladen…")
    held[0].continue_()
    expect(embedded.question).to_be_focused()
    expect(notice).to_have_text("")
    expect(embedded.launcher).to_be_hidden()


def test_the_panel_ends_above_the_keyboard_of_a_phone(embedded: Chat):
    page = embedded.page
    page.set_viewport_size(PHONE)
    embedded.open()
    for height, top in ((420, 0), (420, 60), (812, 0)):
        page.evaluate(KEYBOARD, [height, top])
        frame = page.locator("wegwijs-widget iframe").bounding_box()
        assert frame is not None
        assert (frame["y"], frame["height"]) == (top, height)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate(KEYBOARD, [420, 0])
    frame = page.locator("wegwijs-widget iframe").bounding_box()
    assert frame is not None
    assert frame["height"] > 600


@pytest.mark.parametrize(
    "size", [PHONE, {"width": 640, "height": 400}, {"width": 1280, "height": 800}]
)
def test_what_has_the_focus_is_never_behind_the_panel(size: dict[str, int], embedded: Chat):
    page = embedded.page
    page.set_viewport_size(size)
    embedded.open()
    page.locator("footer a").focus()
    expect(page.locator("wegwijs-widget iframe")).to_be_hidden()
    expect(embedded.launcher).to_have_attribute("aria-expanded", "false")
    expect(page.locator("footer a")).to_be_focused()


def test_a_panel_beside_what_has_the_focus_stays_open_and_escape_closes_it(embedded: Chat):
    page = embedded.page
    page.set_viewport_size({"width": 1280, "height": 800})
    embedded.open()
    page.get_by_text("Naar boven").focus()
    page.wait_for_timeout(300)
    expect(embedded.question).to_be_visible()
    page.keyboard.press("Escape")
    expect(embedded.launcher).to_have_attribute("aria-expanded", "false")


def test_the_launcher_comes_back_on_a_page_that_gets_another_body(embedded: Chat):
    page = embedded.page
    embedded.open()
    page.evaluate(
        """() => {
          const other = document.createElement("body");
          other.innerHTML = "<h1>Andere pagina</h1>";
          document.body.replaceWith(other);
        }"""
    )
    expect(embedded.launcher).to_be_visible()
    expect(embedded.entries.first).to_be_visible()
    embedded.type("Iemand staat hier met een mes aan het loket")
    expect(embedded.log.locator(".safety")).to_be_visible()


def test_an_element_of_the_page_with_the_name_of_the_chat_is_no_chat(
    embedded: Chat, host: HostSite
):
    tag = f'<script src="{embedded.server.url}/widget/loader.js" data-site="loket" defer></script>'
    embedded.page.goto(host.put("/kop", f'<h1 id="Wegwijs">Wegwijs in onze gemeente</h1>{tag}'))
    embedded.open()
    expect(embedded.question).to_be_visible()
