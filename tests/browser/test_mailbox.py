"""Confirming what a mailbox proposes, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect
from sqlalchemy import delete

from bot.database.connection import Database
from bot.mailbox.models import MailProposal
from tests.browser.axe import certain
from tests.browser.desk import Desk
from tests.common.proposals import ASKED_AT, add_proposal
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]


@pytest.fixture
def proposals(server: Server, people: None) -> Iterator[list[str]]:
    database = Database(server.database_url)
    ids = [
        database.run(
            lambda session, n=n: add_proposal(
                session,
                f"Vraag {n}: wat is een LIVC?" + "\nNog een regel." * (40 if n == 3 else 0),
                at=ASKED_AT + timedelta(hours=n),
            )
        )
        for n in (1, 2, 3)
    ]
    yield ids
    database.run(lambda session: session.execute(delete(MailProposal)))
    database.close()


@pytest.fixture(autouse=True)
def shown(desk: Desk, proposals: list[str]) -> None:
    desk.visit("/mailbox")


def test_one_key_accepts_a_card_and_the_next_one_has_the_focus(desk: Desk, proposals: list[str]):
    first, second, third = (desk.page.locator(f"#m{one}") for one in proposals)
    expect(first).to_be_focused()
    desk.page.keyboard.press("a")
    expect(desk.told).to_contain_text("Aanvaard")
    expect(second).to_be_focused()
    desk.page.keyboard.press("Enter")
    expect(third).to_be_focused()
    expect(desk.page.locator("#aantal")).to_have_text("1 contact wacht.")


def test_one_key_takes_the_last_decision_back_and_its_card_has_the_focus(
    desk: Desk, proposals: list[str], screenshots: Path
):
    first, second, _ = (desk.page.locator(f"#m{one}") for one in proposals)
    expect(first).to_be_focused()
    desk.page.keyboard.press("a")
    expect(second).to_be_focused()
    expect(desk.page.get_by_role("button", name="Ongedaan maken")).to_be_visible()
    assert certain(desk.page) == ""
    desk.page.screenshot(path=screenshots / "console-mailbox-undo.png")
    desk.page.keyboard.press("z")
    expect(desk.told).to_contain_text("wacht weer in de lijst")
    expect(first).to_be_focused()
    expect(first).to_contain_text("Vraag 1: wat is een LIVC?")
    expect(desk.page.locator("#aantal")).to_have_text("3 contacten wachten.")


def test_a_letter_in_a_field_is_a_letter(desk: Desk, proposals: list[str]):
    place = desk.page.locator(f"#g-{proposals[0]}")
    place.fill("")
    place.press("a")
    expect(place).to_have_value("a")
    expect(desk.page.locator("#aantal")).to_have_text("3 contacten wachten.")


def test_the_page_is_accessible_and_fits_a_narrow_window(
    desk: Desk, proposals: list[str], screenshots: Path
):
    desk.page.screenshot(path=screenshots / "console-mailbox.png", full_page=True)
    assert certain(desk.page) == ""
    desk.page.set_viewport_size({"width": 320, "height": 640})
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not desk.page.evaluate(wide)
