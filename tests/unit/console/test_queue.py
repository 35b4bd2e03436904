"""The queue: who waits, who is with whom, who is there."""

from __future__ import annotations

from aiohttp.test_utils import TestClient

from bot.gateway.keys import DATABASE
from tests.unit.console.desk import Desk
from tests.unit.conversations.talk import Talk


async def test_an_empty_queue_says_so(anna: Desk):
    status, html = await anna.get("/wachtrij")
    assert status == 200
    assert "Niemand wacht." in html
    assert "<title>Wachtrij" in html


async def test_who_waits_is_shown_by_facts_and_counted_in_the_title(anna: Desk, waiting: Talk):
    _, html = await anna.get("/wachtrij")
    assert "<title>(1) Wachtrij" in html
    assert f"/console/gesprek/{waiting.id}" in html
    assert "Sint-Niklaas" not in html
    assert "Gent" in html
    assert "wat is OCAD?" not in html


async def test_who_waits_longest_comes_first(client: TestClient, anna: Desk):
    talks = [Talk(client.app[DATABASE]) for _ in range(3)]
    for talk in reversed(talks):
        talk.hand_over()
    _, html = await anna.get("/wachtrij")
    places = [html.index(f'data-waiting="{talk.id}"') for talk in talks]
    assert places == sorted(places, reverse=True)


async def test_a_visitor_who_writes_again_asks_for_attention(anna: Desk, waiting: Talk):
    await anna.act(waiting, "overnemen")
    await anna.act(waiting, "antwoord", antwoord="Dag.", client_id="een")
    assert "<title>Wachtrij" in (await anna.get("/wachtrij"))[1]
    waiting.say("Nog iets")
    html = (await anna.get("/wachtrij"))[1]
    assert "<title>(1) Wachtrij" in html
    assert "1 nieuw" in html


async def test_colleagues_see_who_is_there(anna: Desk, bas: Desk):
    assert "U bent afwezig" in (await anna.get("/wachtrij"))[1]
    await bas.post("/aanwezig", aanwezig="ja")
    status, html = await anna.post("/aanwezig", aanwezig="ja")
    assert status == 200
    assert "U bent aanwezig, met Beheerder" in html
    await bas.post("/afmelden")
    assert "U bent aanwezig, als enige" in (await anna.get("/wachtrij"))[1]
    assert "U bent afwezig" in (await anna.post("/aanwezig", aanwezig="nee"))[1]


async def test_who_may_no_longer_answer_is_not_there(anna: Desk, bas: Desk):
    await anna.post("/aanwezig", aanwezig="ja")
    assert "met Medewerker" in (await bas.get("/wachtrij"))[1]
    await bas.post(f"/accounts/{anna.id}/rol", rol="lezer")
    assert "met Medewerker" not in (await bas.get("/wachtrij"))[1]


async def test_a_page_that_refreshes_itself_is_noted_once(anna: Desk):
    await anna.get("/wachtrij")
    for _ in range(3):
        await anna.get("/wachtrij/nu")
    assert anna.audited() == [("bekeken", "wachtrij", True)]


async def test_refreshing_alone_is_noted_too(anna: Desk, waiting: Talk):
    await anna.get(f"/gesprek/{waiting.id}/nu")
    assert anna.audited() == [("bekeken", f"gesprek:{waiting.id}", True)]
