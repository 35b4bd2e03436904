"""The monthly report without a shell: its forms, what “voorlopig” means, and closing a month."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

import openpyxl
import pytest
from aiohttp.test_utils import TestClient

from bot.gateway.keys import DATABASE
from bot.statistics.closing import closed_month
from bot.statistics.forms import FORMS
from bot.statistics.periods import BRUSSELS, Month
from tests.common.proposals import add_proposal
from tests.common.registration import add_contact
from tests.unit.console.desk import Desk

PAGE = "/cijfers/maandverslag"
MARCH = Month(2025, 3)
AT = datetime(2025, 3, 10, 9, tzinfo=UTC)
NOTED = "maandverslag:2025-03"


@pytest.fixture(autouse=True)
async def counted(client: TestClient) -> None:
    """One contact in March."""
    await client.app[DATABASE].write(
        lambda session: add_contact(session, at=AT, questions=["livc"])
    )


def this_month() -> Month:
    today = datetime.now(BRUSSELS).date()
    return Month(today.year, today.month)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(
    ("form", "opening"),
    [
        ("html", b"<!doctype html>"),
        ("pdf", b"%PDF-"),
        ("xlsx", b"PK"),
        ("csv", b"period_from"),
        ("json", b"{"),
    ],
)
async def test_each_form_leaves_as_a_file_that_says_voorlopig_and_that_is_noted(
    anna: Desk, form: str, opening: bytes
):
    response = await anna.client.get(f"/console{PAGE}/2025-03?vorm={form}", headers=anna.headers)
    raw = await response.read()
    assert raw.lstrip().startswith(opening)
    assert response.headers["Content-Type"].startswith(FORMS[form].content_type)
    name = f"maandverslag-2025-03-voorlopig.{form}"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert ("uitgevoerd", NOTED, True) in anna.audited()


async def test_the_file_is_what_the_command_makes(anna: Desk):
    _, made = await anna.get(f"{PAGE}/2025-03?vorm=json")
    assert json.loads(made)["totals"] == {"contacts": 1, "questions": 1, "referred": 0}


async def test_the_report_is_looked_at_in_the_browser_and_runs_nothing(anna: Desk):
    response = await anna.client.get(f"/console{PAGE}/2025-03", headers=anna.headers)
    assert "Voorlopige cijfers: deze maand is nog niet afgesloten" in await response.text()
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert "Content-Disposition" not in response.headers
    assert ("bekeken", NOTED, True) in anna.audited()


async def test_the_page_says_how_far_a_month_is(anna: Desk, bas: Desk):
    _, html = await anna.get(f"{PAGE}?maand={this_month()}")
    assert "Voorlopig" in html
    assert "De maand loopt nog" in html
    _, html = await bas.get(f"{PAGE}?maand=2025-03")
    assert "voorbij maar nog niet afgesloten" in html
    await bas.post(f"{PAGE}/2025-03/afsluiten")
    _, html = await anna.get(f"{PAGE}?maand=2025-03")
    assert "Definitief" in html
    assert "Voorlopig" not in html
    assert "afsluiten" not in html


async def test_the_page_of_a_closed_month_says_that_something_changed_since(anna: Desk, bas: Desk):
    await bas.post(f"{PAGE}/2025-03/afsluiten")
    later = "Daarna werd in deze maand nog iets verbeterd of toegevoegd"
    assert later not in (await anna.get(f"{PAGE}?maand=2025-03"))[1]
    await anna.client.app[DATABASE].write(
        lambda session: add_contact(session, at=AT, questions=["ocad"])
    )
    assert later in (await anna.get(f"{PAGE}?maand=2025-03"))[1]


async def test_without_a_month_it_is_the_last_one_that_is_over(anna: Desk):
    assert f'value="{this_month().before(1)}"' in (await anna.get(PAGE))[1]


@pytest.mark.parametrize("month", ["2999-01", "straks"])
async def test_a_month_to_come_and_none_are_told_in_dutch(anna: Desk, month: str):
    status, html = await anna.get(f"{PAGE}?maand={month}")
    assert status == 400
    assert "toekomst" in html or "geen maand" in html


async def test_an_unknown_form_is_refused(anna: Desk):
    assert (await anna.get(f"{PAGE}/2025-03?vorm=exe"))[0] in (400, 422)


async def test_a_manager_reads_what_closing_means_and_closes(client: TestClient, bas: Desk):
    await client.app[DATABASE].write(
        lambda session: add_proposal(session, "Wat is een LIVC?", at=AT)
    )
    assert f'href="/console{PAGE}/2025-03/afsluiten"' in (await bas.get(f"{PAGE}?maand=2025-03"))[1]
    _, html = await bas.get(f"{PAGE}/2025-03/afsluiten")
    assert "met 1 contact af" in html
    assert "kan niet ongedaan gemaakt worden" in html
    assert "wacht nog 1 mail" in html
    _, html = await bas.post(f"{PAGE}/2025-03/afsluiten")
    closed = bas.read(lambda session: closed_month(session, MARCH))
    assert closed is not None
    assert closed.sha256 in html
    assert ("afgesloten", NOTED, True) in bas.audited()
    response = await bas.client.get(f"/console{PAGE}/2025-03?vorm=xlsx", headers=bas.headers)
    assert 'filename="maandverslag-2025-03.xlsx"' in response.headers["Content-Disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(await response.read()))["Overzicht"]
    assert any(closed.sha256 in str(row[0].value) for row in sheet.iter_rows())


async def test_a_closed_month_stays_as_it_was_closed(client: TestClient, bas: Desk):
    await bas.post(f"{PAGE}/2025-03/afsluiten")
    await client.app[DATABASE].write(lambda session: add_contact(session, at=AT))
    _, made = await bas.get(f"{PAGE}/2025-03?vorm=json")
    assert json.loads(made)["totals"]["contacts"] == 1
    assert json.loads(made)["closed"]["corrected_since"]


async def test_a_month_that_is_not_over_or_closed_already_is_refused_and_that_is_noted(bas: Desk):
    month = this_month()
    assert "nog niet voorbij" in (await bas.get(f"{PAGE}/{month}/afsluiten"))[1]
    status, html = await bas.post(f"{PAGE}/{month}/afsluiten")
    assert status in (400, 422)
    assert "nog niet voorbij" in html
    assert ("afgesloten", f"maandverslag:{month}", False) in bas.audited()
    await bas.post(f"{PAGE}/2025-03/afsluiten")
    assert "is al afgesloten" in (await bas.post(f"{PAGE}/2025-03/afsluiten"))[1]


async def test_who_only_reads_or_answers_does_not_see_the_way_to_close(anna: Desk):
    assert "afsluiten" not in (await anna.get(f"{PAGE}?maand=2025-03"))[1]
    assert (await anna.post(f"{PAGE}/2025-03/afsluiten"))[0] == 403
