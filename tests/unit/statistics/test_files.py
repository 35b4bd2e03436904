"""The report as files for other programs holds every figure of the report, and no text runs as a formula."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta

import openpyxl
import pytest
from sqlalchemy.orm import Session

from bot.knowledge.library import Library
from bot.statistics import flat, sheets
from bot.statistics.html import FIRST_COLUMN
from bot.statistics.overdue import Overdue
from bot.statistics.periods import Month
from bot.statistics.report import Report, Row, build
from bot.statistics.waiting import Duration
from tests.common.registration import NOON, add_contact

FORMULAS = (
    *("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")'),
    *("＝1+1", "＋1", "－1", "＠SUM(A1)"),
)


@pytest.fixture
def report(session: Session, library: Library) -> Report:
    for topics in (["ocad", "livc"], ["ocad"], ["vormingsaanbod"]):
        add_contact(session, at=NOON, questions=topics)
    month = Month(NOON.year, NOON.month)
    return build(session, library, month, made_at=datetime(2026, 12, 1, tzinfo=UTC))


def hostile(report: Report) -> Report:
    rows = [Row(id=text, label=text, count=1, base=2, share=0.5) for text in FORMULAS]
    return {**report, "tables": {**report["tables"], "topics": rows}}


def test_the_flat_file_holds_every_row(report: Report):
    lines = list(csv.DictReader(io.StringIO(flat.render(report))))
    for table, rows in report["tables"].items():
        found = [line for line in lines if line["table"] == table]
        assert [
            (line["id"], line["label"], int(line["count"]), int(line["base"])) for line in found
        ] == [(row["id"], row["label"], row["count"], row["base"]) for row in rows]
        assert [float(line["share"]) if line["share"] else None for line in found] == [
            row["share"] for row in rows
        ]
    totals = {line["id"]: int(line["count"]) for line in lines if line["table"] == "totals"}
    assert totals == report["totals"]


def test_no_cell_of_the_flat_file_is_a_formula(report: Report):
    lines = list(csv.reader(io.StringIO(flat.render(hostile(report)))))
    assert not [cell for line in lines for cell in line if cell.startswith(tuple("=+-@\t＝＋－＠"))]


def test_the_workbook_holds_every_row_as_numbers(report: Report):
    book = openpyxl.load_workbook(io.BytesIO(sheets.render(report)))
    for table, rows in report["tables"].items():
        cells = list(book[FIRST_COLUMN[table]].iter_rows(min_row=6, values_only=True))
        assert [cell[:3] for cell in cells] == [
            (row["label"], row["count"], row["base"]) for row in rows
        ]
        for cell, row in zip(cells, rows, strict=True):
            assert cell[3] == (pytest.approx(row["count"] / row["base"]) if row["base"] else None)


def test_the_workbook_opens_with_the_totals(report: Report):
    sheet = openpyxl.load_workbook(io.BytesIO(sheets.render(report))).worksheets[0]
    assert [row[1] for row in sheet.iter_rows(min_row=6, values_only=True)] == list(
        report["totals"].values()
    )


def test_the_workbook_tells_when_it_was_made_as_a_reader_writes_it(report: Report):
    sheet = openpyxl.load_workbook(io.BytesIO(sheets.render(report))).worksheets[0]
    assert sheet["A3"].value == "Gemaakt op 1 december 2026 om 01.00 uur"


def test_the_workbook_holds_what_changed_what_lasted_and_what_is_overdue(report: Report):
    lasted = {
        "waiting": Duration(label="Wachten", count=3, median=130, p90=7500),
        "handling": Duration(label="Gesprek", count=0, median=None, p90=None),
    }
    late = [Overdue(id="livc", label="=LIVC", review_by="2026-10-01")]
    made: Report = {**report, "durations": lasted, "overdue": late}
    book = openpyxl.load_workbook(io.BytesIO(sheets.render(made)))
    rows = {
        name: list(book[name].iter_rows(min_row=6, values_only=True))
        for name in ("Veranderd", "Wachttijd", "Nazicht")
    }
    assert rows["Veranderd"] == [
        (one["label"], one["count"], 0, one["count"], 0) for one in report["movers"]
    ]
    assert rows["Wachttijd"] == [
        ("Wachten", 3, timedelta(seconds=130), timedelta(seconds=7500)),
        ("Gesprek", 0, "n.v.t.", "n.v.t."),
    ]
    [(label, due)] = rows["Nazicht"]
    assert (label, due.date()) == ("=LIVC", date(2026, 10, 1))


def test_no_cell_of_the_workbook_is_a_formula(report: Report):
    book = openpyxl.load_workbook(io.BytesIO(sheets.render(hostile(report))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    texts = [cell.value for cell in cells]
    assert "=1+1" in texts
