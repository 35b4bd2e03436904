"""Attacks on the organisation's login: forged tokens, forged ways back, and what its settings switch off."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import AsyncIterator
from pathlib import Path

import jwt
import pytest
from aiohttp.test_utils import TestClient

from bot.gateway.keys import DATABASE
from bot.staff import accounts, linking
from bot.staff.limits import PER_ADDRESS
from bot.staff.roles import Role
from tests.unit.console.conftest import HASH, HERE, PASSWORD
from tests.unit.console.desk import Desk
from tests.unit.console.openid_browser import Browser, audited, gateway
from tests.unit.openid.forger import OTHER, PUBLIC, Forge, Forger, signed


@pytest.fixture
async def forger() -> AsyncIterator[Forger]:
    forger = Forger()
    await forger.server.start_server()
    yield forger
    await forger.server.close()


@pytest.fixture
async def client(tmp_path: Path, forger: Forger) -> AsyncIterator[TestClient]:
    async with gateway(tmp_path, forger.environment) as opened:
        await add_anna(opened, forger.issuer)
        yield opened


async def add_anna(client: TestClient, issuer: str) -> None:
    def work(session: object) -> None:
        anna = accounts.create(
            session, login="anna", name="Anna", role=Role.BEHEERDER, password=HASH
        )
        linking.link(session, anna, issuer=issuer, subject="sub-anna")

    await client.app[DATABASE].write(work)


async def come(browser: Browser, forger: Forger, **other: str) -> tuple[int, str]:
    """Leave and come back, with the way back as told."""
    await browser.depart("/console/accounts")
    forger.nonce = browser.asked["nonce"]
    query = {"state": browser.asked["state"], "code": "een-code", "iss": forger.issuer} | other
    way = "&".join(f"{name}={value}" for name, value in query.items())
    status, _, html = await browser.come_back(f"http://x/console/oidc/callback?{way}")
    return status, html


def unsigned(claims: dict[str, object]) -> str:
    """A token with `alg: none`."""
    parts = ({"alg": "none", "kid": "een"}, claims)
    return (
        ".".join(
            base64.urlsafe_b64encode(json.dumps(one).encode()).rstrip(b"=").decode()
            for one in parts
        )
        + "."
    )


def with_the_public_key_as_secret(claims: dict[str, object]) -> str:
    """Signed with HMAC, by what everybody knows."""
    head, body = (
        base64.urlsafe_b64encode(json.dumps(one).encode()).rstrip(b"=")
        for one in ({"alg": "HS256", "kid": "een"}, claims)
    )
    secret = json.dumps(PUBLIC).encode()
    signature = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256).sign(
        head + b"." + body, secret
    )
    return b".".join([head, body, base64.urlsafe_b64encode(signature).rstrip(b"=")]).decode()


FORGED: dict[str, Forge] = {
    "another nonce": lambda c: signed(c | {"nonce": "een ander"}),
    "no nonce": lambda c: signed({k: v for k, v in c.items() if k != "nonce"}),
    "a nonce that is no text": lambda c: signed(c | {"nonce": 1}),
    "another audience": lambda c: signed(c | {"aud": "een-ander"}),
    "one audience more": lambda c: signed(c | {"aud": ["wegwijs", "een-ander"]}),
    "another authorised party": lambda c: signed(c | {"azp": "een-ander"}),
    "another issuer": lambda c: signed(c | {"iss": "https://kwaad.example"}),
    "the issuer with a slash": lambda c: signed(c | {"iss": f"{c['iss']}/"}),
    "expired": lambda c: signed(c | {"exp": time.time() - 120, "iat": time.time() - 400}),
    "without an end": lambda c: signed({k: v for k, v in c.items() if k != "exp"}),
    "from the future": lambda c: signed(c | {"iat": time.time() + 600}),
    "without a subject": lambda c: signed({k: v for k, v in c.items() if k != "sub"}),
    "an empty subject": lambda c: signed(c | {"sub": ""}),
    "a subject that is a number": lambda c: signed(c | {"sub": 7}),
    "alg none": unsigned,
    "the public key as secret": with_the_public_key_as_secret,
    "another key": lambda c: signed(c, key=OTHER),
    "an unknown key": lambda c: signed(c, kid="twee"),
    "another algorithm than the key's": lambda c: signed(c, alg="HS256", key="x" * 40),
    "a broken signature": lambda c: signed(c)[:-8] + "AAAAAAAA",
    "no token": lambda c: "geen token",
    "a token that is empty": lambda c: "",
}


async def test_a_good_token_lets_in(client: TestClient, forger: Forger):
    browser = Browser(client)
    assert (await come(browser, forger))[0] == 303
    assert browser.is_in


@pytest.mark.parametrize("how", FORGED)
async def test_a_forged_token_lets_nobody_in(client: TestClient, forger: Forger, how: str):
    forger.forge = FORGED[how]
    browser = Browser(client)
    status, html = await come(browser, forger)
    assert (status, browser.is_in) == (403, False)
    assert "niet gelukt" in html
    assert await audited(client) == [("onbekend", "aangemeld", "organisatie", False)]


@pytest.mark.parametrize(
    "other",
    [
        {"state": "een-ander"},
        {"state": ""},
        {"state": "%C3%A9"},
        {"iss": "https://kwaad.example"},
        {"iss": ""},
        {"code": ""},
        {"code": "x" * 5000},
        {"error": "access_denied"},
    ],
)
async def test_a_forged_way_back_never_reaches_the_provider(
    client: TestClient, forger: Forger, other: dict[str, str]
):
    browser = Browser(client)
    status, _ = await come(browser, forger, **other)
    assert (status, browser.is_in) == (403, False)
    assert "token" not in forger.asked
    assert (await audited(client))[-1] == ("onbekend", "aangemeld", "organisatie", False)


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}, {"Sec-Fetch-Dest": "iframe"}],
)
async def test_only_a_page_that_is_opened_comes_back(
    client: TestClient, forger: Forger, headers: dict[str, str]
):
    browser = Browser(client)
    await browser.depart()
    way = f"/console/oidc/callback?state={browser.asked['state']}&code=x&iss={forger.issuer}"
    status, _, html = await browser.come_back(way, **headers)
    assert status == 403
    assert "Begin opnieuw" in html
    assert "token" not in forger.asked


@pytest.mark.parametrize("cookie", ["", "x", "a.b.c", "..", "a.b.c.d.e", "%00.%00.%00.%00"])
async def test_without_the_browser_that_began_nothing_happens(
    client: TestClient, forger: Forger, cookie: str
):
    browser = Browser(client)
    browser.cookies["__Host-wegwijs-organisatie"] = cookie
    status, _, _ = await browser.come_back("/console/oidc/callback?state=b&code=x")
    assert status == 403
    assert "token" not in forger.asked


async def test_the_secrets_of_a_login_are_for_this_host_and_not_for_scripts(client: TestClient):
    response = await client.get("/console/oidc/login", allow_redirects=False)
    cookie = response.headers["Set-Cookie"]
    assert cookie.startswith("__Host-wegwijs-organisatie=")
    for part in ("HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=600"):
        assert part in cookie
    assert "Domain" not in cookie


async def test_a_host_that_is_made_up_does_not_change_the_way_back(client: TestClient):
    response = await client.get(
        "/console/oidc/login", headers={"Host": "kwaad.example"}, allow_redirects=False
    )
    assert "redirect_uri=https://wegwijs.example/console/" in response.headers["Location"]


@pytest.mark.parametrize("target", ["https://kwaad.example", "//kwaad.example", "/demo"])
async def test_a_login_never_leads_to_another_site(client: TestClient, forger: Forger, target: str):
    browser = Browser(client)
    await browser.depart(target)
    forger.nonce = browser.asked["nonce"]
    way = f"/console/oidc/callback?state={browser.asked['state']}&code=x&iss={forger.issuer}"
    assert (await browser.come_back(way))[:2] == (303, "/console")


async def test_trying_stops_after_some_failures(client: TestClient, forger: Forger):
    forger.forge = FORGED["another nonce"]
    for _ in range(PER_ADDRESS):
        assert (await come(Browser(client), forger))[0] == 403
    status, _, html = await Browser(client).get("/console/oidc/login")
    assert status == 429
    assert "half uur" in html


@pytest.mark.parametrize(
    "document",
    [
        {"issuer": "https://kwaad.example"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"token_endpoint": "http://169.254.169.254/"},
        {"jwks_uri": "file:///etc/passwd"},
        {"jwks_uri": None},
    ],
)
async def test_a_document_that_cannot_be_trusted_counts_as_no_answer(
    client: TestClient, forger: Forger, document: dict[str, object]
):
    forger.document = document
    status, _, html = await Browser(client).get("/console/oidc/login")
    assert status == 503
    assert "antwoordt niet" in html


async def test_unknown_keys_do_not_make_wegwijs_ask_without_end(client: TestClient, forger: Forger):
    forger.forge = FORGED["an unknown key"]
    for _ in range(5):
        await come(Browser(client), forger)
    assert forger.asked.count("keys") == 1


async def test_a_manager_links_and_unlinks(client: TestClient, forger: Forger):
    browser = Browser(client)
    await come(browser, forger)
    cookie = f"__Host-wegwijs={browser.cookies['__Host-wegwijs']}"
    anna = Desk(client, "anna", {**HERE, "Cookie": cookie})
    await anna.post("/accounts", login="bea", naam="Bea", rol="lezer", email="Bea@stad.example")
    _, html = await anna.get("/accounts")
    assert "gekoppeld" in html
    assert 'value="bea@stad.example"' in html
    bea = Desk(client, "bea", {}).id
    status, html = await anna.post(f"/accounts/{bea}/koppeling", wijze="code", waarde="sub-anna")
    assert status == 409
    assert "hoort al bij" in html
    assert (await anna.post(f"/accounts/{bea}/koppeling", wijze="email", waarde="x"))[0] == 400
    await anna.post(f"/accounts/{bea}/koppeling", wijze="code", waarde=" sub-bea ")
    assert ("gewijzigd", f"account:{bea}", True) in anna.audited()
    await anna.post(f"/accounts/{anna.id}/koppeling", wijze="weg")
    assert "Aanmelden" in (await anna.get("/accounts"))[1]
    again = Browser(client)
    assert (await come(again, forger))[0] == 403


async def test_passwords_can_be_switched_off(tmp_path: Path, forger: Forger):
    environment = {**forger.environment, "WEGWIJS_LOCAL_LOGIN": "off"}
    async with gateway(tmp_path, environment) as client:
        await add_anna(client, forger.issuer)
        _, _, html = await Browser(client).get("/console/aanmelden")
        assert 'name="password"' not in html
        assert "Aanmelden met uw organisatie" in html
        form = {"login": "anna", "password": PASSWORD}
        response = await client.post("/console/aanmelden", data=form, headers=HERE)
        assert response.status == 403
        assert "uitgeschakeld" in await response.text()
        browser = Browser(client)
        await come(browser, forger)
        cookie = f"__Host-wegwijs={browser.cookies['__Host-wegwijs']}"
        anna = Desk(client, "anna", {**HERE, "Cookie": cookie})
        _, html = await anna.post("/accounts", login="bea", naam="Bea", rol="lezer")
        assert "Bea" in html
        assert 'class="secret"' not in html
        assert (await anna.post(f"/accounts/{anna.id}/wachtwoord"))[0] == 409
        assert "heeft geen wachtwoord" in (await anna.get("/wachtwoord"))[1]
        assert (await anna.post("/wachtwoord", oud=PASSWORD, nieuw="x" * 20))[0] == 400


async def test_without_a_provider_there_is_no_button_and_no_way(tmp_path: Path):
    async with gateway(tmp_path, {}) as client:
        assert "oidc" not in (await Browser(client).get("/console/aanmelden"))[2]
        for path in ("login", "logout"):
            assert (await Browser(client).get(f"/console/oidc/{path}"))[0] == 404
