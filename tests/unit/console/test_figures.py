"""The page of figures: filters, the list behind a figure, and what leaves as a file."""

from __future__ import annotations

import csv
import io
import re

import pytest
from aiohttp.test_utils import TestClient

from bot.gateway.keys import DATABASE
from bot.knowledge.catalogue import Audience
from bot.registration.models import Channel, Outcome
from tests.common.registration import add_contact
from tests.unit.console.conftest import Login
from tests.unit.console.desk import Desk
from tests.unit.conversations.talk import Talk

MONTH = "maand=2026-11"


@pytest.fixture
async def reader(client: TestClient, login: Login) -> Desk:
    """A colleague who sees figures alone."""
    desk = Desk(client, "lezer", await login("lezer"))
    for channel, municipality, topic in (
        (Channel.TELEFOON, "44021", "livc"),
        (Channel.EMAIL, "44021", "ocad"),
        (Channel.EMAIL, "12025", "ocad"),
        (Channel.EMAIL, None, "verdwenen"),
    ):
        await client.app[DATABASE].write(
            lambda session, channel=channel, municipality=municipality, topic=topic: add_contact(
                session,
                channel=channel,
                audience=Audience.GEMEENTE,
                municipality=municipality,
                questions=[topic],
                outcomes=[Outcome.ANSWERED],
            )
        )
    return desk


def totals(html: str) -> list[str]:
    return re.findall(r"<dd><a[^>]*>([\d.]+)<", html)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ("", ["4", "4", "0"]),
        ("&gemeente=Gent", ["2", "2", "0"]),
        ("&gemeente=gent&kanaal=email", ["1", "1", "0"]),
        ("&gemeente=44021", ["2", "2", "0"]),
        ("&gemeente=onbekend", ["1", "1", "0"]),
        ("&doelgroep=burger", ["0", "0", "0"]),
        ("&van=2026-11-10&tot=2026-11-10", ["4", "4", "0"]),
        ("&van=2026-11-11&tot=2026-11-30", ["0", "0", "0"]),
    ],
)
async def test_the_filters_narrow_every_figure(reader: Desk, filters: str, expected: list[str]):
    status, html = await reader.get(f"/cijfers?{MONTH}{filters}")
    assert status == 200
    assert totals(html) == expected


@pytest.mark.parametrize(
    "wrong",
    ["maand=2026-13", "maand=9999-01", "van=2026-11-01", "van=gisteren&tot=nu", "gemeente=Nergens",
     "van=2026-11-02&tot=2026-11-01", "kanaal=duif", "doelgroep=x", "van=0001-01-01&tot=0001-01-02"],
)  # fmt: skip
async def test_a_filter_that_cannot_be_read_is_told(reader: Desk, wrong: str):
    status, html = await reader.get(f"/cijfers?{wrong}")
    assert status == 400
    assert 'role="alert"' in html
    assert (await reader.get(f"/cijfers/contacten?{wrong}&tabel=contacts"))[0] == 400
    assert (await reader.get(f"/cijfers/tabel?{wrong}&tabel=topics"))[0] == 400


async def test_a_wrong_filter_keeps_the_month_that_was_asked_for(reader: Desk):
    _, html = await reader.get("/cijfers?maand=2026-10&gemeente=Nergens")
    assert "gemeenten. Hieronder staat oktober 2026, zonder filter." in html
    assert 'id="maand" name="maand" type="month" value="2026-10"' in html


async def test_what_is_wrong_and_what_is_shown_instead_are_two_sentences(reader: Desk):
    _, html = await reader.get("/cijfers?maand=2999-01")
    assert "daar is nog geen verslag van. Hieronder staat " in html


async def test_every_figure_leads_to_as_many_contacts_as_it_says(reader: Desk):
    _, html = await reader.get(f"/cijfers?{MONTH}&kanaal=email")
    links = re.findall(r'href="/console(/cijfers/contacten[^"]*)">([\d.]+)<', html)
    assert len(links) > 8
    for path, figure in links:
        status, behind = await reader.get(path.replace("&amp;", "&"))
        assert status == 200
        assert behind.count('<th scope="row">') == int(figure), path


async def test_a_reader_sees_facts_and_no_way_to_a_conversation(reader: Desk, anna: Desk):
    talk = Talk(reader.client.app[DATABASE], municipality="44021")
    talk.say()
    talk.answer()
    _, html = await reader.get("/cijfers/contacten?tabel=contacts&kanaal=widget")
    assert html.count('<th scope="row">') == 1
    assert "/console/gesprek/" not in html
    _, html = await anna.get("/cijfers/contacten?tabel=contacts&kanaal=widget")
    assert f"/console/gesprek/{talk.id}" in html
    assert "wat is OCAD" not in html


async def test_a_table_leaves_as_a_file_with_its_filters(reader: Desk):
    status, text = await reader.get(f"/cijfers/tabel?{MONTH}&gemeente=Gent&tabel=topics")
    assert status == 200
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(one["id"], one["count"], one["base"]) for one in rows] == [
        ("livc", "1", "2"),
        ("ocad", "1", "2"),
    ]
    assert {one["municipality"] for one in rows} == {"44021"}
    assert rows[0]["period_from"] == "2026-11-01"
    assert ("uitgevoerd", "cijfers:topics", True) in reader.audited()


async def test_a_formula_is_inert_in_a_file(reader: Desk):
    await reader.client.app[DATABASE].write(
        lambda session: add_contact(session, questions=["=1+1"])
    )
    _, text = await reader.get(f"/cijfers/tabel?{MONTH}&tabel=topics")
    assert "'=1+1" in text
    assert not re.search(r"(^|,)=", text, re.MULTILINE)


async def test_a_table_or_row_that_does_not_exist_is_told(reader: Desk):
    assert (await reader.get("/cijfers/tabel?tabel=geen"))[0] == 404
    assert (await reader.get("/cijfers/contacten?tabel=geen&rij=x"))[0] == 404
    status, html = await reader.get(f"/cijfers/contacten?{MONTH}&tabel=topics&rij=<b>")
    assert status == 200
    assert "<b>" not in html


async def test_nothing_on_the_page_comes_from_elsewhere(reader: Desk):
    _, html = await reader.get(f"/cijfers?{MONTH}")
    outside = re.findall(r'(?:src|href|action)="(https?:|//)[^"]*', html)
    assert outside == []
    assert "<svg" in html
