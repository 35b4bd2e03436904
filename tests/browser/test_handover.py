"""The visitor's side of a handover: waiting, a person, and going on with the assistant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import certain
from tests.browser.chat import PHONE, QUESTION, Chat
from tests.browser.desk import PASSWORD, Desk
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

CLICKS = """
addEventListener("click", ({ isTrusted, detail }) => { if (isTrusted && detail > 0) window.clicked(); }, true);
"""


@pytest.fixture(autouse=True)
def without_content(watch: Watch) -> None:
    """Chromium calls an answer without content aborted."""
    watch.provoke(r"/(handover|cancel|close) net::ERR_ABORTED")


@pytest.fixture(autouse=True)
def leaves(chat: Chat) -> Iterator[None]:
    """Whoever waits would stand before the visitor of the next test."""
    yield
    key = chat.session
    chat.server.send("POST", f"/api/conversations/{key['id']}/close", token=key["token"])


def with_anna(chat: Chat, desk: Desk) -> None:
    """The visitor asks for a person, and Anna comes."""
    chat.ask_person()
    desk.show(chat.session["id"])
    desk.claim()
    expect(chat.person).to_contain_text("Een medewerker van de helpdesk leest mee")


def test_the_place_is_live_and_waiting_can_be_left_for_the_assistant(chat: Chat, server: Server):
    ahead = server.visitor()
    server.send("POST", f"/api/conversations/{ahead.id}/handover", token=ahead.token)
    chat.ask_person()
    expect(chat.log).to_contain_text("Wie uw gesprek overneemt, leest alles wat hier staat.")
    expect(chat.person).to_contain_text("U staat op plaats 2 in de rij.")
    server.send("POST", f"/api/conversations/{ahead.id}/handover/cancel", token=ahead.token)
    expect(chat.person).to_contain_text("U bent als eerste aan de beurt.")
    chat.person.get_by_role("button", name="Niet meer wachten").click()
    expect(chat.log).to_contain_text("U wacht niet meer op een medewerker.")
    expect(chat.person).to_be_hidden()
    expect(chat.question).to_be_focused()
    expect(chat.say(QUESTION).locator(".sources")).to_be_visible()


def test_with_nobody_there_one_can_be_called_back_wait_or_go_on(chat: Chat):
    chat.say("ik wil een medewerker spreken")
    expect(chat.person).to_contain_text("niemand")
    chat.choose("Ik wacht op een medewerker")
    expect(chat.log).to_contain_text("Goed, u wacht op een medewerker.")
    expect(chat.person).to_be_visible()
    chat.person.get_by_role("button", name="Niet meer wachten").click()
    expect(chat.person).to_be_hidden()
    chat.say("ik wil een medewerker spreken")
    chat.choose("Ga verder met de assistent")
    expect(chat.person).to_be_hidden()
    chat.say("ik wil een medewerker spreken")
    chat.choose("Laat mij terugbellen")
    expect(chat.log).to_contain_text("Voor wie vraagt u dit?")
    chat.choose("Gemeente of stad")
    chat.choose("Laat mij terugbellen")
    expect(chat.log).to_contain_text("Stap 1 van 3")


def test_from_asking_to_the_first_human_word_takes_five_clicks_at_most(
    chat: Chat, far_desk: Desk, server: Server
):
    """Counted from the login page on, though a colleague is mostly logged in already."""
    clicks: list[None] = []
    page = far_desk.page
    page.expose_function("clicked", lambda: clicks.append(None))
    page.add_init_script(CLICKS)
    page.context.clear_cookies()
    chat.say("ik wil een medewerker spreken")
    far_desk.visit("/aanmelden")
    page.get_by_label("Aanmeldnaam").fill("anna")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Meld aan").click()
    page.get_by_role("button", name="Neem over").click()
    expect(far_desk.answer).to_be_focused()
    page.keyboard.type("Goedendag, waarmee kan ik u helpen?")
    page.get_by_role("button", name="Verstuur").click()
    expect(chat.log.locator(".entry-staff")).to_contain_text("waarmee kan ik u helpen?")
    expect(chat.log).to_contain_text("Anna, medewerker van de helpdesk, leest nu mee")
    assert len(clicks) == 3
    far_desk.finish()


def test_who_speaks_is_seen_at_once_and_what_was_offered_before_is_not(chat: Chat, far_desk: Desk):
    disclosure = chat.panel.locator(".disclosure")
    expect(disclosure).to_contain_text("U chat met een automatische assistent.")
    with_anna(chat, far_desk)
    expect(disclosure).to_contain_text("U chat met een medewerker van de helpdesk.")
    expect(chat.log.locator(".choices button:not([aria-disabled])")).to_have_count(0)
    far_desk.say("Goedendag.")
    expect(chat.log.locator(".entry-staff .sender")).to_contain_text("Medewerker")
    expect(chat.log.locator(".entry-staff")).to_be_in_viewport(ratio=1)
    far_desk.finish()
    expect(disclosure).to_contain_text("U chat met een automatische assistent.")


def test_a_closed_conversation_says_so_reopens_live_and_leads_back_to_the_assistant(
    chat: Chat, far_desk: Desk
):
    closed = chat.panel.locator(".closed")
    with_anna(chat, far_desk)
    far_desk.finish()
    expect(closed).to_contain_text("Dit gesprek is afgesloten.")
    far_desk.page.get_by_role("button", name="Heropen").click()
    expect(closed).to_be_hidden()
    expect(chat.log).to_contain_text("Anna, medewerker van de helpdesk, heropent dit gesprek.")
    far_desk.say("Ik vergat nog iets.")
    chat.reload()
    expect(chat.log).to_contain_text("Ik vergat nog iets.")
    expect(closed).to_be_hidden()
    far_desk.finish()
    closed.get_by_role("button", name="Nieuw gesprek").click()
    expect(chat.entries).to_have_count(1)
    expect(chat.question).to_be_focused()
    expect(chat.say(QUESTION).locator(".sources")).to_be_visible()


def waits(chat: Chat, desk: Desk) -> None:
    chat.say(QUESTION)
    chat.settle()
    chat.say("ik wil een medewerker spreken")
    expect(chat.person).to_contain_text("U bent als eerste aan de beurt.")


def speaks(chat: Chat, desk: Desk) -> None:
    waits(chat, desk)
    desk.show(chat.session["id"])
    desk.claim()
    desk.say("Goedendag, ik lees uw vraag even na.")
    expect(chat.log.locator(".entry-staff")).to_be_in_viewport(ratio=1)


def closes(chat: Chat, desk: Desk) -> None:
    speaks(chat, desk)
    desk.finish()
    expect(chat.panel.locator(".closed")).to_be_visible()


STATES: dict[str, Callable[[Chat, Desk], None]] = {
    "waiting": waits, "staff": speaks, "closed": closes,
}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_wrong_in_light_dark_and_on_a_phone(
    state: str, chat: Chat, far_desk: Desk, page: Page, screenshots: Path
):
    STATES[state](chat, far_desk)
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        assert certain(chat.frame) == ""
        page.screenshot(path=screenshots / f"person-{state}-{scheme}.png")
    far_desk.page.screenshot(path=screenshots / f"console-person-{state}.png")
    page.set_viewport_size(PHONE)
    assert certain(chat.frame) == ""
    page.screenshot(path=screenshots / f"person-{state}-phone.png")
    width = chat.frame.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width == [PHONE["width"], PHONE["width"]]
