"""The chat on a page of a municipality: each way to put it there, a strict policy, and a server that is down."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.chat import Chat
from tests.browser.hosts import TEXT, HostSite, choose, serve_host
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

QUESTION = "Wat betekent dreigingsniveau 3?"
UNREACHABLE = "De chat is nu niet bereikbaar. Probeer het later opnieuw."

SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) window.shifts += one.value;
}).observe({ type: "layout-shift", buffered: true });
"""

ANEW = """
document.querySelector("wegwijs-chat")?.remove();
const element = document.createElement("wegwijs-chat");
element.setAttribute("site", "dorp");
document.body.append(element);
"""


HEIGHT = "document.documentElement.scrollHeight"


@pytest.fixture(scope="module")
def host(server: Server) -> Iterator[HostSite]:
    """The web site, registered as "dorp"."""
    with serve_host() as site:
        choose(server, "add", "dorp", "--origin", site.origin)
        choose(server, "add", "streng", "--origin", site.origin, "--button", "Hulp nodig?")
        yield site


@pytest.fixture
def embedded(page: Page, watch: Watch, server: Server, host: HostSite) -> Chat:
    """A chat whose page is still to be chosen."""
    watch.allow(host.port, "127.0.0.2")
    return Chat(page, server)


def script(server: Server, attributes: str = 'data-site="dorp" defer') -> str:
    """The line that a web master pastes."""
    return f'<script src="{server.url}/widget/loader.js" {attributes}></script>'


def test_one_script_tag_gives_a_real_button_and_nothing_is_stored(embedded: Chat, host: HostSite):
    page = embedded.page
    page.goto(host.put("/", TEXT + script(embedded.server)))
    button = page.get_by_role("button", name="Vraag het Wegwijs")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(embedded.entries.first).to_be_visible()
    expect(embedded.question).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == [
        "",
        0,
        0,
    ]
    assert page.context.cookies() == []


@pytest.mark.parametrize("come_near", ["hover", "focus"])
def test_who_comes_near_the_button_has_the_chat_at_hand_and_begins_no_conversation(
    come_near: str, embedded: Chat, watch: Watch, host: HostSite
):
    page = embedded.page
    page.goto(host.put("/", TEXT + script(embedded.server)))
    button = page.get_by_role("button", name="Vraag het Wegwijs")
    getattr(button, come_near)()
    expect(embedded.question).to_be_attached()
    expect(button).to_have_attribute("aria-expanded", "false")
    assert not [url for url in watch.requests if url.endswith("/api/conversations")]
    button.click()
    expect(embedded.entries.first).to_be_visible()
    expect(embedded.question).to_be_focused()


def test_on_a_slow_line_the_chat_opens_late_and_is_not_said_to_be_out_of_reach(
    embedded: Chat, host: HostSite
):
    page = embedded.page

    def late(route: Route) -> None:
        page.wait_for_timeout(3_000)
        route.continue_()

    page.route("**/widget/panel.js", late)
    page.goto(host.put("/", TEXT + script(embedded.server)))
    embedded.launcher.click()
    page.wait_for_timeout(2_500)
    expect(page.get_by_text(UNREACHABLE)).to_have_count(0)
    expect(embedded.entries.first).to_be_visible()


def test_a_question_is_not_lost_on_a_page_that_has_just_put_in_another_body(
    embedded: Chat, host: HostSite
):
    page = embedded.page
    page.goto(host.put("/", TEXT + script(embedded.server)))
    embedded.launcher.hover()
    expect(embedded.question).to_be_attached()
    page.evaluate(
        "document.body = document.createElement('body'); setTimeout(() => Wegwijs.ask('Wat is OCAD?'))"
    )
    expect(embedded.said.first).to_have_text("Wat is OCAD?")


def test_the_page_is_complete_before_the_chat_is_asked_anything(embedded: Chat, host: HostSite):
    page = embedded.page
    page.add_init_script("addEventListener('load', () => (window.loadedAt = performance.now()))")
    page.goto(host.put("/", TEXT + script(embedded.server)))
    expect(embedded.launcher).to_be_visible()
    look = (
        "performance.getEntriesByType('resource').filter(one => one.name.includes('/widget/site/'))"
    )
    # None when the browser still had it of another page.
    asked = page.evaluate(f"{look}.map(one => one.startTime)")
    assert all(at >= page.evaluate("window.loadedAt") for at in asked)
    assert page.locator("wegwijs-widget iframe[src*='/panel']").count() == 0


