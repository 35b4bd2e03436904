"""The monthly report as an Excel workbook: an overview, then one sheet a table with its definition and a chart."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from bot.statistics.further import Cell, Further, further
from bot.statistics.html import FIRST_COLUMN, standing
from bot.statistics.measures import MEASURES, TOTALS
from bot.statistics.notation import NOT_APPLICABLE, day, made_at
from bot.statistics.report import Definition, Report, Row

_HEAD = 4
"""Rows above the figures of a sheet: title, definition, base and an empty one."""

_CHARTED = 20
"""Rows that a chart shows at most: more of them are unreadable."""

_FURTHER = ("Veranderd", "Wachttijd", "Nazicht")
"""Names of the sheets for what is no share of a base, in the order of `further`."""


def render(report: Report) -> bytes:
    """The workbook. Every text is written as text: none can be a formula or a link."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        book.set_properties({"title": f"Maandverslag {report['month']}", "author": "Wegwijs"})
        styles = _Styles(book)
        _overview(book.add_worksheet("Overzicht"), report, styles)
        for one in (one for one in MEASURES if one.id in report["tables"]):
            sheet = book.add_worksheet(_sheet_name(FIRST_COLUMN[one.id]))
            meaning = report["definitions"][one.id]
            _table(sheet, FIRST_COLUMN[one.id], meaning, report["tables"][one.id], styles)
            _chart(book, sheet, meaning["label"], len(report["tables"][one.id]))
        for name, table in zip(_FURTHER, further(report), strict=True):
            _further(book.add_worksheet(name), table, styles)
    return target.getvalue()


class _Styles:
    def __init__(self, book: Workbook) -> None:
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        self.wrapped: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self.head: Format = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.count: Format = book.add_format({"num_format": "#,##0"})
        self.date: Format = book.add_format({"num_format": "d/mm/yyyy", "align": "left"})
        self.lasting: Format = book.add_format({"num_format": "[h]:mm:ss"})
        self.share: Format = book.add_format({"num_format": "0.0 %"})


def _sheet_name(text: str) -> str:
    return text[:31]


def _overview(sheet: Worksheet, report: Report, styles: _Styles) -> None:
    first, last = (date.fromisoformat(report["period"][end]) for end in ("from", "to"))
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 12)
    sheet.set_column(2, 2, 90)
    sheet.write_string(
        0, 0, f"Maandverslag helpdesk radicalisering {report['month']}", styles.title
    )
    sheet.write_string(1, 0, f"Van {day(first)} tot en met {day(last)}")
    sheet.write_string(2, 0, made_at(datetime.fromisoformat(report["made_at"])))
    sheet.write_string(3, 0, standing(report))
    for column, text in enumerate(("Totaal", "Aantal", "Wat telt mee")):
        sheet.write_string(_HEAD, column, text, styles.head)
    for line, one in enumerate(TOTALS, start=_HEAD + 1):
        sheet.write_string(line, 0, one.label)
        sheet.write_number(line, 1, report["totals"][one.id], styles.count)
        sheet.write_string(line, 2, one.definition, styles.wrapped)


def _table(
    sheet: Worksheet, subject: str, meaning: Definition, rows: list[Row], styles: _Styles
) -> None:
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, 3, 12)
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.write_string(0, 0, meaning["label"], styles.title)
    sheet.write_string(1, 0, meaning["definition"], styles.wrapped)
    sheet.write_string(2, 0, f"Grondslag: {meaning['base']}", styles.wrapped)
    for column, text in enumerate((subject, "Aantal", "Op", "Aandeel")):
        sheet.write_string(_HEAD, column, text, styles.head)
    for line, row in enumerate(rows, start=_HEAD + 1):
        sheet.write_string(line, 0, row["label"])
        sheet.write_number(line, 1, row["count"], styles.count)
        sheet.write_number(line, 2, row["base"], styles.count)
        if row["share"] is not None:
            # From the counts, so that it is rounded once, where it is shown.
            sheet.write_number(line, 3, row["count"] / row["base"], styles.share)


def _further(sheet: Worksheet, table: Further, styles: _Styles) -> None:
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, len(table.heads) - 1, 18)
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.write_string(0, 0, table.label, styles.title)
    sheet.write_string(1, 0, table.definition, styles.wrapped)
    for column, text in enumerate(table.heads):
        sheet.write_string(_HEAD, column, text, styles.head)
    for line, row in enumerate(table.cells, start=_HEAD + 1):
        for column, cell in enumerate(row):
            _write(sheet, (line, column), cell, styles)
    if not table.cells:
        sheet.write_string(_HEAD + 1, 0, table.empty)


def _write(sheet: Worksheet, place: tuple[int, int], cell: Cell, styles: _Styles) -> None:
    match cell:
        case str():
            sheet.write_string(*place, cell)
        case int():
            sheet.write_number(*place, cell, styles.count)
        case timedelta():
            sheet.write_datetime(*place, cell, styles.lasting)
        case date():
            sheet.write_datetime(*place, cell, styles.date)
        case None:
            sheet.write_string(*place, NOT_APPLICABLE)


def _chart(book: Workbook, sheet: Worksheet, title: str, rows: int) -> None:
    shown = min(rows, _CHARTED)
    if shown == 0:
        return
    chart = book.add_chart({"type": "bar"})
    places = (_HEAD + 1, _HEAD + shown)
    chart.add_series(
        {
            "name": title,
            "categories": [sheet.name, places[0], 0, places[1], 0],
            "values": [sheet.name, places[0], 1, places[1], 1],
            "fill": {"color": "#1f5fa8"},
        }
    )
    chart.set_title({"name": title, "name_font": {"size": 12}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True})
    chart.set_size({"width": 640, "height": 120 + 24 * shown})
    sheet.insert_chart(_HEAD, 5, chart, {"description": f"Staafdiagram: {title}"})
