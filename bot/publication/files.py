"""The files of a publication: the same figures for people, for spreadsheets and for programs, and what they are."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

from bot.publication.description import describe
from bot.publication.figures import Published
from bot.publication.page import HIDDEN, render
from bot.publication.publisher import Publisher
from bot.statistics.flat import COLUMNS, inert

FIGURES = "cijfers.json"
"""The figures for programs; they tell of which month a folder is."""


def files(figures: Published, publisher: Publisher, *, issued: date) -> dict[str, str]:
    """Name and content of each."""
    made = {
        "cijfers.csv": as_csv(figures),
        FIGURES: json.dumps(figures, ensure_ascii=False, indent=2) + "\n",
        "index.html": render(figures, publisher, issued=issued),
    }
    description = describe(figures, publisher, made, issued=issued)
    return {**made, "dcat.jsonld": json.dumps(description, ensure_ascii=False, indent=2) + "\n"}


def as_csv(figures: Published) -> str:
    """Every row of every table in one file, in the columns of the report's; `share` is empty where there is none."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    period = (figures["period"]["from"], figures["period"]["to"])
    for id, count in figures["totals"].items():
        writer.writerow([*period, "totals", inert(id), inert(id), _shown(count), "", ""])
    for table, rows in figures["tables"].items():
        for row in rows:
            share = "" if row["share"] is None else row["share"]
            named = (inert(row["id"]), inert(row["label"]))
            numbers = (_shown(row["count"]), _shown(row["base"]))
            writer.writerow([*period, table, *named, *numbers, share])
    return target.getvalue()


def _shown(count: int | None) -> str:
    return HIDDEN if count is None else str(count)
