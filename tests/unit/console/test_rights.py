"""The matrix of pages and roles: who gets in where, and that no page is left out of it."""

from __future__ import annotations

import pytest
from aiohttp.test_utils import TestClient

from bot.audit.models import AuditLine
from bot.console.app import PAGES
from bot.staff.roles import Role
from tests.unit.console.conftest import Login
from tests.unit.console.desk import Desk

ALL = set(Role)
ANSWERING = {Role.MEDEWERKER, Role.BEHEERDER}
MANAGING = {Role.BEHEERDER}

MATRIX = {
    "GET ": ALL,
    "POST /afmelden": ALL,
    "GET /wachtwoord": ALL,
    "POST /wachtwoord": ALL,
    "GET /wachtrij": ANSWERING,
    "GET /wachtrij/nu": ANSWERING,
    "POST /aanwezig": ANSWERING,
    "GET /gesprek/{id}": ANSWERING,
    "GET /gesprek/{id}/nu": ANSWERING,
    "POST /gesprek/{id}/overnemen": ANSWERING,
    "POST /gesprek/{id}/vrijgeven": ANSWERING,
    "POST /gesprek/{id}/doorgeven": ANSWERING,
    "POST /gesprek/{id}/aflossen": ANSWERING,
    "POST /gesprek/{id}/antwoord": ANSWERING,
    "POST /gesprek/{id}/nota": ANSWERING,
    "POST /gesprek/{id}/afsluiten": ANSWERING,
    "POST /gesprek/{id}/heropenen": ANSWERING,
    "POST /gesprek/{id}/verwijzen": ANSWERING,
    "POST /gesprek/{id}/vrager": ANSWERING,
    "POST /gesprek/{id}/onderwerp": ANSWERING,
    "POST /gesprek/{id}/test": ANSWERING,
    "GET /zoeken": ANSWERING,
    "GET /aanvragen": ANSWERING,
    "POST /aanvragen/{id}/contact": ANSWERING,
    "POST /aanvragen/{id}/toestand": ANSWERING,
    "GET /aanvragen/{id}/antwoord": ANSWERING,
    "POST /aanvragen/{id}/antwoord": ANSWERING,
    "GET /mails": ANSWERING,
    "POST /mails/{id}/opnieuw": ANSWERING,
    "POST /mails/{id}/laten-vallen": ANSWERING,
    "GET /mailbox": ANSWERING,
    "POST /mailbox/{id}/aanvaarden": ANSWERING,
    "POST /mailbox/{id}/verwerpen": ANSWERING,
    "POST /mailbox/{id}/ongedaan": ANSWERING,
    "GET /registreren": ANSWERING,
    "POST /registreren": ANSWERING,
    "GET /registreren/{id}": ANSWERING,
    "POST /registreren/{id}": ANSWERING,
    "POST /registreren/{id}/wissen": ANSWERING,
    "GET /bezoeken": ALL,
    "POST /bezoeken": ANSWERING,
    "POST /bezoeken/{id}": ANSWERING,
    "GET /benaderingen": ALL,
    "POST /benaderingen": ANSWERING,
    "GET /benaderingen/{id}": ANSWERING,
    "POST /benaderingen/{id}": ANSWERING,
    "GET /evenementen": ALL,
    "POST /evenementen": ANSWERING,
    "GET /evenementen/{id}": ALL,
    "POST /evenementen/{id}": ANSWERING,
    "POST /evenementen/{id}/wissen": ANSWERING,
    "GET /cijfers": ALL,
    "GET /cijfers/contacten": ALL,
    "GET /cijfers/tabel": ALL,
    "GET /cijfers/niet-begrepen": ANSWERING,
    "GET /cijfers/afgesloten": ALL,
    "GET /cijfers/afgesloten/{id}": ALL,
    "GET /cijfers/maandverslag": ALL,
    "GET /cijfers/maandverslag/{id}": ALL,
    "GET /cijfers/maandverslag/{id}/afsluiten": MANAGING,
    "POST /cijfers/maandverslag/{id}/afsluiten": MANAGING,
    "GET /antwoord": ALL,
    "POST /antwoord": ALL,
    "GET /accounts": MANAGING,
    "POST /accounts": MANAGING,
    "POST /accounts/{id}/rol": MANAGING,
    "POST /accounts/{id}/wachtwoord": MANAGING,
    "POST /accounts/{id}/sluiten": MANAGING,
    "POST /accounts/{id}/koppeling": MANAGING,
    "GET /sites": MANAGING,
    "POST /sites": MANAGING,
    "GET /sites/{id}": MANAGING,
    "POST /sites/{id}": MANAGING,
    "POST /sites/{id}/verwijderen": MANAGING,
    "GET /logboek": MANAGING,
}
"""Who gets past the door, by method and path. A new page needs a line here."""


def test_every_page_is_in_the_matrix():
    assert [f"{one.method} {one.path}" for one in PAGES] == list(MATRIX)


@pytest.mark.parametrize("role", Role)
async def test_each_role_gets_in_where_it_may_and_nowhere_else(
    client: TestClient, login: Login, role: Role
):
    for route, roles in MATRIX.items():
        desk = Desk(client, role.value, await login(role.value))
        method, _, path = route.partition(" ")
        send = desk.get if method == "GET" else desk.post
        status, html = await send(path.replace("{id}", "bestaat-niet"))
        refused = "Uw rol geeft geen toegang" in html
        assert refused == (role not in roles), route
        assert not refused or status == 403


@pytest.mark.parametrize("route", MATRIX)
async def test_nobody_gets_in_without_logging_in(client: TestClient, route: str):
    method, _, path = route.partition(" ")
    response = await client.request(
        method,
        f"/console{path.replace('{id}', 'x')}",
        headers={"Sec-Fetch-Site": "same-origin"},
        allow_redirects=False,
    )
    assert response.status == 303
    assert response.headers["Location"].startswith("/console/aanmelden")


async def test_who_is_refused_leaves_a_line_in_the_audit_log(client: TestClient, login: Login):
    desk = Desk(client, "lezer", await login("lezer"))
    await desk.get("/accounts")
    await desk.post("/gesprek/x/antwoord", antwoord="Dag.")
    assert desk.audited() == [
        ("bekeken", "/console/accounts", False),
        ("gewijzigd", "/console/gesprek/x/antwoord", False),
    ]


async def test_a_failed_login_is_noted_without_what_was_typed(client: TestClient, people: None):
    await client.post(
        "/console/aanmelden",
        data={"login": "niemand", "password": "geheim woord"},
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    desk = Desk(client, "lezer", {})
    lines = desk.read(
        lambda session: [
            (one.actor, one.act, one.object, one.allowed)
            for one in session.query(AuditLine)
            # The daily purge may have come first.
            if one.actor != "systeem"
        ]
    )
    assert lines == [("onbekend", "aangemeld", None, False)]
