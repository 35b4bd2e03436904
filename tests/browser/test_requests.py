"""A whole visit request on a telephone, as a civil servant does it between two meetings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import Chat
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

PHONE = {"width": 375, "height": 812}
EMAIL = "an.peeters@voorbeeld.be"


@pytest.fixture
def phone(page: Page, watch: Watch, server: Server) -> Chat:
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    opened = Chat(page, server)
    opened.visit()
    opened.open()
    return opened


def pick(chat: Chat, label: str) -> None:
    """Press a button and wait for what comes of it."""
    before = chat.entries.count()
    chat.choose(label)
    chat.behind(before)
    chat.settle()


def begin(chat: Chat) -> None:
    chat.say("Kunnen jullie een presentatie komen geven?")
    chat.settle()
    pick(chat, "Gemeente of stad")
    pick(chat, "Vraag een presentatie of plaatsbezoek aan")


def test_a_visit_is_requested_step_by_step(phone: Chat, screenshots: Path):
    def picture(state: str) -> None:
        phone.page.screenshot(path=screenshots / f"phone-request-{state}.png")

    begin(phone)
    expect(phone.replies.last).to_contain_text("Stap 1 van 5")
    picture("1-first")
    expect(phone.say("Leuvn").last).to_contain_text("Bedoelt u deze?")
    phone.settle()
    picture("2-slip")
    pick(phone, "Leuven")
    expect(phone.replies.last).to_contain_text("Stap 2 van 5")
    picture("3-choices")
    pick(phone, "LIVC R")
    phone.say("april of mei")
    phone.say("preventieambtenaar")
    phone.settle()
    expect(phone.replies.last).to_contain_text("Stap 5 van 5")
    phone.question.fill(f"An Peeters, {EMAIL}")
    expect(phone.status).to_contain_text("worden versleuteld")
    picture("4-contact")
    before = phone.entries.count()
    phone.question.press("Enter")
    summary = phone.behind(before)
    expect(phone.entries.nth(before)).to_contain_text("[PERSOON-1] [EMAIL-1]")
    expect(phone.entries.nth(before)).to_contain_text("versleuteld bewaard voor de helpdesk")
    for line in (
        "Gemeente: Leuven",
        "Onderwerp: LIVC R",
        "Periode: april of mei",
        "versleuteld bewaard",
    ):
        expect(summary).to_contain_text(line)
    phone.settle()
    picture("5-summary")
    assert EMAIL not in phone.frame.content()
    pick(phone, "Verzend")
    expect(phone.replies.last).to_contain_text("Uw aanvraag is doorgegeven")
    picture("6-sent")
    assert EMAIL not in phone.frame.evaluate("JSON.stringify(localStorage)")
    assert EMAIL not in phone.transcript()
    assert EMAIL not in json.dumps(phone.contents())


def test_a_reload_keeps_the_form_and_the_stop_button_ends_it(phone: Chat):
    begin(phone)
    phone.say("Gent")
    phone.settle()
    phone.reload()
    expect(phone.replies.last).to_contain_text("Stap 2 van 5")
    pick(phone, "Polarisering in uw gemeente")
    expect(phone.replies.last).to_contain_text("Stap 3 van 5")
    pick(phone, "Stoppen")
    expect(phone.replies.last).to_contain_text("gestopt")
