"""The states of the panel, each with the way to it: to be judged, and to be looked at."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.chat import DANGER, DOUBTS, MINUTES_LATER, QUESTION, REFERRAL, Chat


def asked(question: str, then: str) -> Callable[[Chat], None]:
    """A state of the panel: a question, and what its reply holds."""

    def reach(chat: Chat) -> None:
        chat.open()
        expect(chat.say(question).locator(then)).to_be_visible()

    return reach


def clarified(chat: Chat) -> None:
    """Ask until the bot is in doubt and offers a choice."""
    chat.open()
    for doubt in DOUBTS:
        if chat.say(doubt).locator(".reply-clarify").count():
            return
    pytest.fail("geen van de twijfelvragen wordt nog verduidelijkt: kies andere in chat.py")


def waiting(chat: Chat) -> None:
    """Ask for a person."""
    chat.open()
    with chat.page.expect_response("**/handover"):
        chat.ask_person()
    expect(chat.person).to_contain_text(re.compile("als eerste|op plaats"))


def ended(chat: Chat) -> None:
    """Close the conversation."""
    chat.open()
    key = chat.session
    path = f"/api/conversations/{key['id']}/close"
    assert chat.server.send("POST", path, token=key["token"])[0] == 204
    expect(chat.panel.locator(".closed")).to_be_visible()


def menu(chat: Chat) -> None:
    """Open the menu."""
    chat.open()
    chat.panel.get_by_role("button", name="Meer mogelijkheden").click()
    expect(chat.panel.locator("#menu")).to_be_visible()


def erasing(chat: Chat) -> None:
    """Choose to erase, and do not answer yet."""
    chat.open()
    chat.command("Wis dit gesprek")
    expect(chat.panel.get_by_role("dialog")).to_be_visible()


def searching(chat: Chat) -> None:
    """Search for what was said."""
    chat.open()
    chat.command("Zoek in dit gesprek")
    chat.panel.get_by_role("searchbox", name="Zoek").fill("wegwijs")
    chat.page.keyboard.press("Enter")
    expect(chat.log.locator(".found")).to_have_count(1)


def offline(chat: Chat) -> None:
    """Lose the network with a message on its way."""
    chat.open()
    chat.page.context.set_offline(True)
    chat.type(QUESTION)
    expect(chat.status).to_have_text("Geen verbinding. Wij proberen het opnieuw…")


def too_long(chat: Chat) -> None:
    """Type more than the server takes."""
    chat.open()
    chat.question.fill("a" * 4_010)
    expect(chat.status).to_contain_text("tekens te lang")


def personal(chat: Chat) -> None:
    """Type what looks personal."""
    chat.open()
    chat.question.fill("Mijn mail is jan.peeters@example.be")
    expect(chat.panel.get_by_role("button", name="Toon wat bewaard wordt")).to_be_visible()


def judged(chat: Chat) -> None:
    """Find an answer not useful."""
    chat.open()
    answer = chat.say(QUESTION).first
    answer.get_by_role("button", name="Nee").click()
    expect(answer.get_by_role("group", name="Wat kan beter?")).to_be_visible()


def soon_over(chat: Chat) -> None:
    """Say nothing until the conversation is about to end."""
    chat.open()
    chat.frame.evaluate(MINUTES_LATER, 57)
    expect(chat.panel.locator(".ending")).to_contain_text("Over 5 minuten")


STATES: dict[str, Callable[[Chat], None]] = {
    "closed": lambda chat: expect(chat.launcher).to_be_visible(),
    "open": Chat.open,
    "answer": asked(QUESTION, ".sources"),
    "referral": asked(REFERRAL, ".referral"),
    "safety": asked(DANGER, ".safety"),
    "clarify": clarified,
    "waiting": waiting,
    "ended": ended,
    "menu": menu,
    "erasing": erasing,
    "searching": searching,
    "offline": offline,
    "too long": too_long,
    "personal": personal,
    "judged": judged,
    "soon over": soon_over,
}
