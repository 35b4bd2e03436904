"""The form of the answer to parliament in a browser: a wrong list is corrected on the spot, documents download."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bot.statistics.periods import BRUSSELS
from tests.browser.axe import certain
from tests.browser.desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.engine]

ASKED = "/antwoord?van=2026-09-01&tot=2026-09-30"


def test_a_list_is_loaded_corrected_and_answered(desk: Desk, screenshots: Path, tmp_path: Path):
    page, listed = desk.page, tmp_path / "lijst.csv"
    desk.watch.provoke("400")
    # To the browser, a page that turns out to be a file was left.
    desk.watch.provoke("POST .*/antwoord net::ERR_ABORTED")
    listed.write_text("Gent\nNergenshuizen\n", encoding="utf-8")
    desk.visit("/cijfers")
    page.get_by_role("link", name="Antwoord op de parlementaire vraag").click()
    expect(page.get_by_label("Van", exact=True)).to_have_value(
        f"{datetime.now(BRUSSELS).year}-01-01"
    )
    desk.visit(ASKED)
    page.get_by_label("Of een bestand").set_input_files(listed)
    page.get_by_role("button", name="Word").click()
    expect(page.get_by_role("alert")).to_contain_text("regel 2: Nergenshuizen")
    expect(page.get_by_label("tot en met")).to_have_value("2026-09-30")
    field = page.get_by_label("Gemeenten voor vraag 2d")
    expect(field).to_have_value("Gent\nNergenshuizen\n")
    assert certain(page) == ""
    page.screenshot(path=screenshots / "console-antwoord-fout.png", full_page=True)
    field.fill("Gent\nMerelbeke")
    with page.expect_download() as started:
        page.get_by_role("button", name="Word").click()
    assert started.value.suggested_filename == "antwoord-2026-09-01_2026-09-30.docx"
    assert Path(started.value.path()).read_bytes().startswith(b"PK")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Bekijk").click()
    answer = opened.value
    expect(
        answer.get_by_text("Merelbeke hoort sinds de fusie bij Merelbeke-Melle.")
    ).to_be_visible()
    answer.screenshot(path=screenshots / "console-antwoord-bekeken.png")
    expect(field).to_have_value("Gent\nMerelbeke")


def test_the_form_is_accessible_and_fits_a_narrow_window(desk: Desk, screenshots: Path):
    page = desk.page
    desk.visit(ASKED)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert certain(page) == ""
        page.screenshot(path=screenshots / f"console-antwoord-{scheme}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 640})
    assert certain(page) == ""
    page.screenshot(path=screenshots / "console-antwoord-phone.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
