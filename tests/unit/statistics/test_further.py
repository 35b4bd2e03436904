"""What a report says besides its shares: what moved, how long it took, what must be read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.knowledge.library import Library
from bot.registration.handovers import asked, claimed, ended
from bot.registration.models import HandoverEnd
from bot.statistics.further import lasting
from bot.statistics.html import render
from bot.statistics.overdue import overdue
from bot.statistics.periods import Month
from bot.statistics.report import Report, build
from tests.common.registration import NOON, add_contact

NOVEMBER = Month(2026, 11)


def made(session: Session, library: Library) -> Report:
    return build(session, library, NOVEMBER, made_at=datetime(2026, 12, 1, 9, tzinfo=UTC))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "n.v.t."),
        (0, "0 s"),
        (59, "59 s"),
        (130, "2 min"),
        (3600, "1 u 00"),
        (7500, "2 u 05"),
    ],
)
def test_a_duration_reads_as_one_says_it(seconds: int | None, words: str):
    assert lasting(seconds) == words


@pytest.mark.parametrize(
    ("months", "earlier"), [(1, "2025-12"), (12, "2025-01"), (13, "2024-12"), (0, "2026-01")]
)
def test_a_month_before_january_is_of_another_year(months: int, earlier: str):
    assert str(Month(2026, 1).before(months)) == earlier


def test_a_topic_that_nobody_asks_any_more_moved_too(session: Session, library: Library):
    for days in (0, 0, 30, 365):
        add_contact(
            session, at=NOON - timedelta(days=days), questions=["ocad"] if days else ["livc"]
        )
    topic, gone = made(session, library)["movers"]
    assert (topic["id"], topic["count"], topic["month_before"]) == ("livc", 2, 0)
    assert (gone["id"], gone["count"], gone["month_before"], gone["year_before"]) == (
        "ocad",
        0,
        1,
        1,
    )
    page = render(made(session, library))
    assert "<td>+2</td>" in page
    assert "<td>−1</td>" in page


def test_waiting_lasts_until_a_colleague_came(session: Session, library: Library):
    contact = add_contact(session)
    asked(session, contact, NOON)
    session.flush()
    claimed(session, contact, asked_at=NOON, at=NOON + timedelta(seconds=90))
    ended(session, contact, HandoverEnd.CLOSED, NOON + timedelta(seconds=690))
    session.flush()
    report = made(session, library)
    assert report["durations"]["waiting"]["median"] == 90
    assert report["durations"]["handling"]["p90"] == 600
    assert "Er werd 1 keer een medewerker gevraagd, en 1 keer nam die het gesprek over." in render(
        report
    )


def test_a_test_conversation_has_no_waiting_time(session: Session, library: Library):
    asked(session, add_contact(session, test=True), NOON)
    session.flush()
    assert sum(row["count"] for row in made(session, library)["tables"]["handovers"]) == 0


def test_an_answer_is_overdue_the_day_after_its_review_date(library: Library):
    topic, article = next(iter(library.articles.items()))
    late = replace(library, articles={topic: replace(article, review_by=date(2026, 11, 30))})
    assert overdue(late, date(2026, 11, 30)) == []
    assert [one["review_by"] for one in overdue(late, date(2026, 12, 1))] == ["2026-11-30"]
