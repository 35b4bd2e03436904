"""The answer as a Word document, to be worked on: headings, tables with a repeated head row, page numbers, Dutch."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from bot.parliament.paper import CLOSING, Answered, Figure, Paper, Table

_SOFT = RGBColor(0x4A, 0x5A, 0x65)
_DEEP = RGBColor(0x12, 0x3F, 0x52)


def as_docx(paper: Paper) -> bytes:
    """The whole document."""
    word = Document()
    _prepare(word, paper)
    word.add_heading(paper.title, level=0)
    word.add_paragraph(f"{paper.days}. {paper.made}.")
    for notice in paper.notices:
        word.add_paragraph(notice).runs[0].bold = True
    for part in paper.parts:
        _add_part(word, part)
    _small(word.add_paragraph(CLOSING))
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _prepare(word: Word, paper: Paper) -> None:
    word.core_properties.title, word.core_properties.language = paper.title, "nl-BE"
    word.core_properties.author = "Wegwijs"
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        style = word.styles[name]
        style.font.name = "Arial"
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
        if name != "Normal":
            style.font.color.rgb = _DEEP
    word.styles["Normal"].font.size, word.styles["Title"].font.size = Pt(10), Pt(20)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-BE")
    word.styles["Normal"].element.get_or_add_rPr().append(language)
    footer = section.footer.paragraphs[0]
    footer.text = f"{paper.days} – "
    _page_number(footer)


def _page_number(paragraph: Paragraph) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _add_part(word: Word, part: Answered) -> None:
    word.add_heading(f"{part.id}  {part.question}", level=1)
    for sentence in part.said:
        word.add_paragraph(sentence)
    for gap in part.missing:
        told = word.add_paragraph()
        told.add_run("Niet geregistreerd: ").bold = True
        told.add_run(gap)
    for figure in part.figures:
        _add_figure(word, figure)
    for table in part.tables:
        _add_table(word, table)


def _add_figure(word: Word, figure: Figure) -> None:
    line = word.add_paragraph()
    line.add_run(f"{figure.label}: {figure.value}. ").bold = True
    meaning = line.add_run(f"{figure.meaning} (maat: {figure.id})")
    meaning.font.size, meaning.font.color.rgb = Pt(8.5), _SOFT


def _add_table(word: Word, table: Table) -> None:
    word.add_heading(table.label, level=2)
    if table.rows:
        made = word.add_table(rows=1, cols=len(table.columns), style="Light Grid Accent 1")
        _fill(made.rows[0].cells, table.columns)
        _repeat(made.rows[0]._tr)
        for row in table.rows:
            _fill(made.add_row().cells, row)
        made.autofit = False
        for column, width in zip(made.columns, _widths(table), strict=True):
            column.width = width
            for cell in column.cells:
                cell.width = width
    else:
        word.add_paragraph("Niets om te tellen in deze periode.")
    _small(word.add_paragraph(f"{table.meaning} (maat: {table.id})"))


def _widths(table: Table) -> list[Cm]:
    counts = table.columns[-1] == "Aandeel"
    return [Cm(one) for one in ((8.8, 2.4, 2.4, 2.6) if counts else (3.6, 5.4, 3.2, 4.0))]


def _fill(cells: tuple[_Cell, ...], texts: tuple[str, ...]) -> None:
    counts = len(texts) == 4 and (texts[-1] == "Aandeel" or texts[-1].endswith(("%", "n.v.t.")))
    for place, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        cell.text = text
        if counts and place:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _repeat(row: object) -> None:
    """The head row again on each page."""
    mark = OxmlElement("w:tblHeader")
    row.get_or_add_trPr().append(mark)  # type: ignore[attr-defined]


def _small(paragraph: Paragraph) -> None:
    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(8.5), _SOFT
