"""Who gets into the console, and who does not."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp.test_utils import TestClient
from sqlalchemy import select

from bot.console.app import OPEN, PAGES
from bot.gateway.keys import DATABASE
from bot.staff.limits import PER_LOGIN
from bot.staff.models import LoginAttempt
from tests.unit.console.conftest import HERE, Login


async def test_who_is_not_logged_in_is_sent_to_the_login_page(client: TestClient):
    response = await client.get("/console", allow_redirects=False)
    assert response.status == 303
    assert response.headers["Location"] == "/console/aanmelden?naar=/console"


async def test_a_login_opens_the_console(client: TestClient, login: Login):
    response = await client.get("/console", headers=await login())
    assert response.status == 200
    assert response.url.path == "/console/wachtrij"
    assert "Medewerker" in await response.text()


async def test_the_cookie_is_for_this_host_alone_and_not_for_scripts(
    client: TestClient, people: None
):
    form = {"login": "lezer", "password": "een lang wachtwoord"}
    response = await client.post(
        "/console/aanmelden", data=form, headers=HERE, allow_redirects=False
    )
    cookie = response.headers["Set-Cookie"]
    assert cookie.startswith("__Host-wegwijs=")
    for part in ("HttpOnly", "Secure", "SameSite=Lax", "Path=/"):
        assert part in cookie
    assert "Domain" not in cookie


@pytest.mark.parametrize(("name", "password"), [("lezer", "fout wachtwoord"), ("niemand", "fout")])
async def test_a_wrong_login_does_not_tell_what_was_wrong(
    client: TestClient, people: None, name: str, password: str
):
    form = {"login": name, "password": password}
    response = await client.post("/console/aanmelden", data=form, headers=HERE)
    assert response.status == 403
    assert "De aanmeldnaam of het wachtwoord klopt niet." in await response.text()
    assert "Set-Cookie" not in response.headers


async def test_guessing_stops_after_some_failures(client: TestClient, people: None):
    form = {"login": "lezer", "password": "fout"}
    for _ in range(PER_LOGIN):
        await client.post("/console/aanmelden", data=form, headers=HERE)
    good = {"login": "lezer", "password": "een lang wachtwoord"}
    response = await client.post("/console/aanmelden", data=good, headers=HERE)
    assert response.status == 429
    assert "half uur" in await response.text()


async def test_guessing_many_at_once_gets_no_further(client: TestClient, people: None):
    form = {"login": "lezer", "password": "fout"}
    tries = [
        client.post("/console/aanmelden", data=form, headers=HERE) for _ in range(3 * PER_LOGIN)
    ]
    found = [one.status for one in await asyncio.gather(*tries)]
    assert (found.count(403), found.count(429)) == (PER_LOGIN, 2 * PER_LOGIN)


async def test_logging_in_does_not_use_up_the_share_of_an_address(client: TestClient, login: Login):
    for _ in range(3):
        await login()
    left = await client.app[DATABASE].read(
        lambda session: session.scalars(select(LoginAttempt.id)).all()
    )
    assert left == []


async def test_the_old_password_cannot_be_guessed_in_a_session_either(
    client: TestClient, login: Login
):
    headers = await login("lezer")
    form = {"oud": "fout", "nieuw": "een ander lang wachtwoord"}
    for status in [400] * PER_LOGIN + [429]:
        response = await client.post("/console/wachtwoord", data=form, headers=headers)
        assert response.status == status


@pytest.mark.parametrize(
    "target",
    [
        "https://kwaad.example",
        "//kwaad.example",
        "/\\kwaad.example",
        "/console\\@kwaad",
        "/demo",
        "",
    ],
)
async def test_a_login_never_leads_to_another_site(client: TestClient, people: None, target: str):
    form = {"login": "lezer", "password": "een lang wachtwoord", "naar": target}
    response = await client.post(
        "/console/aanmelden", data=form, headers=HERE, allow_redirects=False
    )
    assert response.headers["Location"] == "/console"


async def test_a_planted_cookie_is_replaced_at_login(client: TestClient, login: Login):
    headers = await login()
    assert "geplant" not in headers["Cookie"]
    response = await client.get(
        "/console", headers={"Cookie": "__Host-wegwijs=geplant"}, allow_redirects=False
    )
    assert response.status == 303


async def test_logging_out_ends_the_session(client: TestClient, login: Login):
    headers = await login()
    await client.post("/console/afmelden", headers=headers)
    assert (await client.get("/console", headers=headers, allow_redirects=False)).status == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://kwaad.example"},
        {"Origin": "null"},
        {},
    ],
)
@pytest.mark.parametrize(
    "path", [one.path for one in [*OPEN, *PAGES] if one.method not in ("GET", "HEAD")]
)
async def test_no_other_site_can_act_in_the_name_of_staff(
    client: TestClient, path: str, headers: dict[str, str]
):
    response = await client.post(f"/console{path}", data={"login": "x"}, headers=headers)
    assert response.status == 403
    assert "andere site" in await response.text()


async def test_a_browser_that_sends_only_its_origin_is_let_in(client: TestClient, people: None):
    origin = str(client.make_url("/")).rstrip("/")
    form = {"login": "lezer", "password": "een lang wachtwoord"}
    response = await client.post(
        "/console/aanmelden", data=form, headers={"Origin": origin}, allow_redirects=False
    )
    assert response.status == 303


def test_every_page_names_the_right_it_needs():
    free = {"leave"}
    bare = [one.handler.__name__ for one in PAGES if not hasattr(one.handler, "needs")]
    assert set(bare) == free
