"""What scripts of a host page may do with the chat, and what a site chooses for its own visitors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import certain
from tests.browser.chat import Chat
from tests.browser.hosts import TEXT, HostSite, choose, serve_host
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

QUESTION = "Wat betekent dreigingsniveau 3?"
LOG = """
<script>
  window.heard = [];
  const hear = (name) => () => heard.push(name);
  const early = hear("te vroeg");
  Wegwijs.on("open", early);
  Wegwijs.off("open", early);
  for (const name of ["ready", "open", "close", "unreachable"]) Wegwijs.on(name, hear(name));
  Wegwijs.on("open", () => { throw new Error("fout van de pagina"); });
</script>
"""


@pytest.fixture(scope="module")
def host(server: Server) -> Iterator[HostSite]:
    """The web site of "stad", which chose everything, and of "dorp", which chose nothing."""
    with serve_host() as site:
        choose(server, "add", "dorp", "--origin", site.origin)
        choose(
            server, "add", "stad", "--origin", site.origin,
            "--title", "Vraag het de stad", "--button", "Hulp nodig?",
            "--colour", "#ffd23f", "--text-colour", "#1a1a1a",
            "--question", QUESTION, "--question", "Wie helpt ons met een beleidsplan?",
            "--open-on", "/veiligheid/*",
        )  # fmt: skip
        yield site


@pytest.fixture
def embedded(page: Page, watch: Watch, server: Server, host: HostSite) -> Chat:
    """A chat whose page is still to be chosen."""
    watch.allow(host.port, "127.0.0.2")
    return Chat(page, server)


def visit(
    chat: Chat, host: HostSite, *, site: str = "stad", path: str = "/", more: str = ""
) -> None:
    """Open a page with the chat of a site."""
    tag = f'<script src="{chat.server.url}/widget/loader.js" data-site="{site}"></script>'
    chat.page.goto(host.put(path, TEXT + tag + more))
    expect(chat.launcher).to_be_visible()


def test_the_page_opens_and_closes_the_chat_and_hears_of_it(
    embedded: Chat, host: HostSite, watch: Watch
):
    watch.provoke("fout van de pagina")
    visit(embedded, host, site="dorp", more=LOG)
    page = embedded.page
    page.evaluate("Wegwijs.open()")
    expect(embedded.entries.first).to_be_visible()
    page.evaluate("Wegwijs.close()")
    expect(embedded.launcher).to_have_attribute("aria-expanded", "false")
    assert sorted(page.evaluate("heard")) == ["close", "open", "ready"]


def test_what_is_asked_before_the_launcher_is_there_is_done_then(embedded: Chat, host: HostSite):
    visit(embedded, host, site="dorp", more="<script>Wegwijs.open()</script>")
    expect(embedded.entries.first).to_be_visible()


def test_a_button_of_the_page_asks_its_question(embedded: Chat, host: HostSite):
    button = f"<button onclick=\"Wegwijs.ask('{QUESTION}')\">Stel deze vraag</button>"
    visit(embedded, host, site="dorp", more=button)
    embedded.page.get_by_role("button", name="Stel deze vraag").click()
    expect(embedded.log.locator(".entry-visitor .said")).to_have_text(QUESTION)
    expect(embedded.log.locator(".sources").first).to_be_visible()


def test_a_page_that_loads_puts_its_question_ready_and_no_more(embedded: Chat, host: HostSite):
    visit(embedded, host, site="dorp", more=f"<script>Wegwijs.ask('{QUESTION}')</script>")
    expect(embedded.question).to_have_value(QUESTION)
    assert embedded.log.locator(".entry-visitor").count() == 0


def test_other_frames_and_strange_words_are_not_heard(embedded: Chat, host: HostSite):
    visit(embedded, host, site="dorp")
    embedded.open()
    embedded.page.evaluate(
        "for (const data of [{wegwijs:'close'}, {wegwijs:'ask',text:'nee',send:true}, 'close', null])"
        " window.postMessage(data, '*')"
    )
    embedded.evaluate_on_host("one => one.contentWindow.postMessage({wegwijs: 'erase'}, '*')")
    embedded.evaluate_on_host(
        "one => one.contentWindow.postMessage({wegwijs: 'ask', text: 1}, '*')"
    )
    expect(embedded.launcher).to_have_attribute("aria-expanded", "true")
    assert embedded.log.locator(".entry-visitor").count() == 0


@pytest.mark.parametrize(("size", "width"), [("desktop", 1280), ("phone", 375)])
def test_a_site_has_its_own_words_and_colours(
    size: str, width: int, embedded: Chat, host: HostSite, screenshots: Path
):
    page = embedded.page
    page.set_viewport_size({"width": width, "height": 800})
    visit(embedded, host)
    expect(embedded.launcher).to_have_text("Hulp nodig?")
    assert (
        embedded.launcher.evaluate("one => getComputedStyle(one).backgroundColor")
        == "rgb(255, 210, 63)"
    )
    page.screenshot(path=screenshots / f"{size}-site-closed.png")
    embedded.open()
    expect(embedded.panel.get_by_role("heading", level=1)).to_have_text("Vraag het de stad")
    header = embedded.panel.locator("header")
    assert header.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 210, 63)"
    assert header.evaluate("one => getComputedStyle(one).color") == "rgb(26, 26, 26)"
    page.screenshot(path=screenshots / f"{size}-site-open.png")
    assert certain(embedded.frame) == ""
    embedded.choose(QUESTION)
    expect(embedded.log.locator(".entry-visitor .said")).to_have_text(QUESTION)
    expect(embedded.log.locator(".sources").first).to_be_visible()
    page.screenshot(path=screenshots / f"{size}-site-answer.png")


@pytest.mark.parametrize(("size", "width"), [("desktop", 1280), ("phone", 375)])
def test_the_chat_as_a_page(size: str, width: int, embedded: Chat, screenshots: Path):
    page = embedded.page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{embedded.server.url}/chat/stad")
    expect(page.get_by_role("log")).to_contain_text("automatische assistent")
    assert certain(page) == ""
    page.screenshot(path=screenshots / f"{size}-page.png")
    page.evaluate("localStorage.clear()")


def test_the_chat_opens_by_itself_where_the_site_says_so(embedded: Chat, host: HostSite):
    field = "<input aria-label=Zoek autofocus>"
    visit(embedded, host, path="/veiligheid/vorming", more=field)
    expect(embedded.entries.first).to_be_visible()
    expect(embedded.page.get_by_label("Zoek")).to_be_focused()
    embedded.panel.get_by_role("button", name="Sluit de chat").click()
    # Who closed it is left alone on the next page.
    visit(embedded, host, path="/veiligheid/politie")
    expect(embedded.page.locator("wegwijs-widget iframe[src*='/panel']")).to_have_count(1)
    embedded.panel.locator("[role=log]").wait_for(state="attached")
    expect(embedded.launcher).to_have_attribute("aria-expanded", "false")


def test_elsewhere_and_on_a_phone_it_does_not_open_by_itself(embedded: Chat, host: HostSite):
    visit(embedded, host, path="/wonen")
    assert embedded.page.locator("wegwijs-widget iframe[src*='/panel']").count() == 0
    embedded.page.set_viewport_size({"width": 375, "height": 800})
    visit(embedded, host, path="/veiligheid/vorming")
    assert embedded.page.locator("wegwijs-widget iframe[src*='/panel']").count() == 0


@pytest.mark.parametrize("way", ["script", "component", "link"])
def test_a_page_gives_its_language_to_the_frame_around_the_chat(
    way: str, embedded: Chat, host: HostSite
):
    page, server = embedded.page, embedded.server.url
    loader = f"{server}/widget/loader.js"
    bodies = {
        "script": f'<script src="{loader}" data-site="dorp" data-lang="fr"></script>',
        "component": f'<wegwijs-chat site="dorp" lang="fr"></wegwijs-chat><script src="{loader}"></script>',
        "link": f'<a href="{server}/chat/dorp?lang=fr">Chat</a>',
    }
    page.goto(host.put("/", TEXT + bodies[way]))
    if way == "link":
        page.get_by_role("link", name="Chat").click()
    else:
        page.get_by_role("button", name="Vraag het Wegwijs").click()
    place = page if way == "link" else page.frame_locator("iframe:not([hidden])")
    expect(place.get_by_label("Votre question")).to_be_visible()
    expect(place.get_by_role("log")).to_have_attribute("lang", "nl-BE")


def test_a_language_that_is_none_is_left_out(embedded: Chat, host: HostSite):
    tag = f'<script src="{embedded.server.url}/widget/loader.js" data-site="dorp" data-lang="fr&x=1"></script>'
    embedded.page.goto(host.put("/", TEXT + tag))
    embedded.open()
    assert "lang" not in embedded.frame.url.partition("#")[0]
