"""The pages of the console: WCAG 2.2 AA as far as a machine can judge it, 320 pixels, and pictures to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from bot.database.connection import Database
from bot.requests.kinds import RequestKind
from bot.vault.vault import Vault
from tests.browser.axe import certain
from tests.browser.desk import Desk, add_people
from tests.common.requests import add_request
from tests.common.server import Server, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.engine]

NARROW = {"width": 320, "height": 640}


@pytest.fixture
def visitor(server: Server) -> Iterator[Visitor]:
    """Somebody who asked a question and then for a person."""
    opened = server.visitor(municipality="44021")
    opened.ask("Wat betekent dreigingsniveau 3 voor onze gemeente?")
    opened.say("Ik ben de preventieambtenaar. Kan iemand mee kijken?")
    hand_over(opened)
    yield opened
    server.send("POST", f"/api/conversations/{opened.id}/close", token=opened.token)


def hand_over(visitor: Visitor) -> None:
    """Ask for a person."""
    place = f"/api/conversations/{visitor.id}/handover"
    status, _ = visitor.server.send("POST", place, token=visitor.token)
    assert status == 202


def _waiting(desk: Desk, visitor: Visitor) -> None:
    desk.show(visitor.id)


def _claimed(desk: Desk, visitor: Visitor) -> None:
    desk.show(visitor.id)
    desk.claim()
    desk.answer.fill("Goedendag, mail mij op an@voorbeeld.be.")
    desk.answer.press("Control+Enter")
    expect(desk.told).to_contain_text("een e-mailadres")
    desk.page.get_by_label("Nieuwe nota").fill("Kijkt zelf al naar het draaiboek.")
    desk.page.get_by_role("button", name="Bewaar de nota").click()
    expect(desk.page.locator(".note")).to_have_count(1)


def _menus(desk: Desk, visitor: Visitor) -> None:
    _claimed(desk, visitor)
    desk.page.keyboard.press("Alt+v")
    desk.page.keyboard.press("Alt+s")


def _closed(desk: Desk, visitor: Visitor) -> None:
    desk.show(visitor.id)
    desk.claim()
    desk.page.keyboard.press("Alt+s")
    desk.page.keyboard.press("1")
    expect(desk.page.get_by_role("button", name="Heropen")).to_be_visible()


def _accounts(desk: Desk, _visitor: Visitor) -> None:
    desk.enter("bas")
    desk.visit("/accounts")


def _audit_log(desk: Desk, _visitor: Visitor) -> None:
    desk.enter("bas")
    desk.visit("/logboek?controle=ja")


def _login(desk: Desk, _visitor: Visitor) -> None:
    desk.page.context.clear_cookies()
    desk.visit("/aanmelden")


def _requests(desk: Desk, visitor: Visitor) -> None:
    database = Database(visitor.server.database_url)
    vault = Vault(visitor.server.folder / "sleutels.json")
    for kind in (RequestKind.PLAATSBEZOEK, RequestKind.TERUGBELLEN):
        database.run(lambda session, kind=kind: add_request(session, vault, kind=kind))
    database.close()
    desk.visit("/aanvragen")
    desk.page.get_by_role("button", name="Open de contactgegevens").first.click()
    expect(desk.page.get_by_role("link", name="an.peeters@voorbeeld.be")).to_be_visible()


STATES: dict[str, Callable[[Desk, Visitor], None]] = {
    "login": _login,
    "queue": lambda desk, _: desk.visit("/wachtrij"),
    "waiting": _waiting,
    "claimed": _claimed,
    "menus": _menus,
    "closed": _closed,
    "search": lambda desk, _: desk.visit("/zoeken?kanaal=widget"),
    "requests": _requests,
    "accounts": _accounts,
    "audit_log": _audit_log,
    "password": lambda desk, _: desk.visit("/wachtwoord"),
}


@pytest.mark.parametrize("state", STATES)
def test_each_page_is_accessible_and_fits(
    state: str, desk: Desk, visitor: Visitor, screenshots: Path
):
    STATES[state](desk, visitor)
    page = desk.page
    page.evaluate("scrollTo(0, 0)")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert certain(page) == ""
        page.screenshot(path=screenshots / f"console-{state}-{scheme}.png")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(NARROW)
    assert certain(page) == ""
    page.screenshot(path=screenshots / f"console-{state}-phone.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], wide(page)


def wide(page: Page) -> str:
    """What sticks out of the page."""
    return str(
        page.evaluate(
            """() => [...document.querySelectorAll("main *")]
                .filter((one) => one.getBoundingClientRect().right > innerWidth)
                .map((one) => one.outerHTML.slice(0, 80)).slice(0, 5)"""
        )
    )


@pytest.fixture
def quiet(tmp_path: Path) -> Iterator[Server]:
    """A server of its own, in whose queue nobody else waits."""
    started = Server(tmp_path)
    started.start()
    started.wait_ready(engine=False)
    add_people(started)
    yield started
    started.stop()


def test_the_queue_is_accessible_empty_and_with_three_who_wait(
    context: BrowserContext, quiet: Server, screenshots: Path
):
    page = context.new_page()
    desk = Desk(page, quiet)
    desk.watch.allow(quiet.port)
    desk.enter()
    expect(desk.page.get_by_text("Niemand wacht.")).to_be_visible()
    assert certain(desk.page) == ""
    visitors = [quiet.visitor() for _ in range(3)]
    for one in visitors:
        hand_over(one)
    expect(desk.page.locator("[data-waiting]")).to_have_count(3)
    expect(desk.page).to_have_title("(3) Wachtrij · Wegwijs")
    assert certain(desk.page) == ""
    desk.page.screenshot(path=screenshots / "console-queue-three.png")
    for one in visitors:
        quiet.send("POST", f"/api/conversations/{one.id}/close", token=one.token)
    expect(desk.page.get_by_text("Niemand wacht.")).to_be_visible()
    context.clear_cookies()
    page.close()
    assert desk.watch.faults == []


PAYLOADS = (
    "<script>window.__xss = 1</script>",
    "<img src=x onerror='window.__xss = 1'>",
    "<svg/onload=window.__xss=1>",
    "[klik](javascript:window.__xss=1)",
    "</textarea><script>window.__xss = 1</script>",
    '"><details open ontoggle=window.__xss=1>',
    "{{ 7 * 7 }}${7 * 7}",
    "<iframe srcdoc='<script>parent.__xss = 1</script>'></iframe>",
    "<a href='data:text/html,<script>top.__xss=1</script>'>x</a>",
)


def test_what_a_visitor_or_colleague_types_never_runs(desk: Desk, server: Server):
    visitor = server.visitor()
    for text in PAYLOADS:
        visitor.say(text)
    hand_over(visitor)
    desk.show(visitor.id)
    desk.claim()
    for number, text in enumerate(PAYLOADS):
        desk.answer.fill(text)
        desk.answer.press("Control+Enter")
        expect(desk.log.locator(".from-staff")).to_have_count(number + 1)
        desk.page.get_by_label("Nieuwe nota").fill(text)
        desk.page.get_by_role("button", name="Bewaar de nota").click()
        expect(desk.page.locator(".note")).to_have_count(number + 1)
    desk.page.reload()
    expect(desk.log).to_contain_text("{{ 7 * 7 }}")
    assert desk.page.evaluate("window.__xss") is None
    assert desk.log.locator("script, img, svg, iframe").count() == 0
