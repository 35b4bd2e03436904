"""One Chromium for the whole folder, and a page per test that forgives no error nobody asked for."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from tests.browser.chat import ANNOUNCED, Chat
from tests.browser.chromium import PREFERENCES
from tests.browser.chromium import launch as chromium_context
from tests.browser.desk import Desk, add_people
from tests.browser.watch import Watch
from tests.common.server import Server

Launch = Callable[[dict[str, Any]], BrowserContext]

expect.set_options(timeout=15_000)


@pytest.fixture(scope="session", autouse=True)
def chromium() -> str:
    """The browser; without one every test of this folder is skipped, by name and counted."""
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("geen chromium op het PATH, dus geen browsertest (apt-get install chromium)")
    return found


@pytest.fixture(scope="module", autouse=True)
def nobody_waits(server: Server) -> None:
    """A file of tests finds no visitor of another file in the queue."""
    server.empty_queue()


# For this folder, not for the session: the event loop of Playwright's synchronous interface
# counts as running in this thread, and asynchronous tests elsewhere need that place.
@pytest.fixture(scope="package")
def launch(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Launch]:
    """Opens a browser with a profile of its own and these preferences."""
    opened: list[BrowserContext] = []

    def launch(preferences: dict[str, Any]) -> BrowserContext:
        browser = chromium_context(playwright, tmp_path_factory.mktemp("chromium"), preferences)
        browser.add_init_script(ANNOUNCED)
        opened.append(browser)
        return browser

    with sync_playwright() as playwright:
        yield launch
        for browser in opened:
            browser.close()


@pytest.fixture(scope="package")
def context(launch: Launch) -> BrowserContext:
    """The browser of most tests, in which third-party storage is allowed."""
    return launch(PREFERENCES)


@pytest.fixture(scope="package")
def elsewhere(launch: Launch) -> BrowserContext:
    """The browser of a colleague, whose network is another than the visitor's."""
    return launch(PREFERENCES)


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """An empty page, in a browser that remembers no conversation."""
    opened = context.new_page()
    forget = {"origin": "*", "storageTypes": "local_storage"}
    # Now, and not when the test before ended: a panel that was loading then stored its conversation after it.
    context.new_cdp_session(opened).send("Storage.clearDataForOrigin", forget)
    yield opened
    context.set_offline(False)
    opened.close()


@pytest.fixture
def watch(page: Page, server: Server) -> Iterator[Watch]:
    """What goes wrong on the page; anything that the test did not provoke fails it."""
    watching = Watch(page)
    watching.allow(server.port)
    yield watching
    assert watching.faults == []


@pytest.fixture
def chat(page: Page, watch: Watch, server: Server) -> Chat:
    """The demo page of the server with the panel open."""
    opened = Chat(page, server)
    opened.visit()
    opened.open()
    return opened


@pytest.fixture(scope="session")
def screenshots() -> Path:
    """Where pictures go: looked at by people, never compared."""
    folder = Path(".build/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="package")
def people(server: Server) -> None:
    """The colleagues of the helpdesk."""
    add_people(server)


@pytest.fixture
def desk(context: BrowserContext, people: None, server: Server) -> Iterator[Desk]:
    """Anna at the console, on a page of her own."""
    yield from at_console(context, server)


@pytest.fixture
def far_desk(elsewhere: BrowserContext, people: None, server: Server) -> Iterator[Desk]:
    """Anna at the console, in a browser of her own."""
    yield from at_console(elsewhere, server)


def at_console(context: BrowserContext, server: Server) -> Iterator[Desk]:
    """Anna logs in, and what she stored goes afterwards."""
    page = context.new_page()
    opened = Desk(page, server)
    opened.watch.allow(server.port)
    opened.enter()
    yield opened
    context.set_offline(False)
    context.clear_cookies()
    page.evaluate("localStorage.clear()")
    page.close()
    assert opened.watch.faults == []
