"""A closed month gives the same figures for ever, and says so when something changed behind its back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from bot.errors import InvalidInput
from bot.knowledge.library import Library
from bot.registration.models import QuestionRecord
from bot.statistics.closing import close_month, report_of
from bot.statistics.html import render
from bot.statistics.models import ClosedMonth
from bot.statistics.periods import Month
from bot.statistics.report import FiguresDisagree
from tests.common.registration import NOON, add_contact

MONTH = Month(NOON.year, NOON.month)
LATER = datetime(NOON.year + 1, 3, 1, tzinfo=UTC)


def figures(report):
    return report["totals"], report["tables"]


def test_a_closed_month_is_reported_as_it_was_closed(session: Session, library: Library):
    add_contact(session, at=NOON, questions=["ocad", "livc"])
    closed = close_month(session, library, MONTH, now=LATER)
    again = report_of(session, library, MONTH, now=LATER)
    assert figures(again) == figures(closed)
    assert again["made_at"] == closed["made_at"]
    assert again["closed"] == closed["closed"]
    assert not again["closed"]["corrected_since"]


def test_what_is_corrected_later_is_not_in_a_closed_month_and_said(
    session: Session, library: Library
):
    add_contact(session, at=NOON, questions=["ocad"])
    closed = close_month(session, library, MONTH, now=LATER)
    session.query(QuestionRecord).update({"topic": "livc"})
    again = report_of(session, library, MONTH, now=LATER)
    assert figures(again) == figures(closed)
    assert again["closed"]["corrected_since"]
    assert "Daarna werd in deze maand nog iets verbeterd" in render(again)


def test_figures_that_were_tampered_with_do_not_leave(session: Session, library: Library):
    add_contact(session, at=NOON, questions=["ocad"])
    close_month(session, library, MONTH, now=LATER)
    session.query(ClosedMonth).update({"figures": "{}"})
    with pytest.raises(FiguresDisagree, match="vingerafdruk"):
        report_of(session, library, MONTH, now=LATER)


def test_a_month_that_still_runs_cannot_be_closed(session: Session, library: Library):
    with pytest.raises(InvalidInput, match="nog niet voorbij"):
        close_month(session, library, MONTH, now=NOON)


def test_a_month_is_closed_once(session: Session, library: Library):
    close_month(session, library, MONTH, now=LATER)
    with pytest.raises(InvalidInput, match="al afgesloten"):
        close_month(session, library, MONTH, now=LATER)


def test_the_page_of_a_closed_month_shows_what_it_can_be_checked_with(
    session: Session, library: Library
):
    closed = close_month(session, library, MONTH, now=LATER)
    assert f"Vingerafdruk: {closed['closed']['sha256']}" in render(closed)
