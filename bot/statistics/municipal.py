"""The figures of each municipality in a month, counted once: when the month is closed."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from bot.knowledge.library import Library
from bot.registration.models import ContactRecord
from bot.statistics.counting import contacts
from bot.statistics.measures import CONTACTS, MEASURES, QUESTIONS
from bot.statistics.periods import Among, Month
from bot.statistics.report import Figures, figures

TABLES = ("channels", "audiences", "natures", "topics")
"""What a municipality sees, in its order."""

TOTALS = (CONTACTS, QUESTIONS)

OWN_MEASURES = [one for one in MEASURES if one.id in TABLES]

NOBODY = ""
"""In place of a NIS code: the figures of a municipality without contacts, with its rows of zero."""


def by_municipality(session: Session, library: Library, month: Month) -> dict[str, Figures]:
    """The figures of each municipality with a contact in the month, and those of one without."""
    asked = session.scalars(contacts(ContactRecord.municipality)(month.period).distinct())
    return {
        nis: figures(
            session,
            library,
            replace(month.period, among=Among(municipality=nis)),
            TOTALS,
            OWN_MEASURES,
        )
        for nis in [NOBODY, *sorted(one for one in asked if one)]
    }
