"""One Chromium for the whole folder, and a page per test that forgives no error nobody asked for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from tests.browser.chat import ANNOUNCED, Chat
from tests.browser.desk import Desk, add_people
from tests.browser.watch import Watch
from tests.common.server import Server

DESKTOP = {"width": 1280, "height": 800}

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# The panel is an iframe of another origin. Debian's Chromium blocks third-party cookies by default,
# and with them the localStorage of such an iframe: the widget then keeps the chat in memory, and a
# reload begins a new one. Most tests ask what the widget does where storage is allowed.
PREFERENCES = {"profile": {"cookie_controls_mode": 0, "block_third_party_cookies": False}}

Launch = Callable[[dict[str, Any]], BrowserContext]

expect.set_options(timeout=15_000)


@pytest.fixture(scope="session", autouse=True)
def chromium() -> str:
    """The browser; without one every test of this folder is skipped, by name and counted."""
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("geen chromium op het PATH, dus geen browsertest (apt-get install chromium)")
    return found


# For this folder, not for the session: the event loop of Playwright's synchronous interface
# counts as running in this thread, and asynchronous tests elsewhere need that place.
@pytest.fixture(scope="package")
def launch(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Launch]:
    """Opens a browser with a profile of its own and these preferences."""
    opened: list[BrowserContext] = []

    def launch(preferences: dict[str, Any]) -> BrowserContext:
        profile = tmp_path_factory.mktemp("chromium")
        (profile / "Default").mkdir()
        (profile / "Default" / "Preferences").write_text(json.dumps(preferences))
        browser = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=chromium,
            args=ARGUMENTS,
            locale="nl-BE",
            timezone_id="Europe/Brussels",
            viewport=DESKTOP,
            reduced_motion="reduce",
        )
        browser.set_default_timeout(15_000)
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
    """An empty page; what it stored is gone afterwards."""
    opened = context.new_page()
    yield opened
    context.set_offline(False)
    for frame in opened.frames:
        if "/panel?" in frame.url:
            frame.evaluate("localStorage.clear()")
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
