"""What was not understood, for who may read conversations, for as long as the text is kept, and nowhere else."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp.test_utils import TestClient
from sqlalchemy import update

from bot.conversations.expiry import Before, expired, remove
from bot.conversations.models import Conversation
from bot.gateway.keys import DATABASE
from bot.knowledge.library import Library, load_library
from bot.registration.models import ContactRecord, Outcome
from bot.settings import PROJECT
from bot.statistics.closing import close_month
from bot.statistics.html import render
from bot.statistics.periods import BRUSSELS, Month
from tests.unit.console.conftest import Login
from tests.unit.console.desk import Desk
from tests.unit.conversations.talk import Talk

PAGE = "/cijfers/niet-begrepen"
DRONES = ("drones boven betogingen, mag dat?", "mag een drone boven de betoging vliegen")


def ask(client: TestClient, text: str, outcome: Outcome = Outcome.NOT_UNDERSTOOD) -> Talk:
    talk = Talk(client.app[DATABASE])
    talk.say(text)
    talk.answer(outcome=outcome.value, questions=())
    return talk


@pytest.fixture
def library() -> Library:
    return load_library(PROJECT / "knowledge")


async def test_messages_that_are_alike_stand_there_once_with_how_many(
    client: TestClient, anna: Desk
):
    for one in DRONES:
        ask(client, one)
    lone = ask(client, "roblox & <b>vreemden</b>")
    ask(client, "wat is een livc?", Outcome.ANSWERED)
    status, html = await anna.get(PAGE)
    assert status == 200
    rows = re.findall(r'<th scope="row">(.*?)</th>\s*<td[^>]*>(\d+)</td>', html)
    assert [int(size) for _, size in rows] == [2, 1]
    assert rows[0][0] in DRONES
    assert rows[1][0] == "roblox &amp; &lt;b&gt;vreemden&lt;/b&gt;"
    assert f"/console/gesprek/{lone.id}" in html
    assert "livc" not in html
    assert "3 berichten." in html


async def test_at_most_ten_groups_and_the_rest_as_a_number(client: TestClient, anna: Desk):
    words = "drone roblox vlag moskee camera imam gdpr festival parkeren belasting zwembad markt"
    for one in words.split():
        ask(client, one)
    _, html = await anna.get(PAGE)
    assert html.count('<th scope="row">') == 10
    assert "Daarnaast 2 berichten in kleinere groepen." in html


async def test_two_messages_in_a_row_keep_their_own_outcome(client: TestClient, anna: Desk):
    talk = Talk(client.app[DATABASE])
    talk.say("drones boven betogingen")
    talk.say("wat is OCAD?")
    talk.answer(outcome="niet_begrepen", questions=())
    talk.answer()
    _, html = await anna.get(PAGE)
    assert "drones boven betogingen" in html
    assert "OCAD" not in html


async def test_a_test_another_month_and_a_picked_button_are_none(client: TestClient, anna: Desk):
    test = ask(client, "drones boven betogingen")
    await client.app[DATABASE].write(
        lambda session: session.execute(
            update(ContactRecord).where(ContactRecord.id == test.contact_id).values(test=True)
        )
    )
    button = Talk(client.app[DATABASE])
    button.say("Een knop", choice="onderwerp:verdwenen")
    button.answer(outcome="niet_begrepen", questions=())
    _, html = await anna.get(PAGE)
    assert "Geen niet begrepen bericht" in html
    ask(client, "roblox met vreemden")
    before = Month(*datetime.now(UTC).astimezone(BRUSSELS).timetuple()[:2]).before(1)
    assert "Geen niet begrepen bericht" in (await anna.get(f"{PAGE}?maand={before}"))[1]
    assert "roblox" in (await anna.get(PAGE))[1]


async def test_who_sees_figures_alone_sees_no_text_and_no_link_to_it(
    client: TestClient, login: Login, anna: Desk
):
    reader = Desk(client, "lezer", await login("lezer"))
    ask(client, DRONES[0])
    assert (await reader.get(PAGE))[0] == 403
    assert "niet-begrepen" not in (await reader.get("/cijfers"))[1]
    assert f"{PAGE}?maand=" in (await anna.get("/cijfers"))[1]


async def test_the_text_goes_and_the_figure_stays_and_no_report_holds_a_text(
    client: TestClient, anna: Desk, library: Library
):
    talk, database = ask(client, DRONES[0]), client.app[DATABASE]
    now = datetime.now(UTC).astimezone(BRUSSELS)
    month, later = Month(now.year, now.month), now + timedelta(days=40)
    report = await database.write(
        lambda session: close_month(session, library, month, now=later.astimezone(UTC))
    )
    figures = {one["id"]: one["count"] for one in report["tables"]["outcomes"]}
    assert figures["niet_begrepen"] == 1
    assert DRONES[0] not in render(report) + str(report)
    past = datetime.now(UTC) - timedelta(days=31)
    await database.write(
        lambda session: session.execute(
            update(Conversation).where(Conversation.id == talk.id).values(changed_at=past)
        )
    )
    limit = datetime.now(UTC) - timedelta(days=30)
    before = Before(alone=limit, with_staff=limit)
    await database.write(lambda session: remove(session, expired(session, before, limit=9)))
    assert "Geen niet begrepen bericht" in (await anna.get(PAGE))[1]
    assert ">1<span" in (await anna.get("/cijfers"))[1]
