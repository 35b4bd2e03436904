"""Generated histories of contacts, to compute figures over: few at each run; `HISTORIES=1000 pytest …` to be sure."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.knowledge.catalogue import Audience
from bot.knowledge.library import load_library
from bot.registration.models import (
    Channel,
    HandoverEnd,
    HandoverRecord,
    Outcome,
    QuestionRecord,
    Reason,
)
from bot.registration.register import register_outcome
from bot.settings import PROJECT
from bot.statistics.periods import Month
from tests.common.registration import add_contact, add_question

HISTORIES = int(os.environ.get("HISTORIES", "50"))

LIBRARY = load_library(PROJECT / "knowledge")


@dataclass(frozen=True)
class Asked:
    topic: str
    at: datetime
    refer_to: frozenset[str]
    verdict: str


@dataclass(frozen=True)
class Handover:
    at: datetime
    waited: int | None
    """Seconds until a colleague came."""
    talked: int | None
    """Seconds from then, or from the beginning, until it ended."""
    cancelled: bool


@dataclass(frozen=True)
class Contact:
    at: datetime
    channel: Channel
    audience: Audience
    municipality: str | None
    test: bool
    asked: tuple[Asked, ...]
    outcomes: tuple[tuple[Outcome, datetime], ...]
    handovers: tuple[Handover, ...]


MONTHS = [Month(2026, 3), Month(2026, 4), Month(2026, 10), Month(2026, 11)]
"""Both months in which the clock changes, each with the next one."""

BORDERS = [
    datetime(2026, *day, tzinfo=UTC)
    for day in [(3, 1), (3, 29), (4, 1), (10, 1), (10, 25), (11, 1), (12, 1)]
]
near = st.sampled_from(BORDERS).flatmap(
    lambda border: st.integers(-180, 180).map(lambda minutes: border + timedelta(minutes=minutes))
)
anywhere = st.integers(-200, 24 * 290).map(lambda hours: BORDERS[0] + timedelta(hours=hours))
moments = st.one_of(near, anywhere)
asked = st.builds(
    Asked,
    topic=st.sampled_from([*LIBRARY.catalogue.topics, "verdwenen"]),
    at=moments,
    refer_to=st.frozensets(st.sampled_from(sorted(LIBRARY.contacts)), max_size=3),
    verdict=st.sampled_from(["", "nuttig", "zonder_reden", *(one.value for one in Reason)]),
)
seconds = st.none() | st.integers(0, 9000)
handovers = st.builds(Handover, at=moments, waited=seconds, talked=seconds, cancelled=st.booleans())
contacts = st.builds(
    Contact,
    at=moments,
    channel=st.sampled_from(Channel),
    audience=st.sampled_from(Audience),
    municipality=st.sampled_from([None, "44021", "11002", "99999"]),
    test=st.booleans(),
    asked=st.lists(asked, max_size=4).map(tuple),
    outcomes=st.lists(st.tuples(st.sampled_from(Outcome), moments), max_size=4).map(tuple),
    handovers=st.lists(handovers, max_size=3).map(tuple),
)


def store(session: Session, contact: Contact) -> None:
    id = add_contact(
        session,
        at=contact.at,
        channel=contact.channel,
        audience=contact.audience,
        municipality=contact.municipality,
        test=contact.test,
    )
    # In order of time, as messages arrive: a question belongs to the moment it was first asked.
    for one in sorted(contact.asked, key=lambda one: one.at):
        add_question(
            session,
            id,
            one.topic,
            at=one.at,
            refer_to=sorted(one.refer_to),
            contacts=LIBRARY.contacts,
        )
    for outcome, at in contact.outcomes:
        register_outcome(session, id, outcome, at)
    for question in session.scalars(select(QuestionRecord).filter_by(contact_id=id)):
        verdict = verdict_on(contact, question.topic)
        question.useful = {"": None, "nuttig": True}.get(verdict, False)
        question.reason = verdict if verdict in set(Reason) else None
    session.add_all(handover_record(one, id) for one in contact.handovers)


def handover_record(one: Handover, contact: str) -> HandoverRecord:
    claimed = None if one.waited is None else one.at + timedelta(seconds=one.waited)
    ended = None
    if one.talked is not None:
        ended = (claimed or one.at) + timedelta(seconds=one.talked)
    how = HandoverEnd.CANCELLED if one.cancelled else HandoverEnd.CLOSED
    return HandoverRecord(
        contact_id=contact,
        asked_at=one.at,
        claimed_at=claimed,
        ended_at=ended,
        ended_as=how.value if ended else None,
    )


def verdict_on(contact: Contact, topic: str) -> str:
    """Of a topic that was asked twice the first verdict is kept here; a question has one."""
    return next(one.verdict for one in contact.asked if one.topic == topic)
