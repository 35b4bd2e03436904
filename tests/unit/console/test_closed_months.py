"""Who may see figures opens the report of a closed month as it was closed, and no other."""

from __future__ import annotations

from datetime import UTC, datetime

from aiohttp.test_utils import TestClient
from sqlalchemy import update

from bot.gateway.keys import DATABASE
from bot.knowledge.library import load_library
from bot.settings import PROJECT
from bot.statistics.closing import close_month
from bot.statistics.models import ClosedMonth
from bot.statistics.periods import Month
from tests.common.registration import add_contact
from tests.unit.console.desk import Desk

PAGE = "/cijfers/afgesloten"
AT = datetime(2025, 2, 10, 9, tzinfo=UTC)
LATER = datetime(2025, 3, 2, 9, tzinfo=UTC)


async def close(client: TestClient) -> str:
    library = load_library(PROJECT / "knowledge")
    await client.app[DATABASE].write(lambda session: add_contact(session, at=AT))
    report = await client.app[DATABASE].write(
        lambda session: close_month(session, library, Month(2025, 2), now=LATER)
    )
    return report["closed"]["sha256"]


async def test_the_list_leads_to_the_report_with_its_fingerprint(client: TestClient, anna: Desk):
    fingerprint = await close(client)
    _, html = await anna.get(PAGE)
    assert fingerprint in html
    assert f'href="/console{PAGE}/2025-02"' in html
    status, report = await anna.get(f"{PAGE}/2025-02")
    assert status == 200
    assert f"Vingerafdruk: {fingerprint}" in report
    assert ("bekeken", "maandverslag:2025-02", True) in anna.audited()


async def test_what_came_later_is_not_in_it(client: TestClient, anna: Desk):
    await close(client)
    await client.app[DATABASE].write(lambda session: add_contact(session, at=AT))
    _, report = await anna.get(f"{PAGE}/2025-02")
    assert "dat staat niet in dit verslag" in report
    assert '<dd class="figure">1</dd>' in report


async def test_figures_that_were_changed_are_not_shown(client: TestClient, anna: Desk):
    await close(client)
    await client.app[DATABASE].write(
        lambda session: session.execute(update(ClosedMonth).values(figures="{}"))
    )
    status, html = await anna.get(f"{PAGE}/2025-02")
    assert status >= 500
    assert "de vingerafdruk klopt niet meer" in html


async def test_a_month_that_is_open_or_none_has_no_closed_report(client: TestClient, anna: Desk):
    assert "Er is nog geen maand afgesloten" in (await anna.get(PAGE))[1]
    assert (await anna.get(f"{PAGE}/2025-01"))[0] == 404
    assert (await anna.get(f"{PAGE}/straks"))[0] in (400, 422)
