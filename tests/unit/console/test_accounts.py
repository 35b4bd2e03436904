"""Accounts and the audit log, for a manager; and one's own password."""

from __future__ import annotations

import re

from aiohttp.test_utils import TestClient

from tests.unit.console.conftest import HERE, PASSWORD, Login
from tests.unit.console.desk import Desk
from tests.unit.conversations.talk import Talk


async def test_a_new_colleague_gets_in_with_the_password_that_is_shown_once(
    client: TestClient, bas: Desk, login: Login
):
    status, html = await bas.post("/accounts", login="carla", naam="Carla", rol="medewerker")
    assert status == 200
    shown = re.search(r'<code class="secret">([^<]+)</code>', html)
    assert shown is not None
    assert shown[1] not in (await bas.get("/accounts"))[1]
    carla = Desk(client, "carla", await login("carla", shown[1]))
    assert "Kies eerst een eigen wachtwoord" in (await carla.get("/wachtrij"))[1]
    new = "een eigen lang wachtwoord"
    await carla.post("/wachtwoord", oud=shown[1], nieuw=new)
    carla = Desk(client, "carla", await login("carla", new))
    assert "<title>Wachtrij" in (await carla.get("/wachtrij"))[1]


async def test_a_login_that_is_taken_is_explained_and_the_form_kept(bas: Desk):
    status, html = await bas.post("/accounts", login="lezer", naam="Lea", rol="lezer")
    assert status == 409
    assert "Er is al een account" in html
    assert 'value="Lea"' in html


async def test_a_role_takes_effect_at_once(anna: Desk, bas: Desk):
    await bas.post(f"/accounts/{anna.id}/rol", rol="lezer")
    assert (await anna.get("/zoeken"))[0] == 403
    assert ("gewijzigd", f"account:{anna.id}", True) in bas.audited()


async def test_a_shut_account_is_out_at_once(anna: Desk, bas: Desk):
    await bas.post(f"/accounts/{anna.id}/sluiten", open="nee")
    assert "Aanmelden" in (await anna.get("/wachtrij"))[1]
    await bas.post(f"/accounts/{anna.id}/sluiten", open="ja")
    assert "gesloten" not in (await bas.get("/accounts"))[1]


async def test_the_last_manager_stays(bas: Desk):
    status, html = await bas.post(f"/accounts/{bas.id}/sluiten", open="nee")
    assert status == 409
    assert "enige beheerder" in html
    assert (await bas.post("/accounts/bestaat-niet/rol", rol="lezer"))[0] == 404


async def test_a_new_password_ends_every_session(anna: Desk, bas: Desk, login: Login):
    _, html = await bas.post(f"/accounts/{anna.id}/wachtwoord")
    shown = re.search(r'<code class="secret">([^<]+)</code>', html)
    assert shown is not None
    assert "Aanmelden" in (await anna.get("/wachtrij"))[1]
    assert await login("medewerker", shown[1])


async def test_one_changes_ones_own_password(client: TestClient, anna: Desk, login: Login):
    new = "nog een langer wachtwoord"
    assert (await anna.post("/wachtwoord", oud="fout", nieuw=new))[0] == 400
    assert (await anna.post("/wachtwoord", oud=PASSWORD, nieuw="kort"))[0] == 400
    response = await client.post(
        "/console/wachtwoord", data={"oud": PASSWORD, "nieuw": new}, headers=anna.headers
    )
    assert "Uw wachtwoord is gewijzigd" in await response.text()
    cookie = response.headers["Set-Cookie"].partition(";")[0]
    again = Desk(client, "medewerker", {**HERE, "Cookie": cookie})
    assert (await again.get("/wachtrij"))[0] == 200
    assert "Aanmelden" in (await anna.get("/wachtrij"))[1]
    assert await login("medewerker", new)


async def test_the_audit_log_tells_who_did_what_and_never_what_was_said(
    anna: Desk, bas: Desk, waiting: Talk
):
    await anna.act(waiting, "overnemen")
    await anna.act(waiting, "antwoord", antwoord="Een geheim antwoord.", client_id="een")
    _, html = await bas.get("/logboek?controle=ja")
    for shown in ("Medewerker", "overgenomen", "geantwoord", f"gesprek:{waiting.id}"):
        assert shown in html
    assert "geheim" not in html
    assert "De ketting is heel" in html


async def test_older_lines_are_behind_a_link(bas: Desk):
    for _ in range(101):
        await bas.get("/accounts")
    _, html = await bas.get("/logboek")
    link = re.search(r"/console(/logboek\?voor=\d+)", html)
    assert link is not None
    _, older = await bas.get(link[1])
    assert "aangemeld" in older
    assert "aangemeld" not in html
