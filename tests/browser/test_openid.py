"""The organisation's login in a real browser: cookies, content policy and the way back from another site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from bot.database.connection import Database
from bot.openid.settings import CALLBACK
from bot.staff import accounts, linking
from bot.staff.roles import Role
from tests.browser.axe import certain
from tests.common.provider import RealProvider
from tests.common.server import Server

pytestmark = pytest.mark.browser

PERSON = {"name": "Anna", "email": "anna@stad.example", "email_verified": True}


class OrganisationServer(Server):
    """A Wegwijs whose colleagues may log in at a provider of another site."""

    provider: RealProvider

    @property
    def environment(self) -> dict[str, str]:
        return {**super().environment, **self.provider.environment}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OrganisationServer]:
    server = OrganisationServer(tmp_path_factory.mktemp("organisation"))
    server.provider = RealProvider({"sub-anna": PERSON})
    server.provider.redirect = f"http://localhost:{server.port}{CALLBACK}"
    server.provider.start()
    server.start()
    server.wait_ready(engine=False)
    database = Database(server.database_url)
    database.run(
        lambda session: linking.expect(
            session,
            accounts.create(session, login="anna", name="Anna", role=Role.BEHEERDER),
            email=PERSON["email"],
        )
    )
    database.close()
    yield server
    server.stop()
    server.provider.stop()


@pytest.fixture
def tab(context: BrowserContext) -> Iterator[Page]:
    opened = context.new_page()
    yield opened
    context.clear_cookies()
    opened.close()


def press_and_log_in(page: Page, city: OrganisationServer, person: str) -> None:
    """From the login page, through the provider's two pages, back to Wegwijs."""
    page.get_by_role("link", name="Aanmelden met de Stad").click()
    page.wait_for_url(f"{city.provider.issuer}/**")
    page.locator("[name=login]").fill(person)
    page.locator("[name=password]").fill("x")
    page.get_by_role("button", name="Sign-in").click()
    page.get_by_role("button", name="Continue").click()


def test_a_colleague_comes_in_from_another_site_and_goes_again(
    tab: Page, city: OrganisationServer, screenshots: Path
):
    tab.goto(f"http://localhost:{city.port}/console/accounts")
    assert certain(tab) == ""
    tab.screenshot(path=screenshots / "console-organisation-login.png")
    press_and_log_in(tab, city, "sub-anna")
    expect(tab.get_by_role("heading", name="Accounts")).to_be_visible()
    expect(tab.get_by_text("gekoppeld")).to_be_visible()
    _fits(tab, screenshots, "console-organisation-accounts")
    tab.get_by_role("button", name="Afmelden").click()
    expect(tab.get_by_role("link", name="Meld u ook daar af")).to_be_visible()
    _fits(tab, screenshots, "console-organisation-left")
    tab.get_by_role("link", name="Meld u ook daar af").click()
    tab.wait_for_url(f"{city.provider.issuer}/session/end**")


def test_who_is_not_linked_reads_the_code_to_give(
    tab: Page, city: OrganisationServer, screenshots: Path
):
    tab.goto(f"http://localhost:{city.port}/console/aanmelden")
    press_and_log_in(tab, city, "sub-iemand-met-een-lange-code-0123456789")
    expect(tab.get_by_role("alert")).to_contain_text("sub-iemand-met-een-lange-code-0123456789")
    _fits(tab, screenshots, "console-organisation-refused")


def _fits(page: Page, screenshots: Path, name: str) -> None:
    size = page.viewport_size
    assert size is not None
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert certain(page) == ""
    page.emulate_media(color_scheme="light")
    page.screenshot(path=screenshots / f"{name}.png")
    page.set_viewport_size({"width": 320, "height": 640})
    assert certain(page) == ""
    page.screenshot(path=screenshots / f"{name}-phone.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size(size)
