"""The organisation's login against a real provider: who gets in, who does not, new keys, and no answer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient

from bot.gateway.keys import DATABASE
from bot.openid import provider as provider_module
from bot.staff import accounts, linking
from bot.staff.roles import Role
from tests.common.provider import RealProvider, log_in_there
from tests.unit.console.openid_browser import Browser, audited, gateway

PEOPLE = {
    "sub-anna": {"name": "Anna", "email": "Anna@stad.example", "email_verified": True},
    "sub-bas": {"name": "Bas", "email": "bas@stad.example", "email_verified": False},
    "sub-carla": {"name": "Carla", "groups": ["lezers", "helpdesk"]},
}


@pytest.fixture(scope="module")
def running() -> Iterator[RealProvider]:
    provider = RealProvider(PEOPLE)
    provider.start()
    yield provider
    provider.stop()


@pytest.fixture
async def client(tmp_path: Path, running: RealProvider) -> AsyncIterator[TestClient]:
    async with gateway(tmp_path, running.environment) as opened:
        yield opened


async def write(client: TestClient, work: Callable[[Any], Any]) -> Any:
    return await client.app[DATABASE].write(work)


async def add(
    client: TestClient, *, subject: str = "", email: str = "", issuer: str = "", once: bool = False
) -> str:
    """A manager; gives the id."""

    def work(session: Any) -> str:
        made = accounts.create(
            session, login="anna", name="Anna", role=Role.BEHEERDER, password="x", once=once
        )
        if subject:
            linking.link(session, made, issuer=issuer, subject=subject)
        if email:
            linking.expect(session, made, email=email)
        return made.id

    return await write(client, work)


async def test_a_linked_colleague_gets_in_and_where_they_wanted_to_be(
    client: TestClient, running: RealProvider
):
    id = await add(client, subject="sub-anna", issuer=running.issuer, once=True)
    browser = Browser(client)
    back = await log_in_there(await browser.depart(), "sub-anna")
    assert browser.asked["code_challenge_method"] == "S256"
    status, target, _ = await browser.come_back(back)
    assert (status, target, browser.is_in) == (303, "/console/accounts", True)
    assert "__Host-wegwijs-organisatie" not in browser.cookies
    status, _, html = await browser.get("/console/accounts")
    assert status == 200
    assert "gekoppeld" in html
    assert (id, "aangemeld", "organisatie", True) in await audited(client)


async def test_logging_out_ends_the_session_and_offers_the_provider_too(
    client: TestClient, running: RealProvider
):
    await add(client, subject="sub-anna", issuer=running.issuer)
    browser = Browser(client)
    await browser.come_back(await log_in_there(await browser.depart(), "sub-anna"))
    cookie = f"__Host-wegwijs={browser.cookies['__Host-wegwijs']}"
    left = await client.post(
        "/console/afmelden", headers={"Cookie": cookie, "Sec-Fetch-Site": "same-origin"}
    )
    assert "Meld u ook daar af" in await left.text()
    assert (await browser.get("/console"))[0] == 303
    status, address, _ = await Browser(client).get("/console/oidc/logout")
    assert (status, address) == (302, f"{running.issuer}/session/end?client_id=wegwijs")


async def test_a_verified_address_links_once(client: TestClient, running: RealProvider):
    id = await add(client, email="anna@Stad.example")
    browser = Browser(client)
    await browser.come_back(await log_in_there(await browser.depart(), "sub-anna"))
    assert browser.is_in
    assert (id, "gewijzigd", f"account:{id}", True) in await audited(client)
    linked = await write(client, lambda s: linking.by_subject(s, running.issuer, "sub-anna").id)
    assert linked == id


async def test_an_address_that_is_not_verified_links_nothing(client: TestClient):
    await add(client, email="bas@stad.example")
    browser = Browser(client)
    status, _, html = await browser.come_back(await log_in_there(await browser.depart(), "sub-bas"))
    assert (status, browser.is_in) == (403, False)
    assert "sub-bas" in html
    assert "geen account" in html


async def test_who_is_not_linked_stays_out_and_learns_the_code_to_give(client: TestClient):
    browser = Browser(client)
    status, _, html = await browser.come_back(
        await log_in_there(await browser.depart(), "sub-anna")
    )
    assert (status, browser.is_in) == (403, False)
    assert '<code class="secret">sub-anna</code>' in html
    assert await audited(client) == [("onbekend", "aangemeld", "organisatie", False)]


async def test_the_same_subject_of_another_issuer_is_another_person(client: TestClient):
    await add(client, subject="sub-anna", issuer="https://elders.example")
    browser = Browser(client)
    await browser.come_back(await log_in_there(await browser.depart(), "sub-anna"))
    assert not browser.is_in


async def test_a_shut_account_stays_out(client: TestClient, running: RealProvider):
    id = await add(client, subject="sub-anna", issuer=running.issuer)

    def shut(session: Any) -> None:
        accounts.create(session, login="bea", name="Bea", role=Role.BEHEERDER)
        accounts.disable(session, "anna")

    await write(client, shut)
    browser = Browser(client)
    status, _, html = await browser.come_back(
        await log_in_there(await browser.depart(), "sub-anna")
    )
    assert (status, browser.is_in) == (403, False)
    assert "gesloten" in html
    assert (id, "aangemeld", "organisatie", False) in await audited(client)


async def test_a_code_serves_once(client: TestClient, running: RealProvider):
    await add(client, subject="sub-anna", issuer=running.issuer)
    browser = Browser(client)
    address = await browser.depart()
    kept = dict(browser.cookies)
    back = await log_in_there(address, "sub-anna")
    await browser.come_back(back)
    assert browser.is_in
    thief = Browser(client)
    thief.cookies = kept
    status, _, _ = await thief.come_back(back)
    assert (status, thief.is_in) == (403, False)


async def test_a_code_of_another_browser_is_worth_nothing(
    client: TestClient, running: RealProvider
):
    await add(client, subject="sub-anna", issuer=running.issuer)
    victim, thief = Browser(client), Browser(client)
    stolen = await log_in_there(await victim.depart(), "sub-anna")
    assert (await thief.come_back(stolen))[0] == 403
    await thief.depart()
    assert (await thief.come_back(stolen))[0] == 403
    swapped = stolen.replace(victim.asked["state"], thief.asked["state"])
    assert (await thief.come_back(swapped))[0] == 403
    assert not thief.is_in


async def test_new_keys_of_the_provider_are_found(
    client: TestClient, running: RealProvider, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(provider_module, "BETWEEN", 0.0)
    await add(client, subject="sub-anna", issuer=running.issuer)
    for _ in range(2):
        browser = Browser(client)
        await browser.come_back(await log_in_there(await browser.depart(), "sub-anna"))
        assert browser.is_in
        running.stop()
        running.start()


async def test_a_group_gives_an_account_and_its_role_where_that_is_set(
    tmp_path: Path, running: RealProvider
):
    environment = {
        **running.environment,
        "WEGWIJS_OIDC_ROLE_CLAIM": "groups",
        "WEGWIJS_OIDC_ROLES": "helpdesk=medewerker, lezers=lezer",
    }
    async with gateway(tmp_path, environment) as client:
        browser = Browser(client)
        await browser.come_back(await log_in_there(await browser.depart(), "sub-carla"))
        assert browser.is_in
        made = await client.app[DATABASE].read(
            lambda s: [(one.name, one.role, one.password) for one in accounts.all_accounts(s)]
        )
        assert made == [("Carla", "medewerker", None)]
        stranger = Browser(client)
        status, _, html = await stranger.come_back(
            await log_in_there(await stranger.depart(), "sub-anna")
        )
        assert (status, stranger.is_in) == (403, False)
        assert "geen rol" in html


async def test_when_the_provider_is_down_the_login_page_says_so_and_passwords_still_work(
    tmp_path: Path, running: RealProvider
):
    nobody = RealProvider({})
    async with gateway(tmp_path, nobody.environment) as client:
        browser = Browser(client)
        status, _, html = await browser.get("/console/oidc/login")
        assert status == 503
        assert "antwoordt niet" in html
        assert 'name="password"' in html
        assert "Aanmelden met de Stad" in html