@pytest.mark.parametrize("display", ["block", "flex", "grid"])
def test_nothing_on_the_page_moves(display: str, embedded: Chat, host: HostSite):
    page = embedded.page
    page.add_init_script(SHIFTS)
    head = f"<style>body{{display:{display};gap:20px;flex-direction:column}}</style>"
    page.goto(host.put("/", TEXT, head=head))
    bare = page.evaluate(HEIGHT)
    held: list[Route] = []
    page.route("**/widget/site/dorp.js", lambda route: held.append(route))
    page.goto(host.put("/", TEXT + script(embedded.server), head=head))
    page.wait_for_selector("wegwijs-widget", state="attached")
    assert page.evaluate(HEIGHT) == bare
    for route in held:
        route.continue_()
    embedded.open()
    embedded.panel.get_by_role("button", name="Sluit de chat").click()
    expect(embedded.launcher).to_have_attribute("aria-expanded", "false")
    assert page.evaluate(HEIGHT) == bare
    assert page.evaluate("window.shifts") == 0


def policies(server: Server) -> dict[str, tuple[str, str]]:
    """Each documented policy, and the tag under it."""
    rest = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    frame = f"frame-src {server.url}"
    return {
        "by address": (
            f"{rest}; script-src {server.url}; {frame}",
            script(server, 'data-site="streng" defer'),
        ),
        "by nonce": (
            f"{rest}; script-src 'nonce-r4nd0m'; {frame}",
            script(server, 'data-site="streng" nonce="r4nd0m" defer'),
        ),
        "strict-dynamic": (
            f"{rest}; script-src 'nonce-r4nd0m' 'strict-dynamic'; {frame}",
            script(server, 'data-site="streng" nonce="r4nd0m" defer'),
        ),
    }


@pytest.mark.parametrize("name", ["by address", "by nonce", "strict-dynamic"])
def test_the_chat_works_under_a_strict_policy(name: str, embedded: Chat, host: HostSite):
    policy, tag = policies(embedded.server)[name]
    embedded.page.goto(host.put("/streng", TEXT + tag, policy=policy))
    # The look of the site came through too, and the watch sees every violation.
    expect(embedded.page.get_by_role("button", name="Hulp nodig?")).to_be_visible()
    assert embedded.launcher.evaluate("one => getComputedStyle(one).position") == "fixed"
    embedded.open()


def test_a_page_without_the_server_is_unharmed(embedded: Chat, host: HostSite, watch: Watch):
    watch.provoke("ERR_CONNECTION_REFUSED")
    dead = '<script src="http://127.0.0.1:9/widget/loader.js" data-site="dorp" defer></script>'
    watch.allow(9)
    address = host.put("/", TEXT + dead + "<script defer>window.alive = true</script>")
    watch.provoke("ERR_UNSAFE_PORT")
    embedded.page.goto(address)
    assert embedded.page.evaluate("window.alive")
    expect(embedded.page.locator("h1")).to_be_visible()


def test_the_launcher_says_so_when_the_server_stops(
    page: Page, watch: Watch, host: HostSite, tmp_path: Path
):
    watch.provoke("ERR_CONNECTION_REFUSED|ERR_ABORTED")
    own = Server(tmp_path)
    own.start()
    own.wait_ready(engine=False)
    choose(own, "add", "dorp", "--origin", host.origin)
    watch.allow(host.port, "127.0.0.2")
    watch.allow(own.port)
    tag = f'<script src="{own.url}/widget/loader.js" data-site="dorp" defer></script>'
    address = host.put("/", f'{TEXT}<a href="{own.url}/chat/dorp">Stel uw vraag</a>{tag}')
    page.goto(address)
    chat = Chat(page, own)
    expect(chat.launcher).to_be_visible()
    own.stop()
    chat.launcher.click()
    notice = page.locator("wegwijs-widget > p")
    expect(notice).to_have_text(UNREACHABLE)
    expect(notice).to_have_attribute("role", "status")
    expect(chat.launcher).to_be_focused()
    # The next page has the loader from the browser's own store: it still says so.
    page.goto(f"{address}?volgende")
    chat.launcher.click()
    expect(notice).to_have_text(UNREACHABLE)
    # What no longer works here leaves the link what it is.
    with page.expect_request("**/chat/dorp"):
        page.get_by_role("link", name="Stel uw vraag").click()


