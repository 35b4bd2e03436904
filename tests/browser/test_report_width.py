"""The report of a month as a file: nothing sticks out, on a phone and on a desk."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page

from bot.database.connection import Database
from bot.knowledge.library import load_library
from bot.settings import PROJECT
from bot.statistics.html import render
from bot.statistics.periods import Month
from bot.statistics.report import build
from bot.statistics.unanswered import Alike, Unanswered
from tests.common.registration import add_contact

pytestmark = pytest.mark.browser

AT = datetime(2025, 3, 10, 9, tzinfo=UTC)
STICKS_OUT = """() => [...document.querySelectorAll("th, td")]
    .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.innerText)"""


@pytest.fixture
def html(database: Database) -> str:
    """A month of which one row holds everything, with words that were not understood."""
    library = load_library(PROJECT / "knowledge")
    database.run(lambda session: add_contact(session, at=AT, questions=["livc"]))
    report = database.run(
        lambda session: build(session, library, Month(2025, 3), made_at=datetime.now(UTC))
    )
    words = ["radicaliseringsproces", "deradicaliseringsambtenaar"]
    group = Alike(words=words, messages=1234, conversations=1234)
    report["unanswered"] = Unanswered(kept=1234, groups=[group], others=0)
    return render(report)


@pytest.mark.parametrize("width", [360, 1280])
def test_no_cell_sticks_out_and_the_page_does_not_scroll_sideways(
    page: Page, html: str, width: int
):
    page.set_viewport_size({"width": width, "height": 800})
    page.set_content(html)
    assert "100,0 %" in page.inner_text("main").replace("\N{NO-BREAK SPACE}", " ")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(STICKS_OUT) == []
