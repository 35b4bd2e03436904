"""The monthly report as CSV: every row of every table in one flat file, for other programs.

RFC 4180 in UTF-8 with a comma and a decimal point, the same on every machine; a spreadsheet for people is `sheets`.
"""

from __future__ import annotations

import csv
import io

from bot.statistics.report import Report

COLUMNS = ("period_from", "period_to", "table", "id", "label", "count", "base", "share")

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What makes a spreadsheet program run a cell as a formula, also in the full width of an Asian keyboard (https://owasp.org/www-community/attacks/CSV_Injection)."""


def render(report: Report) -> str:
    """The whole file; `share` is empty where there is nothing to take a share of."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    period = (report["period"]["from"], report["period"]["to"])
    for total, count in report["totals"].items():
        writer.writerow([*period, "totals", inert(total), inert(total), count, "", ""])
    for table, rows in report["tables"].items():
        for row in rows:
            share = "" if row["share"] is None else row["share"]
            named = (inert(row["id"]), inert(row["label"]))
            writer.writerow([*period, table, *named, row["count"], row["base"], share])
    return target.getvalue()


def inert(text: str) -> str:
    """A text that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
