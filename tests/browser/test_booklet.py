"""The booklet in Chromium: readable by everyone, on a telephone too, and paginated on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from bot.cli import main

pytestmark = [pytest.mark.browser, pytest.mark.slow]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def booklet(tmp_path: Path) -> str:
    """The address of the booklet of today."""
    out = tmp_path / "leesbundel.html"
    assert main(["booklet", "--out", str(out)]) == 0
    return out.as_uri()


def test_axe_finds_nothing_wrong(page: Page, booklet: str):
    page.goto(booklet)
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()


def test_nothing_sticks_out_on_a_telephone(page: Page, booklet: str):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(booklet)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_each_chapter_begins_on_a_page_of_its_own(page: Page, booklet: str):
    page.goto(booklet)
    page.emulate_media(media="print")
    breaks = page.eval_on_selector_all(
        ".chapter", "all => all.map(one => getComputedStyle(one).breakBefore)"
    )
    assert len(breaks) > 9
    assert set(breaks) == {"page"}
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page/") > len(breaks)
