"""What an erased conversation leaves: its counted facts, with the day of each and no longer its moment."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.registration.models import (
    ContactRecord,
    HandoverRecord,
    OutcomeRecord,
    QuestionRecord,
    ReferralRecord,
)

_BRUSSELS = ZoneInfo("Europe/Brussels")


def keep_days_only(session: Session, contact: str) -> None:
    """Cut the times of a contact to the day, so that they point to no visit in a log elsewhere."""
    counted = session.get(ContactRecord, contact)
    if counted is None:
        return
    counted.opened_at = day_of(counted.opened_at)
    for question in session.scalars(
        select(QuestionRecord).where(QuestionRecord.contact_id == contact)
    ):
        question.asked_at = day_of(question.asked_at)
    for referral in session.scalars(
        select(ReferralRecord).join(QuestionRecord).where(QuestionRecord.contact_id == contact)
    ):
        referral.at = day_of(referral.at)
    for outcome in session.scalars(
        select(OutcomeRecord).where(OutcomeRecord.contact_id == contact)
    ):
        outcome.at = day_of(outcome.at)
    for wait in session.scalars(select(HandoverRecord).where(HandoverRecord.contact_id == contact)):
        _keep_length_only(wait)


def _keep_length_only(wait: HandoverRecord) -> None:
    """Move a wait to the noon of its day; how long it lasted is a figure."""
    shift = day_of(wait.asked_at) - wait.asked_at
    wait.asked_at += shift
    wait.claimed_at = None if wait.claimed_at is None else wait.claimed_at + shift
    wait.ended_at = None if wait.ended_at is None else wait.ended_at + shift


def day_of(at: datetime) -> datetime:
    """Noon in UTC of the day that Belgium's clocks show: the same day and month for every report."""
    return datetime.combine(at.astimezone(_BRUSSELS).date(), time(12), UTC)
