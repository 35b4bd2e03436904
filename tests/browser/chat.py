"""The demo page as a visitor sees it: a launcher, and behind it the panel in its frame."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import Frame, FrameLocator, Locator, Page, TimeoutError, expect

from tests.common.server import Server

ANNOUNCED = """
// Counts what a screen reader would read out: everything that is added to the log while it is live.
if (location.pathname === "/panel") {
  window.announced = [];
  new MutationObserver((changes) => {
    for (const { target, type, addedNodes } of changes) {
      const log = (target.nodeType === 1 ? target : target.parentElement)?.closest("[role=log]");
      if (!log || log.getAttribute("aria-live") === "off") continue;
      for (const node of type === "characterData" ? [target] : addedNodes)
        if (node.textContent.trim()) window.announced.push(node.textContent);
    }
  }).observe(document, { childList: true, characterData: true, subtree: true });
}
"""

MINUTES_LATER = """
(minutes) => {
  const now = Date.now;
  Date.now = () => now() + minutes * 60_000;
  document.dispatchEvent(new Event("visibilitychange"));
}
"""
"""Lets time pass in the panel, as for a visitor who looks away and back."""

PHONE = {"width": 375, "height": 812}

QUESTION = "Wat betekent dreigingsniveau 3 voor onze gemeente?"
REFERRAL = "Ik zoek een vorming over opvoedingsondersteuning"
DANGER = "Iemand staat hier met een mes aan het loket"
DESPAIR = "Ik wil niet meer leven"
DOUBTS = (
    "Hulp bij plan",
    "Advies vragen",
    "Gemeente en extremisme",
    "Samenwerken",
    "Radicalisering melden of bespreken",
    "Polarisering en de politie",
    "Hulp",
)
"""What one model or another is in doubt about; which ones changes with its training."""


class Chat:
    """One page with the widget on it."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.server = server
        self.launcher: Locator = page.locator("wegwijs-widget > button")
        self.panel: FrameLocator = page.frame_locator("wegwijs-widget iframe")
        self.log = self.panel.get_by_role("log")
        self.entries = self.log.locator(".entry")
        self.replies = self.log.locator(".entry-bot")
        self.pending = self.log.locator(".pending")
        self.question = self.panel.get_by_label("Uw vraag")
        self.status = self.panel.get_by_role("status")
        self.person = self.panel.locator(".person")
        self.said = self.log.locator(".entry-visitor .bubble, .entry-staff .bubble")

    @property
    def frame(self) -> Frame:
        """The frame of the panel, for what needs a script in it."""
        found = self.page.frame(url=re.compile("/panel[?]"))
        assert found is not None
        return found

    @property
    def session(self) -> dict[str, str]:
        """Id and token of the conversation, as the panel keeps them."""
        stored = self.frame.evaluate("localStorage.getItem('wegwijs:demo:session')")
        kept: dict[str, str] = json.loads(stored)
        return kept

    @property
    def announced(self) -> list[str]:
        """What a screen reader has read out since the panel was loaded."""
        heard: list[str] = self.frame.evaluate("window.announced")
        return heard

    def visit(self) -> None:
        """Go to the demo page. The widget comes from the other loopback name: another origin."""
        self.page.goto(f"http://localhost:{self.server.port}/demo")

    def open(self) -> None:
        """Press the launcher and wait for the greeting or the history."""
        self.launcher.click()
        expect(self.entries.first).to_be_visible()

    def reload(self) -> None:
        """Load the page again and open the panel."""
        self.page.reload()
        self.open()

    def type(self, text: str) -> None:
        """Send a message without waiting for anything."""
        self.question.fill(text)
        self.question.press("Enter")

    def say(self, text: str) -> Locator:
        """Send a message; gives the first reply behind it."""
        before = self.entries.count()
        self.type(text)
        return self.behind(before)

    def behind(self, count: int) -> Locator:
        """The first reply behind the visitor's message that follows `count` entries."""
        reply = self.entries.nth(count + 1)
        expect(reply).to_be_visible()
        expect(self.pending).to_have_count(0)
        return reply

    def settle(self) -> None:
        """Wait until the server has no more to say to the last message."""
        expect(self.status).to_have_text("")

    def contents(self) -> list[str]:
        """Every entry as text, in order."""
        return self.entries.evaluate_all(
            "all => all.map(one => one.querySelector('.bubble, .event').textContent)"
        )

    def ask_person(self) -> None:
        """Ask for a person from the menu."""
        self.command("Vraag een medewerker")
        expect(self.person).to_be_visible()

    def transcript(self) -> str:
        """The conversation as the server has stored it."""
        key = self.session
        status, text = self.server.send(
            "GET", f"/api/conversations/{key['id']}/transcript", token=key["token"]
        )
        assert status == 200
        return str(text)

    def choose(self, label: str) -> None:
        """Press a quick reply of the newest group."""
        self.log.get_by_role("group", name="Kies een antwoord").last.get_by_role(
            "button", name=label
        ).click()

    def command(self, label: str) -> None:
        """Choose from the menu of the panel."""
        item = self.panel.locator("#menu").get_by_role("button", name=label)
        # A panel that has just opened takes the focus, which closes a menu: then it is opened once more.
        for _ in range(3):
            self.panel.get_by_role("button", name="Meer mogelijkheden").click()
            try:
                item.click(timeout=3_000)
                return
            except TimeoutError:
                continue
        item.click()

    def evaluate_on_host(self, script: str) -> Any:
        """Run a script of the host page, with the iframe element as its argument."""
        return self.page.locator("wegwijs-widget iframe").evaluate(script)
