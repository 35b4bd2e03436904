"""What the widget gets of a site: look, colours, title, start questions, and the chat as a page of its own."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient

from bot.conversations.exchange import next_unanswered
from bot.conversations.sites import save_site
from bot.gateway import early, pages
from bot.gateway.keys import DATABASE
from bot.settings import PROJECT
from bot.sites.look import Look
from bot.sites.opening import opening_for
from tests.unit.gateway.test_headers import policy

LOOK = Look(
    title="Vraag & <antwoord>",
    button="Hulp?",
    colour="#ffd23f",
    text_colour="#1a1a1a",
    questions=("Wat is een LIVC R?", "Wie helpt ons met een plan?"),
    pages=("/veiligheid/*",),
)


@pytest.fixture(autouse=True)
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of the panel as it is written; the built one is a copy."""
    folder = tmp_path / "dist"
    folder.mkdir()
    page = (PROJECT / "widget" / "src" / "panel" / "panel.html").read_text()
    (folder / "panel.html").write_text(page)
    (folder / "loader.js").write_text("// loader")
    monkeypatch.setattr(pages, "BUILT", folder)
    monkeypatch.setitem(pages._FILES, "loader.js", (folder, "text/javascript"))


@pytest.fixture
async def site(client: TestClient) -> None:
    """A site that chose everything."""
    await client.app[DATABASE].write(
        lambda session: save_site(
            session,
            "gent",
            origins=["https://stad.gent"],
            municipality=None,
            look=LOOK,
            hours={"maandag": ["09:00-12:00"]},
        )
    )


async def module(client: TestClient, site: str) -> dict[str, Any]:
    text = await (await client.get(f"/widget/site/{site}.js")).text()
    told: dict[str, Any] = json.loads(text.removeprefix("export default ").removesuffix(";"))
    return told


async def test_the_loader_gets_the_look_as_a_module_of_any_origin(client: TestClient, site: None):
    response = await client.get("/widget/site/gent.js")
    assert response.content_type == "text/javascript"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert await module(client, "gent") == {
        "title": "Vraag & <antwoord>",
        "button": "Hulp?",
        "colour": "#ffd23f",
        "text": "#1a1a1a",
        "pages": ["/veiligheid/*"],
    }


async def test_a_site_that_chose_nothing_looks_as_usual(client: TestClient):
    told = await module(client, "demo")
    assert (told["title"], told["colour"], told["pages"]) == ("Wegwijs", None, [])
    assert await (await client.get("/widget/site/demo.css")).text() == ""


async def test_the_panel_has_the_colours_of_the_site(client: TestClient, site: None):
    styles = await (await client.get("/widget/site/gent.css")).text()
    assert "--head:#ffd23f;" in styles
    assert "--on-teal:#1a1a1a;" in styles


@pytest.mark.parametrize("address", ["/panel?site=gent", "/chat/gent"])
async def test_the_page_has_the_title_and_a_way_out_without_script(
    client: TestClient, site: None, address: str
):
    html = await (await client.get(address)).text()
    assert "<title>Vraag &amp; &lt;antwoord&gt;</title>" in html
    assert '<link rel="stylesheet" href="/widget/site/gent.css">' in html
    without = html.partition("<noscript>")[2].partition("</noscript>")[0]
    assert 'href="tel:112"' in without
    assert "VVSG-helpdesk" in without


async def test_the_chat_as_a_page_is_framed_by_nobody(client: TestClient, site: None):
    assert policy((await client.get("/chat/gent")).headers)["frame-ancestors"] == "'none'"


@pytest.mark.parametrize("address", ["/chat/x", "/widget/site/x.js", "/widget/site/x.css"])
async def test_an_unknown_site_is_not_found(client: TestClient, address: str):
    assert (await client.get(address)).status == 404


async def test_a_conversation_begins_with_the_questions_of_the_site(client: TestClient, site: None):
    opened = await (await client.post("/api/conversations", json={"site": "gent"})).json()
    headers = {"Authorization": f"Bearer {opened['token']}"}
    async with client.get(f"/api/conversations/{opened['id']}/events", headers=headers) as stream:
        text = (await stream.content.readuntil(b"\n\n")).decode()
    data = next(line for line in text.splitlines() if line.startswith("data: "))
    offered = json.loads(data.removeprefix("data: "))["reply"]["choices"]
    assert offered == [{"label": one, "value": "vraag"} for one in LOOK.questions]


async def test_a_start_question_is_no_choice_that_a_message_may_carry(client: TestClient):
    opened = await (await client.post("/api/conversations", json={"site": "demo"})).json()
    response = await client.post(
        f"/api/conversations/{opened['id']}/messages",
        headers={"Authorization": f"Bearer {opened['token']}"},
        json={"client_id": "een", "text": "Wat is een LIVC R?", "choice": "vraag"},
    )
    assert response.status == 400


async def test_the_own_hours_of_a_site_hold_for_its_visitors(client: TestClient, site: None):
    opened = await (await client.post("/api/conversations", json={"site": "gent"})).json()
    monday = datetime(2026, 11, 30, 15, tzinfo=UTC)
    knowledge = PROJECT / "knowledge"
    opening = await client.app[DATABASE].read(
        lambda session: opening_for(session, opened["id"], knowledge)
    )
    assert not opening.is_open(monday)
    assert opening.is_open(monday.replace(hour=9))
    await client.post(
        f"/api/conversations/{opened['id']}/messages",
        headers={"Authorization": f"Bearer {opened['token']}"},
        json={"client_id": "een", "text": "Wat is een LIVC R?"},
    )
    pending = await client.app[DATABASE].read(
        lambda session: next_unanswered(session, opened["id"])
    )
    assert pending.request.hours == {"maandag": ["09:00-12:00"]}


async def test_a_file_that_the_browser_has_is_not_sent_again(client: TestClient):
    first = await client.get("/widget/loader.js")
    again = await client.get("/widget/loader.js", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status, await again.read()) == (304, b"")


def test_what_stands_there_before_the_script_says_what_the_script_says():
    said = (PROJECT / "widget" / "src" / "strings.nl.ts").read_text(encoding="utf-8")
    for text in (early.SUBTITLE, *early.DISCLOSURE):
        assert f'"{text}"' in said
