"""What makes a chat pleasant: searching, copying, keeping, a draft that stays, and an end that is announced."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import DANGER, QUESTION, Chat
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]


def test_a_search_finds_words_without_capitals_or_accents(chat: Chat):
    chat.say(DANGER)
    chat.command("Zoek in dit gesprek")
    field = chat.panel.get_by_role("searchbox", name="Zoek")
    expect(field).to_be_focused()
    field.fill("MÉS aan het loket")
    field.press("Enter")
    expect(chat.status).to_have_text("Gevonden: 1 van 1.")
    expect(chat.log.locator(".found")).to_contain_text(DANGER)
    field.fill("olifant")
    field.press("Enter")
    expect(chat.status).to_have_text("Niets gevonden in dit gesprek.")
    field.press("Escape")
    expect(field).to_be_hidden()
    expect(chat.question).to_be_focused()


def test_a_search_looks_in_what_was_said_alone(chat: Chat):
    chat.say(QUESTION)
    chat.command("Zoek in dit gesprek")
    field = chat.panel.get_by_role("searchbox", name="Zoek")
    for word in ("kopieer", "nuttig", "bronnen", "opent in een nieuw", "meer uitleg"):
        field.fill(word)
        field.press("Enter")
        expect(chat.status).to_have_text("Niets gevonden in dit gesprek.")
        field.fill("dreigingsniveau")
        field.press("Enter")
        expect(chat.status).to_have_text("Gevonden: 1 van 2.")


def test_a_menu_that_the_keyboard_leaves_is_closed(chat: Chat):
    button = chat.panel.get_by_role("button", name="Meer mogelijkheden")
    entries = chat.panel.locator("#menu :is(button, a)")
    button.focus()
    chat.page.keyboard.press("Enter")
    for one in entries.all():
        chat.page.keyboard.press("Tab")
        expect(one).to_be_focused()
    chat.page.keyboard.press("Tab")
    expect(chat.panel.get_by_role("button", name="Sluit de chat")).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    chat.page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    chat.page.keyboard.press("Shift+Tab")
    expect(button).to_have_attribute("aria-expanded", "false")


def test_who_types_too_much_sees_every_character_and_hears_it_now_and_then(chat: Chat):
    chat.frame.evaluate(
        """() => {
          window.heard = [];
          const region = document.querySelector("[role=status]");
          const hear = () => region.textContent && heard.push([performance.now(), region.textContent]);
          new MutationObserver(hear).observe(region, { childList: true, characterData: true, subtree: true });
        }"""
    )
    chat.question.fill("x " * 1_999 + "x")
    chat.question.press("End")
    chat.question.press_sequentially("abcdefghijkl", delay=60)
    expect(chat.panel.locator(".status")).to_contain_text("11 tekens te lang")
    expect(chat.question).to_have_accessible_description(
        "Uw bericht is 11 tekens te lang. Maak het korter."
    )
    heard = chat.frame.evaluate("heard")
    assert len(heard) == 1, heard
    expect(chat.status).to_contain_text("11 tekens te lang")
    first, second = chat.frame.evaluate("heard.map(([at]) => at)")
    assert second - first >= 4_900


def test_a_reply_is_copied_without_its_marks(page: Page, watch: Watch, server: Server):
    reply = {
        "kind": "answer",
        "text": "**Laag** is 1.\n\n- Lees [de pagina](https://ocad.belgium.be/)\n- Bel [112](tel:112)",
        "detail": None, "topic": None, "title": "Niveaus", "sources": [], "contacts": [], "choices": [],
        "reviewed": None, "stale": False,
    }  # fmt: skip
    entry = {
        "seq": 1, "at": "2026-03-02T09:00:00+00:00", "sender": "bot", "text": None, "reply": reply,
        "state": None, "client_id": None, "useful": None,
    }  # fmt: skip
    told = f"id: 1\nevent: entry\ndata: {json.dumps(entry)}\n\n"
    page.route(
        "**/events*",
        lambda route: route.fulfill(status=200, content_type="text/event-stream", body=told),
    )
    chat = Chat(page, server)
    chat.visit()
    chat.open()
    chat.log.get_by_role("button", name="Kopieer").click()
    chat.question.focus()
    page.keyboard.press("Control+V")
    expect(chat.question).to_have_value(
        "Niveaus\n\nLaag is 1.\n\n- Lees de pagina (https://ocad.belgium.be/)\n- Bel 112"
    )


def test_a_reply_is_copied_as_text(chat: Chat):
    card = chat.say(DANGER)
    card.get_by_role("button", name="Kopieer").click()
    expect(card.get_by_role("button", name="Gekopieerd")).to_be_focused()
    chat.question.focus()
    chat.page.keyboard.press("Control+V")
    assert "112" in chat.question.input_value()


def test_what_was_typed_is_still_there_after_a_reload(chat: Chat):
    chat.question.fill("Nog niet af")
    chat.reload()
    expect(chat.question).to_have_value("Nog niet af")
    chat.question.fill(DANGER)
    chat.question.press("Enter")
    expect(chat.log.locator(".safety")).to_be_visible()
    chat.reload()
    expect(chat.question).to_have_value("")


def test_who_opens_the_chat_while_it_loads_types_in_it(chat: Chat):
    """Of a frame that had the focus while it loaded, Chromium gave the keys to the page for good: one in twenty."""
    for _ in range(12):
        chat.page.reload()
        chat.open()
        expect(chat.question).to_be_focused()
        chat.page.keyboard.type("a")
        expect(chat.question).to_have_value("a", timeout=2_000)
        chat.page.keyboard.press("Backspace")


def test_the_conversation_is_kept_as_text_and_as_a_page(chat: Chat):
    chat.say(DANGER)
    for label, name in (
        ("Bewaar dit gesprek", "wegwijs-gesprek.txt"),
        ("Bewaar als webpagina", "wegwijs-gesprek.html"),
    ):
        with chat.page.expect_download() as download:
            chat.command(label)
        assert download.value.suggested_filename == name
        assert DANGER in Path(download.value.path()).read_text()


def test_a_conversation_of_other_days_says_of_which(page: Page, watch: Watch, server: Server):
    told = "".join(
        f'id: {seq}\nevent: entry\ndata: {{"seq": {seq}, "at": "2026-03-{day}T09:00:00+00:00", "sender": "staff", '
        '"text": "Dag", "reply": null, "state": null, "client_id": null, "useful": null}\n\n'
        for seq, day in ((1, "02"), (2, "02"), (3, "03"))
    )
    page.route(
        "**/events*",
        lambda route: route.fulfill(status=200, content_type="text/event-stream", body=told),
    )
    chat = Chat(page, server)
    chat.visit()
    chat.open()
    expect(chat.log.locator(".day")).to_have_text(["maandag 2 maart", "dinsdag 3 maart"])


def test_a_message_that_comes_while_the_visitor_looks_elsewhere_is_counted(chat: Chat):
    key = chat.session
    chat.frame.evaluate("document.hasFocus = () => false")
    path = f"/api/conversations/{key['id']}/messages"
    chat.server.send("POST", path, {"client_id": "elders", "text": DANGER}, key["token"])
    expect(chat.log.locator(".safety")).to_be_visible()
    assert chat.frame.evaluate("document.title").startswith("(1 nieuw bericht)")


@pytest.mark.parametrize(
    ("language", "label"),
    [("fr", "Votre question"), ("en", "Your question"), ("de", "Ihre Frage"), ("es", "Uw vraag")],
)
def test_the_frame_around_the_chat_speaks_the_language_of_the_visitor(
    language: str, label: str, page: Page, watch: Watch, server: Server
):
    page.goto(f"{server.url}/panel?site=demo&lang={language}")
    expect(page.get_by_label(label)).to_be_visible()
    expect(page.get_by_role("log")).to_have_attribute("lang", "nl-BE")
    expect(page.locator(".entry").first).to_contain_text("automatische assistent")
    named = {"fr": "Collaborateurs : ", "en": "Staff: ", "de": "Team: ", "es": "Medewerkers: "}[
        language
    ]
    expect(page.locator("header .hours")).to_contain_text(named)
    assert page.evaluate("document.documentElement.lang") == (
        "nl-BE" if language == "es" else language
    )
    page.evaluate("localStorage.clear()")


def test_an_on_screen_keyboard_does_not_cover_the_question(chat: Chat):
    chat.page.set_viewport_size({"width": 375, "height": 812})
    chat.frame.evaluate(
        """() => {
          Object.defineProperty(visualViewport, "height", { value: 420 });
          visualViewport.dispatchEvent(new Event("resize"));
        }"""
    )
    bottom = chat.frame.evaluate(
        "document.querySelector('.composer').getBoundingClientRect().bottom"
    )
    assert bottom <= 420
