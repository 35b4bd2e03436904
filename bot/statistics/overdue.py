"""Answers that are past the day on which somebody should have read them again."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from bot.knowledge.library import Library


class Overdue(TypedDict):
    """One answer."""

    id: str
    label: str
    review_by: str


def overdue(library: Library, on: date) -> list[Overdue]:
    """The answers that are due on a day, the longest overdue first."""
    late = [one for one in library.articles.values() if one.review_by < on]
    return [
        Overdue(id=one.topic, label=one.title, review_by=one.review_by.isoformat())
        for one in sorted(late, key=lambda one: (one.review_by, one.topic))
    ]
