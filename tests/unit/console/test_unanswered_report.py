"""What was not understood, in the monthly report: words that several people share, never a message, never kept."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, timedelta

import openpyxl
import pytest
from aiohttp.test_utils import TestClient
from sqlalchemy.orm import Session

from bot.conversations.expiry import Before, expired, remove
from bot.gateway.keys import DATABASE
from bot.knowledge.library import load_library
from bot.publication.figures import shield
from bot.publication.suppression import PUBLIC
from bot.settings import PROJECT
from bot.statistics.closing import close_month, full_report
from bot.statistics.models import ClosedMonth
from bot.statistics.periods import BRUSSELS, Month
from tests.unit.console.conftest import Login
from tests.unit.console.desk import Desk
from tests.unit.conversations.talk import Talk

LIBRARY = load_library(PROJECT / "knowledge")
THREE = (
    "kleding boven moslimraad, mag dat van [PERSOON-1]?",
    "mogen kleding boven moslimraad vliegen in 2026",
    "filmen met kleding bij moslimraad, geheimwoord",
)


def now() -> datetime:
    return datetime.now(UTC)


def month() -> Month:
    today = now().astimezone(BRUSSELS)
    return Month(today.year, today.month)


def ask(client: TestClient, *texts: str) -> None:
    for one in texts:
        talk = Talk(client.app[DATABASE])
        talk.say(one)
        talk.answer(outcome="niet_begrepen", questions=())


async def report(desk: Desk, form: str) -> bytes:
    response = await desk.client.get(
        f"/console/cijfers/maandverslag/{month()}?vorm={form}", headers=desk.headers
    )
    assert response.status == 200
    return await response.read()


async def test_a_group_is_told_by_the_words_of_three_conversations_and_no_others(
    client: TestClient, login: Login
):
    ask(client, *THREE, "roblox met vreemden")
    reader = Desk(client, "lezer", await login("lezer"))
    made = json.loads(await report(reader, "json"))["unanswered"]
    assert made["kept"] == 4
    assert made["groups"] == [
        {"words": ["kleding", "moslimraad"], "messages": 3, "conversations": 3}
    ]
    assert made["others"] == 1
    html = (await report(reader, "html")).decode()
    assert "kleding, moslimraad" in html
    assert "1 ander bericht" in html
    for hidden in ("geheimwoord", "roblox", "PERSOON", "vliegen"):
        assert hidden not in html
    book = openpyxl.load_workbook(io.BytesIO(await report(reader, "xlsx")))
    assert [one.value for one in book["Niet begrepen"][6]][:3] == ["kleding, moslimraad", 3, 3]
    assert b"kleding" not in await report(reader, "csv")


async def test_a_word_that_is_not_of_the_domain_is_told_to_nobody_however_many_chats_hold_it(
    client: TestClient, anna: Desk
):
    ask(client, *["moslimraad in de Kerkdreef, burgemeesterisdiefstal, rode Volvo"] * 4)
    made = json.loads(await report(anna, "json"))["unanswered"]
    assert made["groups"] == [{"words": ["moslimraad"], "messages": 4, "conversations": 4}]
    for form in ("html", "json", "csv"):
        told = (await report(anna, form)).decode().casefold()
        for hidden in ("kerkdreef", "burgemeesterisdiefstal", "volvo"):
            assert hidden not in told


async def test_what_one_person_repeats_is_told_to_nobody(client: TestClient, anna: Desk):
    talk = Talk(client.app[DATABASE])
    for one in THREE:
        talk.say(one)
        talk.answer(outcome="niet_begrepen", questions=())
    made = json.loads(await report(anna, "json"))["unanswered"]
    assert made == {"kept": 3, "groups": [], "others": 3}
    assert (
        "komen geen woorden uit minstens 3 gesprekken terug"
        in (await report(anna, "html")).decode()
    )


async def test_closing_keeps_no_words_and_what_is_purged_is_gone_from_the_report(
    client: TestClient, anna: Desk
):
    ask(client, *THREE)
    later = now() + timedelta(days=62)

    def close(session: Session) -> str:
        close_month(session, LIBRARY, month(), now=later)
        return session.get_one(ClosedMonth, str(month())).figures

    assert "kleding" not in await client.app[DATABASE].write(close)
    assert b"kleding" in await report(anna, "html")

    def purge(session: Session) -> object:
        remove(session, expired(session, Before(alone=later, with_staff=later), limit=9))
        return full_report(session, LIBRARY, month(), now=later)["unanswered"]

    assert await client.app[DATABASE].write(purge) == {"kept": 0, "groups": [], "others": 0}


async def test_what_is_published_holds_no_words(client: TestClient):
    ask(client, *THREE)
    later = now() + timedelta(days=62)

    def publish(session: Session) -> object:
        close_month(session, LIBRARY, month(), now=later)
        # Even made from a report that has them.
        report = full_report(session, LIBRARY, month(), now=later)
        assert report["unanswered"]["groups"]
        return shield(report, LIBRARY, PUBLIC)

    made = await client.app[DATABASE].write(publish)
    assert "kleding" not in repr(made)


@pytest.mark.parametrize("form", ["html", "pdf"])
async def test_a_month_without_such_messages_says_so(anna: Desk, form: str):
    made = await report(anna, form)
    assert made.startswith(b"%PDF") or "Geen niet begrepen bericht" in made.decode()
