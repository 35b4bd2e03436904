"""The forms in which an answer leaves: a page, a document to work on, a document to file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.knowledge.library import Library
from bot.parliament.answer import Answer
from bot.parliament.docx import as_docx
from bot.parliament.html import render
from bot.parliament.paper import write
from bot.statistics.pdf import as_pdf


@dataclass(frozen=True)
class Form:
    """One form: how it is called, what it is to a browser, how it is made."""

    label: str
    content_type: str
    make: Callable[[Answer, Library], bytes]


def _page(answer: Answer, library: Library) -> str:
    return render(write(answer, library))


FORMS = {
    "html": Form("HTML", "text/html", lambda answer, library: _page(answer, library).encode()),
    "docx": Form(
        "Word (DOCX)",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        lambda answer, library: as_docx(write(answer, library)),
    ),
    "pdf": Form("PDF", "application/pdf", lambda answer, library: as_pdf(_page(answer, library))),
}
"""By the ending of the file."""