def test_a_plain_link_opens_the_panel_on_the_page(embedded: Chat, host: HostSite):
    page = embedded.page
    link = f'<p><a href="{embedded.server.url}/chat/dorp">Stel uw vraag</a></p>'
    address = host.put("/", TEXT + link + script(embedded.server))
    page.goto(address)
    expect(embedded.launcher).to_be_visible()
    page.get_by_role("link", name="Stel uw vraag").click()
    expect(embedded.entries.first).to_be_visible()
    assert page.url == address
    expect(embedded.question).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Stel uw vraag")).to_be_focused()


def test_a_plain_link_leads_to_the_chat_as_a_page(embedded: Chat, host: HostSite):
    page, server = embedded.page, embedded.server
    page.goto(host.put("/", f'<a href="{server.url}/chat/dorp">Stel uw vraag</a>'))
    page.get_by_role("link", name="Stel uw vraag").click()
    expect(page.get_by_role("log")).to_contain_text("automatische assistent")
    expect(page.get_by_role("button", name="Sluit de chat")).to_have_count(0)
    page.get_by_label("Uw vraag").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".sources").first).to_be_visible()
    page.evaluate("localStorage.clear()")


def test_the_component_floats_and_keeps_what_stands_inside(embedded: Chat, host: HostSite):
    page = embedded.page
    page.add_init_script(SHIFTS)
    inside = f'<a href="{embedded.server.url}/chat/dorp">Stel uw vraag</a>'
    element = f'<wegwijs-chat site="dorp">{inside}</wegwijs-chat>{TEXT}'
    page.goto(host.put("/", element + script(embedded.server, "defer")))
    button = page.get_by_role("button", name="Vraag het Wegwijs")
    expect(button).to_be_visible()
    page.get_by_role("link", name="Stel uw vraag").click()
    log = page.frame_locator("wegwijs-chat iframe").get_by_role("log")
    expect(log).to_contain_text("automatische assistent")
    assert page.evaluate("window.shifts") == 0


def test_the_component_in_its_place_has_no_launcher(
    embedded: Chat, host: HostSite, screenshots: Path
):
    page = embedded.page
    page.add_init_script(SHIFTS)
    # As the guide says: the place is kept free, so that nothing moves.
    head = "<style>wegwijs-chat{display:block;height:600px}</style>"
    element = f'<wegwijs-chat site="dorp" inline></wegwijs-chat>{TEXT}'
    page.goto(host.put("/", element + script(embedded.server, "defer"), head=head))
    frame = page.frame_locator("wegwijs-chat iframe")
    expect(frame.get_by_role("log")).to_contain_text("automatische assistent")
    assert page.locator("wegwijs-chat > button").count() == 0
    assert frame.get_by_role("button", name="Sluit de chat").count() == 0
    assert page.evaluate("window.shifts") == 0
    page.screenshot(path=screenshots / "embedding-inline.png")


def test_a_component_that_comes_later_takes_over(embedded: Chat, host: HostSite):
    page = embedded.page
    page.goto(host.put("/", TEXT + script(embedded.server, "defer")))
    for _ in range(2):
        page.evaluate(f"() => {{{ANEW}}}")
        expect(page.locator("wegwijs-chat > button")).to_be_visible()
    page.evaluate("Wegwijs.open()")
    log = page.frame_locator("wegwijs-chat iframe").get_by_role("log")
    expect(log).to_contain_text("automatische assistent")


def test_the_script_twice_gives_one_launcher(embedded: Chat, host: HostSite):
    embedded.page.goto(host.put("/", TEXT + script(embedded.server) * 2))
    expect(embedded.launcher).to_be_visible()
    expect(embedded.page.locator("wegwijs-widget")).to_have_count(1)
