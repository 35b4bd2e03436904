"""The monthly report as an Excel workbook: an overview, then one sheet a table with its definition and a chart."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from bot.statistics.days import DAYS
from bot.statistics.further import Cell, Further, further
from bot.statistics.html import FIRST_COLUMN, standing
from bot.statistics.measures import MEASURES, TOTALS
from bot.statistics.notation import NOT_APPLICABLE, day, made_at
from bot.statistics.report import Definition, Report, Row

_HEAD = 4
"""Rows above the figures of a sheet: title, definition, base and an empty one."""

_CHARTED = 20
"""Rows that a chart shows at most, of the days all: more of them are unreadable."""

_FIGURE, _MEANING = 12, 90
_NARROWEST, _WIDEST = 28, 60
"""Widths of columns, in characters; that of labels is between two."""

_LINE = 15
"""Height of one line: a program that only prints does not make a row higher for a text that is wrapped."""

_FURTHER = ("Veranderd", "Wachttijd", "Nazicht", "Niet begrepen")
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
            rows = len(report["tables"][one.id])
            _chart(book, sheet, meaning["label"], rows if one.id == DAYS else min(rows, _CHARTED))
        for name, table in zip(_FURTHER, further(report), strict=False):
            _further(book.add_worksheet(name), table, styles)
    return target.getvalue()


class _Styles:
    def __init__(self, book: Workbook) -> None:
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        self.wrapped: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self.head: Format = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.head_right: Format = book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "align": "right"}
        )
        self.meaning: Format = book.add_format({"text_wrap": True, "valign": "top", "indent": 1})
        self.top: Format = book.add_format({"valign": "top"})
        self.top_count: Format = book.add_format({"num_format": "#,##0", "valign": "top"})
        self.count: Format = book.add_format({"num_format": "#,##0"})
        self.date: Format = book.add_format({"num_format": "d/mm/yyyy", "align": "right"})
        self.lasting: Format = book.add_format({"num_format": "[h]:mm:ss"})
        self.share: Format = book.add_format({"num_format": "0.0 %"})


def _sheet_name(text: str) -> str:
    return text[:31]


def _overview(sheet: Worksheet, report: Report, styles: _Styles) -> None:
    first, last = (date.fromisoformat(report["period"][end]) for end in ("from", "to"))
    _on_paper(sheet)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, _FIGURE)
    sheet.set_column(2, 2, _MEANING)
    sheet.write_string(
        0, 0, f"Maandverslag helpdesk radicalisering {report['month']}", styles.title
    )
    sheet.write_string(1, 0, f"Van {day(first)} tot en met {day(last)}")
    sheet.write_string(2, 0, made_at(datetime.fromisoformat(report["made_at"])))
    sheet.write_string(3, 0, standing(report))
    for column, text in enumerate(("Totaal", "Aantal", "Wat telt mee")):
        sheet.write_string(_HEAD, column, text, styles.head_right if column == 1 else styles.head)
    for line, one in enumerate(TOTALS, start=_HEAD + 1):
        sheet.set_row(line, _height(one.definition, _MEANING))
        sheet.write_string(line, 0, one.label, styles.top)
        sheet.write_number(line, 1, report["totals"][one.id], styles.top_count)
        sheet.write_string(line, 2, one.definition, styles.meaning)


def _table(
    sheet: Worksheet, subject: str, meaning: Definition, rows: list[Row], styles: _Styles
) -> None:
    _on_paper(sheet)
    widths = (_width([row["label"] for row in rows]), *3 * [_FIGURE])
    sheet.set_column(0, 0, widths[0])
    sheet.set_column(1, 3, _FIGURE)
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.write_string(0, 0, meaning["label"], styles.title)
    _across(sheet, 1, meaning["definition"], widths, styles)
    _across(sheet, 2, f"Grondslag: {meaning['base']}", widths, styles)
    _heads(sheet, (subject, "Aantal", "Op", "Aandeel"), styles)
    for line, row in enumerate(rows, start=_HEAD + 1):
        sheet.write_string(line, 0, row["label"])
        sheet.write_number(line, 1, row["count"], styles.count)
        sheet.write_number(line, 2, row["base"], styles.count)
        if row["share"] is not None:
            # From the counts, so that it is rounded once, where it is shown.
            sheet.write_number(line, 3, row["count"] / row["base"], styles.share)


def _further(sheet: Worksheet, table: Further, styles: _Styles) -> None:
    widths = (_width([row[0] for row in table.rows]), *(len(table.heads) - 1) * [18])
    _on_paper(sheet)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.write_string(0, 0, table.label, styles.title)
    _across(sheet, 1, table.definition, widths, styles)
    _heads(sheet, table.heads, styles)
    for line, row in enumerate(table.cells, start=_HEAD + 1):
        for column, cell in enumerate(row):
            _write(sheet, (line, column), cell, styles)
    if not table.cells:
        sheet.write_string(_HEAD + 1, 0, table.empty)


def _on_paper(sheet: Worksheet) -> None:
    """A table and its chart beside each other on one page, with its number below."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)
    sheet.set_footer("&L&A&RBladzijde &P van &N")


def _heads(sheet: Worksheet, texts: Sequence[str], styles: _Styles) -> None:
    for column, text in enumerate(texts):
        sheet.write_string(_HEAD, column, text, styles.head_right if column else styles.head)


def _across(sheet: Worksheet, row: int, text: str, widths: Sequence[int], styles: _Styles) -> None:
    """A text over all columns of a table, in a row that is high enough for it."""
    sheet.merge_range(row, 0, row, len(widths) - 1, "", styles.wrapped)
    sheet.write_string(row, 0, text, styles.wrapped)
    sheet.set_row(row, _height(text, sum(widths)))


def _width(labels: Sequence[str]) -> int:
    return min(_WIDEST, max([_NARROWEST, *(len(one) + 2 for one in labels)]))


def _height(text: str, width: int) -> int:
    # Of the last word of a line a part may be lost.
    return _LINE * max(1, ceil(len(text) / (0.9 * width)))


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


def _chart(book: Workbook, sheet: Worksheet, title: str, shown: int) -> None:
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
    chart.set_size({"width": 640, "height": 120 + min(24 * shown, 480)})
    sheet.insert_chart(_HEAD, 5, chart, {"description": f"Staafdiagram: {title}"})
