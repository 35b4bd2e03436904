"""WCAG 2.2 AA as far as a machine can judge it. Screen readers and people judge the rest."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page, expect

from tests.browser.chat import DANGER, DOUBTS, MINUTES_LATER, QUESTION, REFERRAL, Chat
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

PHONE = {"width": 375, "height": 812}

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Each frame is judged by itself: axe cannot look from one origin into another.
OPTIONS = {"runOnly": RULES, "resultTypes": ["violations", "incomplete"], "iframes": False}

FRAMES = "frame-tested"
"""Listed: each frame is judged by itself."""
CONTRAST = "color-contrast"
"""Listed where a menu or a dialog lies over the page (what lies under it is judged in the other states), and where the
visitor's own colours are forced."""

UNROLL = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("html, body, main, .log { height: auto !important; overflow: visible !important; flex: none; }");
  document.adoptedStyleSheets = [sheet];
}
"""
"""Shows all of the log at once: axe cannot judge the contrast of what is scrolled away."""


def violations(place: Page | Frame, *listed: str) -> str:
    """What axe finds wrong, or cannot decide without that being listed, to read; empty when that is nothing."""
    found = _found(place)
    undecided = [one for one in found["incomplete"] if one["id"] not in (FRAMES, *listed)]
    return _told([*found["violations"], *undecided])


def certain(place: Page | Frame) -> str:
    """What axe is sure is wrong, to read; empty when that is nothing."""
    return _told(_found(place)["violations"])


def _found(place: Page | Frame) -> dict[str, Any]:
    # Before its styles are there, a page has other sizes.
    place.wait_for_load_state("load")
    if "/panel?" in place.url:
        place.evaluate(UNROLL)
    found: dict[str, Any] = Axe().run(place, options=OPTIONS).response
    return found


def _told(rules: list[dict[str, Any]]) -> str:
    return "\n".join(
        f"{one['id']}: {node['target']} {(node['any'] or [{'message': ''}])[0]['message']}"
        for one in rules
        for node in one["nodes"]
    )


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


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_wrong(state: str, page: Page, watch: Watch, server: Server):
    chat = Chat(page, server)
    # Nobody reads the empty answer to a request for a person before the page is closed.
    watch.provoke("ERR_INTERNET_DISCONNECTED|/handover net::ERR_ABORTED")
    chat.visit()
    STATES[state](chat)
    listed = [CONTRAST] if state in ("menu", "erasing") else []
    # What asks whether there is a conversation is empty, out of sight, and gone at once.
    for place in (one for one in page.frames if one is page.main_frame or "/panel?" in one.url):
        assert violations(place, *listed) == ""


def test_axe_finds_nothing_wrong_on_a_phone(page: Page, watch: Watch, server: Server):
    page.set_viewport_size(PHONE)
    chat = Chat(page, server)
    chat.visit()
    assert violations(page) == ""
    STATES["answer"](chat)
    assert violations(chat.frame) == ""
    width = chat.frame.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width == [PHONE["width"], PHONE["width"]]


SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""

CLIPPED = """
() => [...document.querySelectorAll("button, p, h1, h2, h3, a, label, summary, textarea")]
  .filter((one) => one.offsetParent && !one.closest(".spoken") && one.scrollWidth > one.clientWidth + 1)
  .filter((one) => getComputedStyle(one).display !== "inline")
  .map((one) => `${one.className || one.tagName}: ${one.textContent.slice(0, 40)}`)
"""


@pytest.mark.parametrize("width", [320, 640])
def test_text_fits_on_a_narrow_screen_with_more_space(
    width: int, page: Page, watch: Watch, server: Server
):
    # 640 points at 200 % zoom are 320 too; here the text is doubled instead.
    page.set_viewport_size({"width": width, "height": 720})
    chat = Chat(page, server)
    chat.visit()
    asked(REFERRAL, ".referral")(chat)
    style = SPACED if width == 320 else "html { font-size: 200% !important; }"
    chat.frame.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }",
        style,
    )
    assert chat.frame.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert chat.frame.evaluate(CLIPPED) == []
    expect(chat.question).to_be_in_viewport()


@pytest.mark.parametrize(
    "state", ["referral", "waiting", "personal", "soon over", "searching", "ended"]
)
def test_a_low_window_leaves_room_for_the_conversation_and_reaches_the_rest(
    state: str, page: Page, watch: Watch, server: Server
):
    # 1280 by 1024 points at 400 % zoom (WCAG 1.4.10).
    watch.provoke("/handover net::ERR_ABORTED")
    page.set_viewport_size({"width": 320, "height": 256})
    chat = Chat(page, server)
    chat.visit()
    STATES[state](chat)
    assert chat.log.evaluate("one => one.clientHeight") >= 100
    last = chat.panel.locator(".composer:not([hidden]) textarea, .closed:not([hidden]) button")
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport(ratio=0.9)
    assert chat.frame.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("forced", ["active", "none"])
def test_axe_finds_nothing_wrong_in_other_colours(
    scheme: Literal["light", "dark"],
    forced: Literal["active", "none"],
    page: Page,
    watch: Watch,
    server: Server,
):
    page.emulate_media(color_scheme=scheme, forced_colors=forced)
    chat = Chat(page, server)
    chat.visit()
    asked(DANGER, ".safety")(chat)
    chat.say(REFERRAL)
    assert violations(chat.frame, *([CONTRAST] if forced == "active" else [])) == ""


def test_nothing_moves_for_who_asks_for_less_motion(chat: Chat):
    chat.say(QUESTION)
    moving = "document.getAnimations().filter((one) => one.playState === 'running').length"
    assert chat.frame.evaluate(moving) == 0


@pytest.mark.parametrize("path", ["privacy", "toegankelijkheid"])
def test_axe_finds_nothing_wrong_on_a_page_about_the_chat(
    path: str, page: Page, watch: Watch, server: Server
):
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{server.url}/{path}")
        assert violations(page) == ""
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_everything_can_be_done_by_keyboard(page: Page, watch: Watch, server: Server):
    chat = Chat(page, server)
    chat.visit()
    expect(chat.launcher).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(chat.launcher).to_be_focused()
    page.keyboard.press("Enter")
    expect(chat.question).to_be_focused()
    expect(chat.entries).to_have_count(1)
    page.keyboard.type("Wat is")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("OCAD?")
    page.keyboard.press("Enter")
    expect(chat.behind(1).locator(".sources")).to_be_visible()
    expect(chat.question).to_be_focused()
    page.keyboard.press("Escape")
    expect(chat.launcher).to_be_focused()
    expect(chat.launcher).to_have_attribute("aria-expanded", "false")
    expect(page.locator("wegwijs-widget iframe")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(chat.question).to_be_focused()
    expect(chat.log).to_contain_text("OCAD")


def test_there_is_one_log_and_each_message_is_announced_once(chat: Chat):
    expect(chat.panel.locator("[role=log]")).to_have_count(1)
    expect(chat.log).to_have_attribute("aria-live", "polite")
    assert chat.log.locator("[aria-live], [role=status], [role=alert], [role=log]").count() == 0
    chat.say(QUESTION)
    expect(chat.log).to_contain_text("Voor wie vraagt u dit?")
    chat.settle()
    assert len(chat.announced) == chat.entries.count() == 4
    before = chat.entries.count()
    chat.choose("Gemeente of stad")
    chat.behind(before)
    chat.settle()
    assert len(chat.announced) == chat.entries.count()
