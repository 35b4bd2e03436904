"""Registering a telephone call by keyboard alone; how many keys and seconds that takes is printed, never a limit."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import certain
from tests.browser.desk import Desk
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

LINE = "burgemeester van Mechelen vraagt wat een LIVC is"
SUGGESTED = "Voorstel ingevuld."


@pytest.fixture
def keys(desk: Desk, server: Server) -> Keys:
    server.wait_ready()
    return Keys(desk)


class Keys:
    """A keyboard that counts."""

    def __init__(self, desk: Desk) -> None:
        self.keyboard, self.count = desk.page.keyboard, 0

    def press(self, key: str) -> None:
        self.count += 1
        self.keyboard.press(key)

    def type(self, text: str) -> None:
        self.count += len(text)
        # As fast as somebody who types 60 words a minute.
        self.keyboard.type(text, delay=200)


def test_a_call_is_registered_by_keyboard_alone(desk: Desk, keys: Keys, screenshots: Path):
    desk.visit("/registreren")
    page = desk.page
    expect(page.get_by_label("Nota in één regel")).to_be_focused()
    before = page.locator("#vandaag tbody tr").count()
    began = time.monotonic()
    keys.type(LINE)
    keys.press("Enter")
    typed = time.monotonic()
    # The first one of a server on a busy machine.
    expect(desk.told).to_contain_text(SUGGESTED, timeout=60_000)
    suggested = time.monotonic() - typed
    expect(page.get_by_role("button", name="Registreer")).to_be_focused()
    expect(page.get_by_label("Gemeente", exact=True)).to_have_value("Mechelen")
    page.screenshot(path=screenshots / "console-by-hand-suggested.png", full_page=True)
    keys.press("Enter")
    expect(desk.told).to_contain_text("Geregistreerd en geteld.")
    seconds = time.monotonic() - began
    expect(page.locator("#vandaag tbody tr")).to_have_count(before + 1)
    expect(page.locator("#vandaag tbody tr").first).to_contain_text("Gemeente of stad, Mechelen")
    expect(page.get_by_label("Nota in één regel")).to_be_focused()
    print(f"{keys.count} toetsen, {seconds:.1f} s, waarvan {suggested:.1f} s voor het voorstel")


def test_it_works_without_a_script_and_a_mistake_is_taken_back(desk: Desk, server: Server):
    server.wait_ready()
    browser = desk.page.context.browser
    assert browser is not None
    bare = browser.new_context(java_script_enabled=False, locale="nl-BE")
    bare.add_cookies(desk.page.context.cookies())
    page = bare.new_page()
    page.goto(f"{desk.url}/registreren")
    page.get_by_label("Nota in één regel").fill(LINE)
    page.keyboard.press("Enter")
    expect(page.locator("#melding")).to_contain_text(SUGGESTED)
    page.get_by_role("button", name="Registreer").press("Enter")
    expect(page.locator("#melding")).to_contain_text("Geregistreerd en geteld.")
    rows = page.locator("#vandaag tbody tr")
    before = rows.count()
    rows.first.get_by_role("button", name="Wis").click()
    expect(page.locator("#melding")).to_contain_text("Gewist")
    expect(rows).to_have_count(before - 1)
    bare.close()


def test_the_page_is_accessible_and_fits_a_narrow_window(desk: Desk, screenshots: Path):
    desk.visit("/registreren")
    page = desk.page
    page.get_by_label("Onderwerp", exact=True).select_option("ocad")
    page.get_by_role("button", name="Registreer").click()
    expect(desk.told).to_contain_text("Geregistreerd en geteld.")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert certain(page) == ""
        page.screenshot(path=screenshots / f"console-by-hand-{scheme}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 640})
    assert certain(page) == ""
    page.screenshot(path=screenshots / "console-by-hand-phone.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
