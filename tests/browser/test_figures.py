"""The page of figures as it is used: by keyboard, on a phone, and without a call to anywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.database.connection import Database
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import load_library
from bot.registration.models import Channel, ContactRecord, Outcome
from bot.settings import PROJECT
from tests.browser.axe import certain
from tests.browser.desk import Desk
from tests.common.made_month import CONTACTS
from tests.common.registration import add_contact, add_question
from tests.common.server import Server
from tests.unit.conversations.talk import Talk

pytestmark = [pytest.mark.browser, pytest.mark.engine]

AT = datetime(2026, 9, 14, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def september(server: Server, people: None) -> Iterator[None]:
    """A month in which several people asked several things."""
    library = load_library(PROJECT / "knowledge")

    def fill(session: Session) -> None:
        for channel, audience, municipality, topic, refer_to in CONTACTS:
            contact = add_contact(
                session,
                at=AT,
                channel=channel,
                audience=audience,
                municipality=municipality,
                outcomes=[Outcome.REFERRED if refer_to else Outcome.ANSWERED],
            )
            add_question(
                session, contact, topic, at=AT, refer_to=refer_to, contacts=library.contacts
            )

    database = Database(server.database_url)
    database.run(fill)
    yield
    database.run(
        lambda session: session.execute(delete(ContactRecord).where(ContactRecord.opened_at == AT))
    )
    database.close()


def test_filters_and_figures_work_by_keyboard_alone(desk: Desk):
    asked: list[str] = []
    page = desk.page
    page.on("request", lambda request: asked.append(request.url))
    desk.visit("/cijfers?maand=2026-09")
    page.get_by_label("Gemeente", exact=True).focus()
    page.keyboard.type("Gent")
    page.keyboard.press("Enter")
    expect(page.locator("#periode")).to_have_text("september 2026, Gent")
    figure = page.locator("#audiences td a").first
    figure.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Contacten per soort vrager")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.get_by_role("link", name="Terug naar de cijfers").press("Enter")
    expect(page.locator("#periode")).to_have_text("september 2026, Gent")
    assert {urlsplit(one).hostname for one in asked} == {"localhost"}


def test_a_table_is_downloaded(desk: Desk):
    desk.visit("/cijfers?maand=2026-09")
    with desk.page.expect_download() as started:
        desk.page.get_by_role("link", name="CSV van Contacten per kanaal").click()
    saved = Path(started.value.path()).read_text(encoding="utf-8")
    assert started.value.suggested_filename == "channels-2026-09-01-2026-09-30.csv"
    assert f",channels,{Channel.EMAIL.value},E-mail,3,8,0.375" in saved


@pytest.mark.parametrize("path", ["/cijfers", "/cijfers/contacten"])
def test_the_page_is_accessible_and_fits_a_narrow_window(desk: Desk, screenshots: Path, path: str):
    page, name = desk.page, path.strip("/").replace("/", "-")
    desk.visit(f"{path}?maand=2026-09&tabel=contacts")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert certain(page) == ""
        page.screenshot(path=screenshots / f"console-{name}-{scheme}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 640})
    assert certain(page) == ""
    page.screenshot(path=screenshots / f"console-{name}-phone.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_what_was_not_understood_is_shown_by_group(desk: Desk, server: Server, screenshots: Path):
    database = Database(server.database_url)
    for text in ("drones boven betogingen, mag dat?", "mag een drone boven een betoging", "roblox"):
        talk = Talk(database)
        talk.say(text)
        talk.answer(outcome=Outcome.NOT_UNDERSTOOD.value, questions=())
    database.close()
    page = desk.page
    desk.visit("/cijfers")
    page.get_by_role("link", name="Wat werd niet begrepen?").click()
    expect(page.locator("tbody tr").first).to_contain_text("drone")
    expect(page.locator("tbody tr td.number").first).to_have_text("2")
    assert certain(page) == ""
    page.screenshot(path=screenshots / "console-cijfers-niet-begrepen.png", full_page=True)
    page.set_viewport_size({"width": 320, "height": 640})
    assert certain(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.screenshot(path=screenshots / "console-cijfers-niet-begrepen-phone.png", full_page=True)


def test_who_asked_is_among_the_filters(desk: Desk):
    desk.visit(f"/cijfers?maand=2026-09&doelgroep={Audience.OCMW.value}")
    expect(desk.page.locator(".totals")).to_contain_text("1")
