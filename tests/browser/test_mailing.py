"""The conversation by mail from the panel: a real mailbox gets it, and a mistake is told beside the field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import CONTRAST, violations
from tests.browser.chat import DANGER, Chat
from tests.browser.watch import Watch
from tests.common.mailserver import Mailbox, in_thread
from tests.common.server import MailingServer, free_port

pytestmark = [pytest.mark.browser]

ADDRESS = "an.peeters@voorbeeld.be"


@pytest.fixture
def box() -> Mailbox:
    return Mailbox()


@pytest.fixture
def mailing(tmp_path: Path, box: Mailbox) -> Iterator[MailingServer]:
    port = free_port()
    started = MailingServer(tmp_path, port)
    with in_thread(box, port):
        started.start()
        started.wait_ready(engine=False)
        yield started
        started.stop()


def test_the_conversation_reaches_a_mailbox_and_the_address_goes(
    page: Page, mailing: MailingServer, box: Mailbox, screenshots: Path
):
    watch = Watch(page)
    watch.allow(mailing.port)
    watch.provoke("400|409|ERR_ABORTED")
    chat = Chat(page, mailing)
    chat.visit()
    chat.open()
    chat.command("Mail dit gesprek")
    dialog = chat.panel.get_by_role("dialog", name="Mail dit gesprek")
    field = dialog.get_by_label("Naar welk e-mailadres?")
    expect(field).to_be_focused()
    field.fill("geen adres")
    field.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("Typ een volledig e-mailadres")
    expect(field).to_be_focused()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(chat.frame, CONTRAST) == ""
        page.screenshot(path=screenshots / f"widget-mail-{scheme}.png")
    field.fill(ADDRESS)
    field.press("Enter")
    expect(dialog.get_by_role("alert")).to_have_text("Er is nog niets gevraagd in dit gesprek.")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    # Escape left the dialog, not the chat.
    expect(chat.launcher).to_have_attribute("aria-expanded", "true")
    chat.say(DANGER)
    chat.command("Mail dit gesprek")
    field.fill(ADDRESS)
    dialog.get_by_role("button", name="Verstuur").click()
    expect(dialog).to_have_count(0)
    expect(chat.status).to_contain_text("vertrekt naar uw adres")
    for _ in range(150):
        if box.mails and mailing.stored("SELECT state FROM outgoing_mail") == [("sent",)]:
            break
        page.wait_for_timeout(100)
    [mail] = box.mails
    assert box.recipients == [[ADDRESS]]
    assert DANGER in mail.get_body(("plain",)).get_content()
    assert DANGER in mail.get_body(("html",)).get_content()
    assert mailing.stored("SELECT sealed, recipient FROM outgoing_mail") == [(None, None)]
    assert "peeters" not in (mailing.folder / "server.log").read_text()
    assert "peeters" not in chat.frame.evaluate("JSON.stringify(localStorage)")
    assert "peeters" not in chat.transcript()
    assert watch.faults == []


def test_without_mail_it_is_not_offered(chat: Chat):
    chat.panel.get_by_role("button", name="Meer mogelijkheden").click()
    expect(chat.panel.locator("#menu").get_by_text("Druk dit gesprek af")).to_be_visible()
    expect(chat.panel.locator("#menu").get_by_text("Mail dit gesprek")).to_have_count(0)
