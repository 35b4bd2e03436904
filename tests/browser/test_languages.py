"""The frame around the chat in the language of the visitor, while the conversation is Dutch."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]

LANGUAGE = "one => one.closest('[lang]').lang"


@pytest.mark.parametrize(
    ("language", "menu", "person", "place", "cancel"),
    [
        ("fr", "Plus de possibilités", "Demander une personne", "Vous êtes la première personne", "Ne plus attendre"),
        ("en", "More options", "Ask for a person", "You are first in line.", "Stop waiting"),
        ("de", "Mehr Möglichkeiten", "Nach einer Person fragen", "Sie sind als Nächstes an", "Nicht mehr warten"),
    ],
)  # fmt: skip
def test_who_waits_reads_so_in_the_language_of_the_frame(
    language: str, menu: str, person: str, place: str, cancel: str,
    page: Page, watch: Watch, server: Server,
):  # fmt: skip
    watch.provoke(r"/(handover|cancel) net::ERR_ABORTED")
    page.goto(f"{server.url}/panel?site=demo&lang={language}")
    page.get_by_role("button", name=menu).click()
    page.locator("#menu").get_by_role("button", name=person).click()
    waiting = page.locator(".person")
    expect(waiting).to_contain_text(place)
    assert waiting.evaluate(LANGUAGE) == language
    # What the server writes about the wait is Dutch, and says so.
    for told in waiting.locator("[lang]").all():
        assert told.get_attribute("lang") == "nl-BE"
    waiting.get_by_role("button", name=cancel).click()
    expect(waiting).to_be_hidden()
    page.evaluate("localStorage.clear()")


def test_what_the_server_says_in_the_status_line_is_marked_as_dutch(
    page: Page, watch: Watch, server: Server
):
    watch.provoke("429")
    refused = {"status": 429, "detail": "U verstuurt berichten te snel."}
    page.route(
        "**/messages",
        lambda route: route.fulfill(status=429, headers={"Retry-After": "30"}, json=refused),
    )
    page.goto(f"{server.url}/panel?site=demo&lang=fr")
    page.get_by_label("Votre question").fill("Dag")
    page.keyboard.press("Enter")
    for line in (page.get_by_role("status"), page.locator(".status")):
        expect(line).to_have_text(refused["detail"])
        assert line.locator("[lang]").get_attribute("lang") == "nl-BE"
    page.evaluate("localStorage.clear()")


def test_a_button_below_a_reply_is_marked_in_its_own_language(
    page: Page, watch: Watch, server: Server
):
    page.goto(f"{server.url}/panel?site=demo&lang=fr")
    page.get_by_label("Votre question").fill("Iemand staat hier met een mes aan het loket")
    page.keyboard.press("Enter")
    copy = page.get_by_role("button", name="Copier")
    expect(copy).to_be_visible()
    assert copy.evaluate(LANGUAGE) == "fr"
    page.evaluate("localStorage.clear()")
