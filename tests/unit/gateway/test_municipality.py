"""The page /gemeente: a code in a form opens a municipality's own figures, and nothing else does."""

from __future__ import annotations

from datetime import UTC, datetime

from aiohttp.test_utils import TestClient
from sqlalchemy import select

from bot.audit.models import Act, AuditLine
from bot.gateway.keys import DATABASE, LIMITS, SETTINGS
from bot.gateway.limits import Limits
from bot.knowledge.library import load_library
from bot.publication.tokens import give, take_back
from bot.statistics.closing import close_month
from bot.statistics.periods import BRUSSELS, parse_month
from tests.common.registration import add_contact

GHENT = "44021"
NEWEST = str(parse_month(f"{datetime.now(BRUSSELS):%Y-%m}").before(1))


async def code_of(client: TestClient, *, contacts: int = 7, closed: bool = True) -> tuple[str, str]:
    at = datetime.fromisoformat(f"{NEWEST}-10T12:00:00+00:00")

    def fill(session):
        for _ in range(contacts):
            add_contact(session, at=at, municipality=GHENT, questions=["ocad"])
        if closed:
            library = load_library(client.app[SETTINGS].knowledge)
            close_month(session, library, parse_month(NEWEST), now=datetime.now(UTC))
        given = give(session, GHENT, now=at)
        return given.id, given.code

    return await client.app[DATABASE].write(fill)


async def lines(client: TestClient) -> list[tuple[str, str, bool]]:
    def read(session):
        viewed = select(AuditLine).where(AuditLine.act == Act.VIEWED.value)
        return [(one.actor, one.object, one.allowed) for one in session.scalars(viewed)]

    return await client.app[DATABASE].read(read)


async def test_the_form_asks_for_a_code_and_keeps_it_out_of_addresses(client: TestClient):
    response = await client.get("/gemeente")
    text = await response.text()
    assert response.status == 200
    assert '<form method="post" action="/gemeente">' in text
    assert "form-action 'self'" in response.headers["Content-Security-Policy"]
    assert response.headers["Cache-Control"] == "no-store"
    assert "<script" not in text


async def test_a_code_opens_the_figures_of_its_municipality(client: TestClient):
    id, code = await code_of(client)
    response = await client.post("/gemeente", data={"code": code, "periode": NEWEST})
    text = await response.text()
    assert response.status == 200
    assert "Gent: contacten met de helpdesk" in text
    assert '<th scope="row">OCAD</th><td>7</td>' in text
    assert code not in text
    assert await lines(client) == [(f"gemeentecode:{id}", f"cijfers:{GHENT}", True)]


async def test_small_counts_are_hidden(client: TestClient):
    _, code = await code_of(client, contacts=3)
    response = await client.post("/gemeente", data={"code": code, "periode": NEWEST})
    assert '<th scope="row">OCAD</th><td>verborgen</td><td>verborgen</td>' in await response.text()


async def test_a_wrong_code_opens_nothing_and_is_noted_without_the_code(client: TestClient):
    response = await client.post("/gemeente", data={"code": "geraden", "periode": NEWEST})
    assert response.status == 403
    assert "niet geldig" in await response.text()
    assert await lines(client) == [("onbekend", "cijfers", False)]


async def test_a_code_that_was_taken_back_opens_nothing(client: TestClient):
    id, code = await code_of(client)
    await client.app[DATABASE].write(lambda session: take_back(session, id, now=datetime.now(UTC)))
    response = await client.post("/gemeente", data={"code": code, "periode": NEWEST})
    assert response.status == 403


async def test_a_code_in_the_address_opens_nothing(client: TestClient):
    _, code = await code_of(client)
    response = await client.get("/gemeente", params={"code": code, "periode": NEWEST})
    assert "Gent" not in await response.text()


async def test_a_month_that_is_not_over_cannot_be_seen(client: TestClient):
    _, code = await code_of(client)
    now = f"{datetime.now(UTC):%Y-%m}"
    response = await client.post("/gemeente", data={"code": code, "periode": now})
    assert response.status == 400
    assert "Kies een periode uit de lijst" in await response.text()


async def test_a_month_that_is_not_closed_cannot_be_seen(client: TestClient):
    _, code = await code_of(client, closed=False)
    response = await client.post("/gemeente", data={"code": code, "periode": NEWEST})
    text = await response.text()
    assert response.status == 400
    assert "Er is nog geen maand afgesloten" in text
    assert "Gent" not in text


async def test_who_tries_too_often_waits(client: TestClient):
    limits = Limits(0.05)
    client.app._state[LIMITS] = limits
    first = await client.post("/gemeente", data={"code": "een"})
    second = await client.post("/gemeente", data={"code": "twee"})
    assert (first.status, second.status) == (403, 429)
    assert int(second.headers["Retry-After"]) > 0
    assert "te vaak" in await second.text()
