"""Visits, outreach and events as a colleague fills them in, on a wide and a narrow screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import certain
from tests.browser.desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.engine]


def _visits(desk: Desk) -> None:
    desk.visit("/bezoeken")
    desk.page.get_by_label("Gemeente", exact=True).fill("Lovendegem")
    desk.page.get_by_role("button", name="Registreer").press("Enter")
    expect(desk.told).to_contain_text("Het bezoek is geregistreerd.")
    desk.page.locator("summary").first.click()


def _outreach(desk: Desk) -> None:
    desk.visit("/benaderingen")
    desk.page.get_by_label("Gemeente", exact=True).fill("Gent")
    desk.page.get_by_label("Reden, als er nog geen contact was").select_option("capaciteit")
    desk.page.get_by_role("button", name="Registreer").press("Enter")
    expect(desk.told).to_contain_text("Een reden hoort alleen bij")
    expect(desk.page.get_by_label("Gemeente", exact=True)).to_have_value("Gent")
    desk.watch.provoke("400")
    desk.page.get_by_label("Toestand").select_option("nog_niet")
    desk.page.get_by_role("button", name="Registreer").press("Enter")
    expect(desk.told).to_contain_text("De benadering is geregistreerd.")


def _events(desk: Desk) -> None:
    desk.visit("/evenementen")


def _event(desk: Desk) -> None:
    desk.visit("/evenementen")
    desk.page.get_by_label("School of CLB").check()
    desk.page.get_by_role("button", name="Registreer").press("Enter")
    expect(desk.told).to_contain_text("Vul hieronder de deelnemers in")
    desk.page.get_by_label("Gemeente 1").fill("Gent")
    desk.page.get_by_label("Aantal 1").fill("12")
    desk.page.get_by_role("button", name="Bewaar de deelnemers").press("Enter")
    expect(desk.told).to_contain_text("De deelnemers zijn bewaard.")
    expect(desk.page.locator(".count")).to_have_text("12")


PAGES: dict[str, Callable[[Desk], None]] = {
    "visits": _visits,
    "outreach": _outreach,
    "events": _events,
    "event": _event,
}


@pytest.mark.parametrize("name", PAGES)
def test_each_page_works_is_accessible_and_fits(desk: Desk, screenshots: Path, name: str):
    PAGES[name](desk)
    page = desk.page
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert certain(page) == ""
        page.screenshot(path=screenshots / f"console-{name}-{scheme}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 640})
    assert certain(page) == ""
    page.screenshot(path=screenshots / f"console-{name}-phone.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
