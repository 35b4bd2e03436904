"""The report of a month in the console: chosen, closed and found again by keyboard, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import delete

from bot.database.connection import Database
from bot.registration.models import ContactRecord
from bot.statistics.models import ClosedMonth
from tests.browser.axe import certain
from tests.browser.desk import Desk
from tests.common.registration import add_contact
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

AT = datetime(2025, 3, 10, 9, tzinfo=UTC)
REPORT = "/cijfers/maandverslag?maand=2025-03"
CLOSING = "/cijfers/maandverslag/2025-03/afsluiten"
CLOSED = "/cijfers/afgesloten"


@pytest.fixture
def manager(desk: Desk, server: Server) -> Iterator[Desk]:
    """Who may close, and a month with one contact."""
    database = Database(server.database_url)
    database.run(lambda session: add_contact(session, at=AT, questions=["livc"]))
    desk.enter("bas")
    yield desk
    database.run(lambda session: session.execute(delete(ClosedMonth)))
    database.run(
        lambda session: session.execute(delete(ContactRecord).where(ContactRecord.opened_at == AT))
    )
    database.close()


def press(page: Page, key: str, times: int = 1) -> None:
    for _ in range(times):
        page.keyboard.press(key)


def test_a_month_is_closed_by_keyboard_alone_and_stands_in_the_list(manager: Desk):
    page = manager.page
    # The report runs nothing, also not what the test looks at it with.
    manager.watch.provoke("Blocked script execution in '[^']*/cijfers/afgesloten/")
    manager.visit(REPORT)
    page.get_by_role("link", name="Bekijk het verslag").focus()
    press(page, "Tab", 6)
    expect(page.get_by_role("link", name="Sluit maart 2025 af")).to_be_focused()
    press(page, "Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Maart 2025 afsluiten")
    page.get_by_role("button", name="Sluit maart 2025 definitief af").focus()
    press(page, "Enter")
    expect(page.get_by_role("heading", level=2)).to_contain_text("Definitief")
    page.get_by_role("link", name="Alle afgesloten maanden").focus()
    press(page, "Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Afgesloten maanden")
    page.get_by_role("main").focus()
    press(page, "Tab", 2)
    expect(page.get_by_role("link", name="maart 2025")).to_be_focused()
    press(page, "Enter")
    expect(page).to_have_url(f"{manager.url}{CLOSED}/2025-03")
    expect(page.get_by_role("main")).to_contain_text("Definitieve cijfers, afgesloten op")
    # A report runs nothing, also no cleaning up after a test.
    manager.visit(CLOSED)


def test_a_file_leaves_by_keyboard(manager: Desk):
    manager.visit(REPORT)
    page = manager.page
    page.get_by_role("link", name="CSV downloaden").focus()
    with page.expect_download() as leaving:
        press(page, "Enter")
    assert leaving.value.suggested_filename == "maandverslag-2025-03-voorlopig.csv"


def test_the_pages_are_accessible_and_fit_a_narrow_window(manager: Desk, screenshots: Path):
    page = manager.page
    for name, path in (("report", REPORT), ("closing", CLOSING), ("no-closed", CLOSED)):
        look(manager, path, screenshots / f"console-month-{name}")
    manager.visit(CLOSING)
    page.get_by_role("button", name="definitief af").press("Enter")
    expect(page.get_by_role("heading", level=2)).to_contain_text("Definitief")
    for name, path in (("definite", REPORT), ("closed", CLOSED)):
        look(manager, path, screenshots / f"console-month-{name}")


def look(manager: Desk, path: str, to: Path) -> None:
    """Judge a page in both colours on a desk, and in a narrow window."""
    page = manager.page
    manager.visit(path)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert certain(page) == "", path
        page.screenshot(path=f"{to}-{scheme}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    desk = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 640})
    assert certain(page) == "", path
    page.screenshot(path=f"{to}-phone.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    if desk:
        page.set_viewport_size(desk)
