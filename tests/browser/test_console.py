"""From "ik wil een medewerker" to the figures: a visitor in the widget and a colleague at the console."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.chat import QUESTION, Chat
from tests.browser.desk import Desk
from tests.browser.watch import Watch
from tests.common.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.engine]


def report(server: Server) -> dict[str, Any]:
    """The report of this month, as the command line gives it."""
    month = datetime.now(ZoneInfo("Europe/Brussels")).strftime("%Y-%m")
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "report", "--month", month],
        env={**os.environ, **server.environment},
        capture_output=True,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def counted(told: dict[str, Any], table: str, id: str) -> int:
    """One figure of a report."""
    return sum(int(row["count"]) for row in told["tables"][table] if row["id"] == id)


def test_a_person_takes_over_refers_and_closes_and_it_is_counted(
    chat: Chat, watch: Watch, desk: Desk, server: Server
):
    # Chromium calls an answer without content aborted.
    watch.provoke("handover net::ERR_ABORTED")
    before = report(server)
    chat.say(QUESTION)
    chat.settle()
    chat.command("Vraag een medewerker")
    expect(chat.log).to_contain_text("medewerker")
    bot_said = chat.replies.count()

    desk.visit("/wachtrij")
    desk.page.get_by_role("button", name="Neem over").click()
    expect(desk.answer).to_be_focused()
    expect(desk.log).to_contain_text(QUESTION)
    expect(chat.log).to_contain_text("Anna, medewerker van de helpdesk, leest nu mee")

    # The field has the focus before the script is there that listens to its keys.
    desk.page.wait_for_load_state()
    desk.answer.fill("Goedendag, ik lees uw vraag even na.")
    desk.answer.press("Control+Enter")
    expect(chat.log).to_contain_text("ik lees uw vraag even na")
    expect(desk.answer).to_have_value("")
    expect(desk.answer).to_be_focused()

    chat.type("Wat is OCAD eigenlijk?")
    expect(desk.log).to_contain_text("Wat is OCAD eigenlijk?")

    desk.page.keyboard.press("Alt+v")
    desk.page.get_by_label("Naar").select_option("abb")
    desk.page.get_by_role("button", name="Toon het kaartje").click()
    expect(chat.log).to_contain_text("Agentschap Binnenlands Bestuur")

    desk.page.keyboard.press("Alt+s")
    desk.page.keyboard.press("2")
    expect(desk.told).to_contain_text("Het gesprek is afgesloten.")
    expect(chat.log).to_contain_text("De medewerker heeft dit gesprek afgesloten.")
    assert chat.replies.count() == bot_said

    after = report(server)
    for table, id in (("referral_contacts", "abb"), ("outcomes", "doorverwezen")):
        assert counted(after, table, id) == counted(before, table, id) + 1


def test_everything_a_colleague_does_can_be_done_by_keyboard(desk: Desk, server: Server):
    visitor = server.visitor()
    visitor.ask(QUESTION)
    server.send("POST", f"/api/conversations/{visitor.id}/handover", token=visitor.token)
    keyboard = desk.page.keyboard
    desk.show(visitor.id)
    keyboard.press("Alt+o")
    expect(desk.answer).to_be_focused()
    keyboard.type("Goedendag.")
    keyboard.press("Control+Enter")
    expect(desk.log).to_contain_text("Goedendag.")
    expect(desk.answer).to_be_focused()
    keyboard.press("Alt+v")
    expect(desk.page.get_by_label("Naar")).to_be_focused()
    keyboard.press("ArrowDown")
    keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(desk.log).to_contain_text("Doorverwezen naar")
    expect(desk.answer).to_be_focused()
    keyboard.press("Alt+s")
    keyboard.press("1")
    expect(desk.page.get_by_role("button", name="Heropen")).to_be_visible()
    expect(desk.told).to_be_focused()


def test_what_a_colleague_types_stays_while_the_page_refreshes(desk: Desk, server: Server):
    visitor = server.visitor()
    visitor.say("Een vraag")
    server.send("POST", f"/api/conversations/{visitor.id}/handover", token=visitor.token)
    desk.show(visitor.id)
    desk.claim()
    desk.answer.press_sequentially("Ik ben ")
    desk.page.evaluate("document.getElementById('antwoord').dataset.same = 'yes'")
    for number in range(2):
        visitor.say(f"Nog een vraag {number}")
        expect(desk.log).to_contain_text(f"Nog een vraag {number}")
    desk.answer.press_sequentially("nog bezig")
    expect(desk.answer).to_have_value("Ik ben nog bezig")
    expect(desk.answer).to_be_focused()
    assert desk.answer.get_attribute("data-same") == "yes"
    desk.page.get_by_label("Voeg een tekst in").select_option("zin:even_geduld")
    desk.page.get_by_role("button", name="Voeg in").click()
    expect(desk.answer).to_have_value(
        "Ik ben nog bezigIk zoek dit voor u op. Dat duurt enkele minuten; u hoeft intussen niets te doen."
    )
    desk.answer.press("Control+Enter")
    expect(desk.answer).to_have_value("")
    desk.page.keyboard.press("Alt+s")
    desk.page.keyboard.press("1")
    expect(desk.told).to_contain_text("afgesloten")


def test_a_lost_connection_is_told_and_nothing_typed_is_lost(desk: Desk, server: Server):
    visitor = server.visitor()
    server.send("POST", f"/api/conversations/{visitor.id}/handover", token=visitor.token)
    desk.show(visitor.id)
    desk.claim()
    desk.watch.provoke("ERR_INTERNET_DISCONNECTED")
    desk.page.context.set_offline(True)
    desk.answer.fill("Komt dit aan?")
    desk.answer.press("Control+Enter")
    expect(desk.page.locator("#verbinding")).to_contain_text("Geen verbinding")
    expect(desk.answer).to_have_value("Komt dit aan?")
    desk.page.context.set_offline(False)
    desk.answer.press("Control+Enter")
    expect(desk.log.get_by_text("Komt dit aan?")).to_have_count(1)
    expect(desk.page.locator("#verbinding")).to_have_text("")


def test_a_login_that_has_ended_keeps_what_was_typed(desk: Desk, server: Server):
    visitor = server.visitor()
    server.send("POST", f"/api/conversations/{visitor.id}/handover", token=visitor.token)
    desk.show(visitor.id)
    desk.claim()
    desk.page.context.clear_cookies()
    desk.answer.fill("Nog niet verstuurd")
    desk.answer.press("Control+Enter")
    expect(desk.page.locator("#verbinding")).to_contain_text("U bent afgemeld")
    expect(desk.answer).to_have_value("Nog niet verstuurd")


def test_sound_and_notices_are_off_until_asked_for_and_remembered(desk: Desk):
    desk.visit("/wachtrij")
    sound = desk.page.get_by_label("Geluid")
    expect(sound).not_to_be_checked()
    expect(desk.page.get_by_label("Melding van de browser")).not_to_be_checked()
    sound.check()
    desk.page.reload()
    expect(sound).to_be_checked()


def test_without_a_script_the_same_can_be_done(desk: Desk, server: Server):
    visitor = server.visitor()
    visitor.ask(QUESTION)
    server.send("POST", f"/api/conversations/{visitor.id}/handover", token=visitor.token)
    page = desk.page
    page.route(
        "**/static/*.js", lambda route: route.fulfill(body="", content_type="text/javascript")
    )
    desk.visit("/wachtrij")
    page.get_by_role("button", name="Neem over").last.click()
    page.get_by_label("Voeg een tekst in").select_option("zin:begroeting")
    page.get_by_role("button", name="Voeg in").click()
    expect(desk.answer).to_have_value(
        "Goedendag, u spreekt met een medewerker van de helpdesk. Ik lees uw vraag even na en antwoord u dan."
    )
    page.get_by_role("button", name="Verstuur").click()
    expect(desk.told).to_contain_text("Uw antwoord is verstuurd.")
    page.locator("#sluit-af summary").click()
    page.get_by_role("button", name="Beantwoord").click()
    expect(desk.told).to_contain_text("Het gesprek is afgesloten.")


def test_what_came_while_a_colleague_was_away_is_there_once_and_in_order(
    desk: Desk, server: Server
):
    visitor = server.visitor()
    server.send("POST", f"/api/conversations/{visitor.id}/handover", token=visitor.token)
    desk.show(visitor.id)
    desk.claim()
    desk.watch.provoke("ERR_INTERNET_DISCONNECTED")
    desk.page.context.set_offline(True)
    for number in range(3):
        visitor.say(f"Bericht {number}")
    desk.page.context.set_offline(False)
    expect(desk.log).to_contain_text("Bericht 2")
    said = [f"Bericht {number}" for number in range(3)]
    assert desk.log.locator(".from-visitor .text").all_text_contents() == said
    desk.page.reload()
    assert desk.log.locator(".from-visitor .text").all_text_contents() == said


NOTICES = """
window.notices = [];
window.Notification = class extends EventTarget {
  static permission = "granted";
  static async requestPermission() { return "granted"; }
  constructor(title, { body }) { super(); window.notices.push(body); }
};
"""


def test_a_notice_tells_that_somebody_waits_and_nothing_more(desk: Desk, server: Server):
    desk.page.add_init_script(NOTICES)
    desk.visit("/wachtrij")
    desk.page.get_by_label("Melding van de browser").check()
    visitor = server.visitor()
    visitor.ask(QUESTION)
    server.send("POST", f"/api/conversations/{visitor.id}/handover", token=visitor.token)
    expect(desk.page.locator(f"[data-waiting='{visitor.id}']")).to_be_visible()
    assert desk.page.evaluate("window.notices") == ["Er wacht iemand op een medewerker."]
    server.send("POST", f"/api/conversations/{visitor.id}/close", token=visitor.token)


HIDE = """
Object.defineProperty(document, "hidden", { get: () => window.away === true });
window.show = (yes) => { window.away = !yes; document.dispatchEvent(new Event("visibilitychange")); };
"""


def test_a_hidden_tab_asks_the_server_nothing(desk: Desk):
    asked: list[str] = []
    desk.page.on("request", lambda one: asked.append(one.url) if one.url.endswith("/nu") else None)
    desk.page.add_init_script(HIDE)
    desk.page.clock.install()
    desk.visit("/wachtrij")
    with desk.page.expect_response("**/wachtrij/nu"):
        desk.page.clock.run_for(6_000)
    desk.page.evaluate("show(false)")
    asked.clear()
    desk.page.clock.run_for(60_000)
    assert asked == []
    with desk.page.expect_response("**/wachtrij/nu"):
        desk.page.evaluate("show(true)")
        desk.page.clock.run_for(100)
