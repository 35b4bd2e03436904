"""The forms in which a monthly report leaves: a page, a document to file, a workbook, and two for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, ParamSpec

from bot.statistics import flat, html, sheets
from bot.statistics.pdf import as_pdf
from bot.statistics.report import Report

Content = ParamSpec("Content")


@dataclass(frozen=True)
class Form(Generic[Content]):
    """One form: how it is called, what it is to a browser, how it is made."""

    label: str
    content_type: str
    make: Callable[Content, bytes]

    @property
    def is_text(self) -> bool:
        """Whether it can be read on a screen as it is."""
        return self.content_type.startswith("text/") or self.content_type == "application/json"


def _as_json(report: Report) -> bytes:
    return (json.dumps(report, ensure_ascii=False, indent=2) + "\n").encode()


FORMS: dict[str, Form[[Report]]] = {
    "html": Form("HTML", "text/html", lambda report: html.render(report).encode()),
    "pdf": Form("PDF", "application/pdf", lambda report: as_pdf(html.render(report))),
    "xlsx": Form(
        "Excel (XLSX)",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        sheets.render,
    ),
    "csv": Form("CSV", "text/csv", lambda report: flat.render(report).encode()),
    "json": Form("JSON", "application/json", _as_json),
}
"""By the ending of the file."""
