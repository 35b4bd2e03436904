"""The chat and the page around it: neither reaches into the other, and nobody else is asked anything."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect

from bot.privacy.cleaning import clean
from bot.privacy.persons import Persons
from tests.browser.chat import QUESTION, Chat
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

PAYLOADS = (
    "<img src=x onerror=\"window.__xss=1;parent.postMessage('xss','*')\">",
    "<script>window.__xss=1</script>",
    "<svg/onload=window.__xss=1>",
    "</p></div><iframe srcdoc='<script>parent.__xss=1</script>'></iframe>",
    "[klik hier](javascript:window.__xss=1) en **[hier](data:text/html,<script>1</script>)**",
    '"><a href="javascript:window.__xss=1" autofocus onfocus="window.__xss=1">x</a>',
    "<details open ontoggle=window.__xss=1><style>*{display:none}</style>",
    "&lt;img src=x onerror=window.__xss=1&gt; ${window.__xss=1} {{window.__xss=1}}",
)


class HostPage(BaseHTTPRequestHandler):
    """A page of a municipality; its path names the site, its query the server of the chat."""

    def do_GET(self) -> None:
        site, _, chat = self.path.strip("/").partition("?")
        page = (
            "<!doctype html><html lang=nl><link rel=icon href=data:,><title>Gemeente</title>"
            f'<script src="{chat}/widget/loader.js" data-site="{site}" defer></script>'
        )
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def municipality() -> Iterator[str]:
    """The origin of a host page that is not the demo."""
    with ThreadingHTTPServer(("127.0.0.2", 0), HostPage) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.2:{serving.server_port}"
        serving.shutdown()


@pytest.fixture(scope="module")
def sites(server: Server, municipality: str) -> None:
    """Two sites: one of that page, and one of another municipality."""
    for site, origin in (("eigen", municipality), ("ander", "https://www.ander.be")):
        subprocess.run(
            [sys.executable, "-m", "bot.cli", "site", "add", site, "--origin", origin],
            env=server.environment,
            check=True,
        )


@pytest.fixture
def embedded(page: Page, watch: Watch, server: Server, municipality: str, sites: None) -> Chat:
    """A chat whose host page is still to be chosen."""
    watch.allow(int(municipality.rpartition(":")[2]), "127.0.0.2")
    return Chat(page, server)


def test_markup_typed_by_a_visitor_stays_text(chat: Chat):
    # The filter takes a word or two of the wildest markup for a name; most of it goes in as it is.
    persons = Persons.alone()
    stored = [clean(payload, persons).text for payload in PAYLOADS]
    assert sum(one == payload for one, payload in zip(stored, PAYLOADS, strict=True)) >= 4
    for count, payload in enumerate(PAYLOADS, start=1):
        chat.type(payload)
        expect(chat.log.locator(".entry-visitor")).to_have_count(count)
        expect(chat.pending).to_have_count(0)
    typed = chat.log.locator(".entry-visitor .said")
    assert typed.all_text_contents() == stored
    chat.reload()
    expect(typed).to_have_count(len(PAYLOADS))
    assert typed.all_text_contents() == stored
    assert typed.locator("*").count() == 0
    hostile = "script, img, iframe, style, [onerror], [onload], [href^='javascript:']"
    assert chat.log.locator(hostile).count() == 0
    for place in (chat.page.main_frame, chat.frame):
        assert place.evaluate("window.__xss === undefined")


def test_the_host_page_cannot_read_the_frame(chat: Chat):
    for reach in ("document", "localStorage", "location.href"):
        name = chat.evaluate_on_host(
            f"frame => {{ try {{ frame.contentWindow.{reach}; }} catch (e) {{ return e.name; }} }}"
        )
        assert name == "SecurityError", reach
    assert chat.evaluate_on_host("frame => frame.contentDocument") is None


def test_a_listed_site_may_embed_the_panel(embedded: Chat, municipality: str):
    embedded.page.goto(f"{municipality}/eigen?{embedded.server.url}")
    embedded.open()


def test_a_site_that_is_not_listed_may_not_embed_the_panel(
    embedded: Chat, municipality: str, watch: Watch
):
    watch.provoke("frame-ancestors|ERR_BLOCKED_BY_RESPONSE")
    embedded.page.goto(f"{municipality}/ander?{embedded.server.url}")
    embedded.launcher.click()
    expect(embedded.page.locator("wegwijs-widget > p")).to_have_text(
        "De chat is nu niet bereikbaar. Probeer het later opnieuw."
    )
    expect(embedded.launcher).to_have_attribute("aria-expanded", "false")
    expect(embedded.page.locator("wegwijs-widget iframe")).to_have_count(0)
    assert not [url for url in watch.requests if "/api/" in url]


def test_no_request_leaves_for_another_host_and_no_cookie_is_set(chat: Chat, watch: Watch):
    expect(chat.say(QUESTION).locator(".sources")).to_be_visible()
    chat.reload()
    assert any(url.endswith("/messages") for url in watch.requests)
    assert watch.strangers == set()
    assert chat.page.context.cookies() == []
