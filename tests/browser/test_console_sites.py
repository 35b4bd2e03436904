"""The page of a site in the console: the live preview, the contrast, the code, and the chat that it makes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import certain
from tests.browser.desk import Desk
from tests.browser.hosts import TEXT, choose, serve_host
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]


@pytest.fixture
def manager(desk: Desk) -> Desk:
    """Bas, who manages."""
    desk.enter("bas")
    return desk


def test_a_site_is_made_seen_and_pasted(manager: Desk, screenshots: Path):
    page = manager.page
    with serve_host() as host:
        manager.watch.allow(host.port, "127.0.0.2")
        manager.visit("/sites")
        assert certain(page) == ""
        page.screenshot(path=screenshots / "console-sites.png")
        page.get_by_label("Korte naam").fill("plakker")
        page.get_by_label("Adressen waar de chat mag staan").fill(host.origin)
        page.get_by_role("button", name="Maak de site").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Site plakker")
        page.get_by_label("Titel boven de chat").fill("Vraag het ons")
        expect(page.locator("#v-titel")).to_have_text("Vraag het ons")
        page.get_by_label("Tekst op de knop").fill("Hulp?")
        page.get_by_label("Vragen om mee te beginnen").fill("Wat is een LIVC R?\nWat is OCAD?")
        expect(page.locator("#v-vragen li")).to_have_count(2)
        page.get_by_label("Eigen kleuren").check()
        page.locator("#kleur").fill("#999999")
        expect(page.locator("#contrast")).to_contain_text("Contrast 2,8 op 1: te weinig")
        page.locator("#kleur").fill("#5b2a86")
        expect(page.locator("#contrast")).to_contain_text("goed te lezen")
        background = page.locator("#v-knop").evaluate(
            "one => getComputedStyle(one).backgroundColor"
        )
        assert background == "rgb(91, 42, 134)"
        page.get_by_role("button", name="Bewaar").click()
        expect(page.locator("#melding")).to_contain_text("Bewaard")
        assert certain(page) == ""
        page.screenshot(path=screenshots / "console-site.png", full_page=True)
        code = page.get_by_label("Knop op elke pagina").input_value()
        page.goto(host.put("/", TEXT + code))
        button = page.get_by_role("button", name="Hulp?")
        button.click()
        panel = page.frame_locator("wegwijs-widget iframe")
        expect(panel.get_by_role("button", name="Wat is OCAD?")).to_be_visible()
    manager.visit("/sites")


def test_what_is_refused_is_told_where_the_focus_is(manager: Desk, server: Server):
    choose(server, "add", "fout", "--origin", "https://www.fout.be")
    manager.watch.provoke("400")
    manager.visit("/sites/fout")
    page = manager.page
    page.get_by_label("Eigen uren van de helpdesk").fill("zondag altijd")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator("#melding")).to_be_focused()
    expect(page.locator("#melding")).to_contain_text("geen blok van uren")
    expect(page.get_by_label("Eigen uren van de helpdesk")).to_have_value("zondag altijd")


def test_the_page_of_a_site_fits_a_phone(manager: Desk, server: Server, screenshots: Path):
    choose(server, "add", "smal", "--origin", "https://www.smal.be")
    page = manager.page
    page.set_viewport_size({"width": 320, "height": 640})
    manager.visit("/sites/smal")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert certain(page) == ""
    page.screenshot(path=screenshots / "console-site-phone.png", full_page=True)
    page.set_viewport_size({"width": 1280, "height": 800})
