"""The pages of visits, outreach and events."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from aiohttp.test_utils import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.gateway.keys import DATABASE, VAULT
from bot.registration.fieldwork import (
    EventOpening,
    EventRecord,
    OutreachRecord,
    ParticipantsRecord,
    VisitRecord,
)
from bot.registration.visits import count_requested_visit
from bot.requests.models import RequestRecord
from tests.common.requests import add_request
from tests.unit.console.conftest import Login
from tests.unit.console.desk import Desk

VISIT = {"initiatief": "theirs", "onderwerp": "livc", "toestand": "open", "gemeente": "Lovendegem"}
STEP = {"gemeente": "Gent", "toestand": "gecontacteerd", "dag": "2026-11-10", "kanaal": "telefoon"}


def only(desk: Desk, kind: type[Any]) -> Any:
    def read(session: Any) -> Any:
        found = session.scalars(select(kind)).one()
        session.expunge(found)
        return found

    return desk.read(read)


def count(desk: Desk, kind: type[Any]) -> int:
    return len(desk.read(lambda session: session.scalars(select(kind)).all()))


@pytest.fixture
async def reader(client: TestClient, login: Login) -> Desk:
    return Desk(client, "lezer", await login("lezer"))


# --- visits --------------------------------------------------------------------------------------------------------


async def test_a_visit_is_registered_listed_planned_and_held(anna: Desk, reader: Desk):
    status, html = await anna.post("/bezoeken", **VISIT, gevraagd="2026-11-02")
    assert status == 200
    assert "geregistreerd" in html
    visit = only(anna, VisitRecord)
    assert (visit.municipality, visit.topic, visit.opened_on) == (
        *("44085", "livc"),
        date(2026, 11, 2),
    )
    assert "Lievegem" in (await reader.get("/bezoeken"))[1]
    await anna.post(f"/bezoeken/{visit.id}", toestand="planned", op="2026-11-20")
    assert only(anna, VisitRecord).planned_for == date(2026, 11, 20)
    await anna.post(f"/bezoeken/{visit.id}", toestand="done", op="2026-11-21")
    _, html = await reader.get("/bezoeken?toestand=done")
    assert "21/11/2026" in html
    assert [one for one in anna.audited() if one[1] == f"bezoek:{visit.id}"] == [
        ("geregistreerd", f"bezoek:{visit.id}", True),
        ("gewijzigd", f"bezoek:{visit.id}", True),
        ("gewijzigd", f"bezoek:{visit.id}", True),
    ]


async def test_a_visit_is_refused_with_a_reason_at_once(anna: Desk):
    refused = {"toestand": "refused", "reden": "capaciteit", "op": "2026-11-05"}
    await anna.post("/bezoeken", **{**VISIT, **refused}, gevraagd="2026-11-02")
    visit = only(anna, VisitRecord)
    assert (visit.status, visit.reason) == ("refused", "capaciteit")
    assert "Geen medewerker vrij" in (await anna.get("/bezoeken?toestand=refused"))[1]


async def test_an_initiative_of_ours_has_a_ground(anna: Desk):
    await anna.post("/bezoeken", **{**VISIT, "initiatief": "ours"}, aanleiding="lijst")
    assert only(anna, VisitRecord).ground == "lijst"


@pytest.mark.parametrize(
    "wrong",
    [
        {"gemeente": "Nergensgem"},
        {"onderwerp": "bestaatniet"},
        {"aanleiding": "lijst"},
        {"toestand": "open", "initiatief": "x"},
        {"toestand": "planned", "reden": "capaciteit"},
        {"toestand": "done", "op": "2026-11-01"},
        {"gevraagd": "gisteren"},
        {"gevraagd": "0001-01-01"},
    ],
    ids=str,
)
async def test_a_visit_that_cannot_be_is_told_and_nothing_is_stored(
    anna: Desk, wrong: dict[str, str]
):
    status, html = await anna.post("/bezoeken", **{**VISIT, "gevraagd": "2026-11-02", **wrong})
    assert status == 400
    assert 'class="problem"' in html
    assert count(anna, VisitRecord) == 0


async def test_the_request_that_a_visit_came_from_goes_along(anna: Desk):
    app = anna.client.app

    def ask(session: Session) -> str:
        id, at = add_request(session, app[VAULT]), datetime.now(UTC)
        about = {"contact": None, "municipality": "44021", "topic": "livc", "nature": None}
        count_requested_visit(session, id, **about, at=at)
        return id

    id = await app[DATABASE].write(ask)
    assert 'class="chip">aanvraag' in (await anna.get("/bezoeken"))[1]
    await anna.post(f"/bezoeken/{id}", toestand="refused", reden="geen_datum")
    assert (only(anna, VisitRecord).status, only(anna, RequestRecord).status) == (
        *("refused", "refused"),
    )


# --- outreach ------------------------------------------------------------------------------------------------------


async def test_a_step_is_registered_and_corrected(anna: Desk, reader: Desk):
    await anna.post("/benaderingen", **STEP)
    step = only(anna, OutreachRecord)
    assert (step.municipality, step.channel, step.on) == ("44021", "telefoon", date(2026, 11, 10))
    _, html = await anna.get(f"/benaderingen/{step.id}")
    assert "Verbeter: Gent" in html
    changed = {"toestand": "nog_niet", "reden": "capaciteit", "dag": "2026-11-11"}
    status, html = await anna.post(f"/benaderingen/{step.id}", **changed)
    assert status == 200
    assert "bewaard" in html
    step = only(anna, OutreachRecord)
    assert (step.status, step.reason, step.channel) == ("nog_niet", "capaciteit", None)
    _, html = await reader.get("/benaderingen")
    assert "Nog geen medewerker vrij" in html
    assert "<form" not in html.split("<main")[1]


@pytest.mark.parametrize(
    "wrong",
    [{"gemeente": ""}, {"gemeente": "Nergensgem"}, {"toestand": "gepland"}, {"reden": "capaciteit"},
     {"gepland": "2026-12-01"}, {"kanaal": "duif"}, {"dag": "31/12"}],
    ids=str,
)  # fmt: skip
async def test_a_step_that_cannot_be_is_told(anna: Desk, wrong: dict[str, str]):
    status, html = await anna.post("/benaderingen", **{**STEP, **wrong})
    assert status == 400
    assert 'class="problem"' in html
    assert count(anna, OutreachRecord) == 0


async def test_a_step_that_does_not_exist_is_told(anna: Desk):
    assert (await anna.get("/benaderingen/x"))[0] == 404
    assert (await anna.post("/benaderingen/x", **STEP))[0] == 404


# --- events --------------------------------------------------------------------------------------------------------


async def test_an_event_is_registered_with_its_participants_and_taken_away(
    anna: Desk, reader: Desk
):
    form = {"soort": "studiedag", "dag": "2026-11-12", "onderwerp": "livc", "open": "gemeente"}
    status, html = await anna.post("/evenementen", **form)
    assert status == 200
    assert "Vul hieronder de deelnemers in" in html
    event = only(anna, EventRecord)
    assert only(anna, EventOpening).audience == "gemeente"
    rows = [("Gent", "gemeente", "3"), ("", "burger", "2"), ("Aalst", "ocmw", "")]
    names = ("gemeente", "doelgroep", "aantal")
    sent = [pair for row in rows for pair in zip(names, row, strict=True)]
    address = f"/console/evenementen/{event.id}"
    response = await anna.client.post(address, data=sent, headers=anna.headers)
    assert response.status == 200
    came = anna.read(
        lambda session: [
            (one.municipality, one.audience, one.number)
            for one in session.scalars(select(ParticipantsRecord))
        ]
    )
    assert sorted(came, key=str) == [("44021", "gemeente", 3), (None, "burger", 2)]
    _, html = await reader.get(f"/evenementen/{event.id}")
    assert "Gent" in html
    assert "<form" not in html.split("<main")[1]
    assert ">5</td>" in (await reader.get("/evenementen"))[1]
    assert "gewist" in (await anna.post(f"/evenementen/{event.id}/wissen"))[1]
    assert count(anna, EventRecord) == count(anna, ParticipantsRecord) == 0


@pytest.mark.parametrize("number", ["veel", "-1", "1,5", "100000"])
async def test_participants_that_are_no_number_are_told(anna: Desk, number: str):
    await anna.post("/evenementen", soort="werkgroep", dag="2026-11-12")
    address = f"/evenementen/{only(anna, EventRecord).id}"
    row = {"gemeente": "Gent", "doelgroep": "gemeente", "aantal": number}
    status, html = await anna.post(address, **row)
    assert status == 400
    assert "is een getal" in html
    assert count(anna, ParticipantsRecord) == 0


async def test_an_event_that_does_not_exist_is_told(anna: Desk):
    for answer in (
        await anna.get("/evenementen/x"),
        await anna.post("/evenementen/x", gemeente="", doelgroep="gemeente", aantal="1"),
        await anna.post("/evenementen/x/wissen"),
    ):
        assert answer[0] == 404
