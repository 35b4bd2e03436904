"""The console as a colleague sees it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from bot.database.connection import Database
from bot.staff import accounts
from bot.staff.passwords import hashed
from bot.staff.roles import Role
from tests.browser.watch import Watch
from tests.common.server import Server

PASSWORD = "een lang wachtwoord"


class Desk:
    """A page on which a colleague is logged in."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.watch = Watch(page)
        # A page that is left while it refreshes itself lets go of that.
        self.watch.provoke(r"/nu net::ERR_ABORTED")
        self.url = f"http://localhost:{server.port}/console"
        self.log: Locator = page.get_by_role("log")
        self.answer = page.get_by_label("Uw antwoord")
        self.told = page.locator("#melding")
        self.said = self.log.locator(".from-visitor > .text, .from-staff > .text")

    def enter(self, login: str = "anna") -> None:
        """Log in, whoever was before."""
        self.page.context.clear_cookies()
        self.visit("/aanmelden")
        self.page.get_by_label("Aanmeldnaam").fill(login)
        self.page.get_by_label("Wachtwoord").fill(PASSWORD)
        self.page.get_by_role("button", name="Meld aan").click()
        expect(self.page.get_by_role("button", name="Afmelden")).to_be_visible()
        self.page.wait_for_load_state()

    def visit(self, path: str) -> None:
        """Go to a page of the console."""
        self.page.goto(f"{self.url}{path}")

    def show(self, conversation: str) -> None:
        """Go to a conversation."""
        self.visit(f"/gesprek/{conversation}")

    def claim(self) -> None:
        """Take over the conversation that is shown."""
        self.page.get_by_role("button", name="Neem over").click()
        expect(self.answer).to_be_focused()
        # The field has the focus before the script is there that listens to its keys.
        self.page.wait_for_load_state()

    def say(self, text: str) -> None:
        """Answer the visitor, and wait until that is stored."""
        self.answer.fill(text)
        self.answer.press("Control+Enter")
        expect(self.log.get_by_text(text, exact=True)).to_have_count(1)

    def finish(self) -> None:
        """Close the conversation that is shown as answered."""
        self.page.keyboard.press("Alt+s")
        self.page.keyboard.press("1")
        expect(self.told).to_contain_text("Het gesprek is afgesloten.")


def add_people(server: Server) -> None:
    """Anna answers, Bas manages."""
    database = Database(server.database_url)
    stored = hashed(PASSWORD)
    for login, role in (("anna", Role.MEDEWERKER), ("bas", Role.BEHEERDER)):
        database.run(
            lambda session, login=login, role=role: accounts.create(
                session, login=login, name=login.capitalize(), role=role, password=stored
            )
        )
    database.close()
