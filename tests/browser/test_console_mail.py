"""Answering by mail and the page with the mails: with the keyboard, accessible, on 320 pixels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from bot.database.connection import Database
from bot.vault.vault import Vault
from tests.browser.axe import certain
from tests.browser.desk import Desk, add_people
from tests.browser.test_console_pages import NARROW, wide
from tests.common.mailserver import Mailbox, in_thread
from tests.common.requests import add_request
from tests.common.server import MailingServer, free_port

pytestmark = [pytest.mark.browser, pytest.mark.engine]


@pytest.fixture
def box() -> Mailbox:
    return Mailbox()


@pytest.fixture
def mailing(tmp_path: Path, box: Mailbox) -> Iterator[MailingServer]:
    """A server that mails, with one open request."""
    port = free_port()
    started = MailingServer(tmp_path, port)
    with in_thread(box, port):
        started.start()
        started.wait_ready(engine=False)
        add_people(started)
        database, vault = Database(started.database_url), Vault(tmp_path / "sleutels.json")
        database.run(lambda session: add_request(session, vault))
        database.close()
        yield started
        started.stop()


def judge(page: Page, screenshots: Path, name: str) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert certain(page) == ""
        page.screenshot(path=screenshots / f"console-{name}-{scheme}.png")
    size = page.viewport_size
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(NARROW)
    assert certain(page) == ""
    page.screenshot(path=screenshots / f"console-{name}-phone.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], wide(page)
    assert size is not None
    page.set_viewport_size(size)


def test_a_request_is_answered_by_mail_and_one_that_is_refused_goes_again(
    context: BrowserContext, mailing: MailingServer, box: Mailbox, screenshots: Path
):
    page = context.new_page()
    desk = Desk(page, mailing)
    desk.watch.allow(mailing.port)
    desk.enter()
    desk.visit("/aanvragen")
    judge(page, screenshots, "request-mailable")
    page.get_by_role("link", name="Antwoord per mail").click()
    judge(page, screenshots, "request-answer")
    desk.answer.fill("Mail naar piet@voorbeeld.be.")
    page.get_by_role("button", name="Verstuur en rond af").click()
    expect(page.get_by_role("alert")).to_contain_text("Nog niet verstuurd")
    expect(desk.answer).to_have_value("Mail naar [EMAIL-1].")
    judge(page, screenshots, "request-answer-masked")
    desk.answer.fill("Het draaiboek staat op onze site.")
    box.rcpt = "550 onbekend"
    desk.answer.press("Tab")
    page.keyboard.press("Enter")
    expect(desk.told).to_contain_text("vertrekt per mail")
    refused = page.get_by_text("weigert de ontvanger")
    for _ in range(100):
        desk.visit("/mails")
        if refused.count():
            break
        page.wait_for_timeout(200)
    expect(refused).to_be_visible()
    judge(page, screenshots, "mails")
    box.rcpt = "250 OK"
    page.get_by_role("button", name="Stuur opnieuw").click()
    expect(page.get_by_role("button", name="Stuur opnieuw")).to_have_count(0)
    for _ in range(100):
        if box.mails:
            break
        page.wait_for_timeout(100)
    [sent] = box.mails
    assert "Het draaiboek staat op onze site." in sent.get_content()
    page.close()
    assert desk.watch.faults == []
