"""The forms in which an answer leaves: a page, a document to work on, a document to file."""

from __future__ import annotations

from bot.knowledge.library import Library
from bot.parliament.answer import Answer
from bot.parliament.docx import as_docx
from bot.parliament.html import render
from bot.parliament.paper import write
from bot.statistics.forms import Form
from bot.statistics.pdf import as_pdf


def _page(answer: Answer, library: Library) -> str:
    return render(write(answer, library))


FORMS: dict[str, Form[[Answer, Library]]] = {
    "html": Form("HTML", "text/html", lambda answer, library: _page(answer, library).encode()),
    "docx": Form(
        "Word (DOCX)",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        lambda answer, library: as_docx(write(answer, library)),
    ),
    "pdf": Form("PDF", "application/pdf", lambda answer, library: as_pdf(_page(answer, library))),
}
"""By the ending of the file."""
