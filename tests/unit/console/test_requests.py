"""Requests at the console: lists by state, and contact details that open on a button only."""

from __future__ import annotations

import pytest
from aiohttp.test_utils import TestClient
from sqlalchemy.orm import Session

from bot.gateway.keys import DATABASE, VAULT
from bot.requests.models import ContactDetails, RequestRecord
from tests.common.requests import add_request
from tests.unit.console.desk import Desk


@pytest.fixture
def request_id(client: TestClient) -> str:
    vault = client.app[VAULT]
    return client.app[DATABASE].run(lambda session: add_request(session, vault))


def sealed(desk: Desk) -> int:
    def count(session: Session) -> int:
        return session.query(ContactDetails).count()

    return desk.read(count)


async def test_open_requests_are_listed_without_contact_details(anna: Desk, request_id: str):
    _, html = await anna.get("/aanvragen")
    for shown in ("Presentatie of plaatsbezoek", "Gent", "na de zomer"):
        assert shown in html
    assert "an.peeters@voorbeeld.be" not in html
    assert request_id not in (await anna.get("/aanvragen?toestand=planned"))[1]


async def test_contact_details_open_on_a_button_and_that_is_noted(anna: Desk, request_id: str):
    _, html = await anna.post(f"/aanvragen/{request_id}/contact")
    assert "an.peeters@voorbeeld.be" in html
    assert anna.audited() == [("contact_geopend", f"aanvraag:{request_id}", True)]
    assert "an.peeters@voorbeeld.be" not in (await anna.get("/aanvragen"))[1]


async def test_contact_details_of_nobody_cannot_be_opened(anna: Desk):
    status, html = await anna.post("/aanvragen/bestaat-niet/contact")
    assert status == 404
    assert "geen contactgegevens" in html


async def test_a_planned_request_moves_and_keeps_its_details(anna: Desk, request_id: str):
    await anna.post(f"/aanvragen/{request_id}/toestand", toestand="planned")
    assert request_id in (await anna.get("/aanvragen?toestand=planned"))[1]
    assert sealed(anna) == 1


async def test_a_request_that_is_done_loses_its_contact_details(anna: Desk, request_id: str):
    await anna.post(f"/aanvragen/{request_id}/toestand", toestand="done")
    assert request_id in (await anna.get("/aanvragen?toestand=done"))[1]
    assert sealed(anna) == 0


async def test_a_refusal_needs_a_reason_that_passes_the_filter(anna: Desk, request_id: str):
    path = f"/aanvragen/{request_id}/toestand"
    status, html = await anna.post(path, toestand="refused")
    assert status == 400
    assert "waarom" in html
    await anna.post(path, toestand="refused", reden="Vraag het aan info@voorbeeld.be.")
    record = anna.read(lambda session: session.get(RequestRecord, request_id))
    assert (record.status, record.reason) == ("refused", "Vraag het aan [EMAIL-1].")


async def test_an_unknown_state_is_refused(anna: Desk, request_id: str):
    assert (await anna.post(f"/aanvragen/{request_id}/toestand", toestand="weg"))[0] == 400
