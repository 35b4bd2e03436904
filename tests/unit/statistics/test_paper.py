"""The report on paper has the colours of the page, and no heading stays behind at the foot of a page."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image
from sqlalchemy.orm import Session

from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library
from bot.statistics.html import render
from bot.statistics.pdf import as_pdf
from bot.statistics.periods import Month
from bot.statistics.report import Report, build
from tests.common.registration import add_contact
from tests.unit.statistics.test_html import Page

TRACK, BAR, APART = (0xE6, 0xED, 0xF0), (0x1F, 0x6A, 0x86), (0x7F, 0x8C, 0x94)
FIRST = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture
def report(session: Session, library: Library) -> Report:
    municipalities = sorted(library.municipalities)[:40]
    topics = sorted(library.catalogue.topics)
    for place in range(60):
        add_contact(
            session,
            at=FIRST + timedelta(days=place % 30),
            audience=list(Audience)[place % 5],
            municipality=municipalities[place % 40] if place % 7 else None,
            questions=[topics[place % len(topics)]],
        )
    return build(session, library, Month(2026, 11), made_at=datetime(2026, 12, 1, tzinfo=UTC))


def test_every_shape_carries_its_own_colour_and_place(report: Report):
    shapes = [(tag, has) for tag, has in Page(render(report)).attributes if tag == "rect"]
    assert {(has["class"], has["fill"]) for _, has in shapes} == {
        ("track", "#e6edf0"),
        ("bar", "#1f6a86"),
        ("unknown", "#7f8c94"),
        ("weekend", "#7f8c94"),
    }
    assert all({"x", "y", "width", "height"} <= has.keys() for _, has in shapes)


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed")
def test_bars_have_their_colour_and_length_on_paper(report: Report):
    paper = as_pdf(render(report))
    made = subprocess.run(
        ["pdftoppm", "-r", "40", "-l", "3", "-"], input=paper, capture_output=True, check=True
    )
    seen: Counter[object] = Counter()
    for page in _pages(made.stdout):
        seen.update({colour: number for number, colour in page.getcolors(page.width * page.height)})
    assert min(seen[one] for one in (TRACK, BAR, APART)) > 50
    assert seen[0, 0, 0] < 10


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_no_heading_stays_alone_at_the_foot_of_a_page(report: Report):
    made = subprocess.run(
        ["pdftotext", "-layout", "-", "-"],
        input=as_pdf(render(report)),
        capture_output=True,
        check=True,
    )
    pages = made.stdout.decode().split("\f")[:-1]
    assert len(pages) <= 10
    last = [[line.strip() for line in page.splitlines() if line.strip()][-2] for page in pages]
    assert not {one["label"] for one in report["definitions"].values()} & set(last)


def _pages(stream: bytes) -> list[Image.Image]:
    """The pictures in a stream of PPM, all of one size."""
    size = len(stream) // 3
    return [Image.open(io.BytesIO(stream[at : at + size])) for at in range(0, len(stream), size)]
