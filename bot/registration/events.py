"""Counting study days, information moments, working groups and sessions, with who came from where."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.errors import InvalidInput, Unknown
from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.library import Library
from bot.registration.fieldwork import EventKind, EventOpening, EventRecord, ParticipantsRecord
from bot.registration.places import check_municipality, check_topic
from bot.registration.signing import Signature

KIND = "evenement"
"""How the audit log calls one."""


@dataclass(frozen=True)
class Participants:
    """People of one audience from one municipality."""

    number: int
    audience: Audience = Audience.ONBEKEND
    municipality: str | None = None


def register_event(
    session: Session,
    library: Library,
    *,
    kind: EventKind,
    held_on: date,
    by: Signature,
    topic: TopicId | None = None,
    open_to: Iterable[Audience] = (),
) -> str:
    """Register an event, with who may come; gives its id. Raises InvalidInput."""
    check_topic(library, topic)
    event = EventRecord(id=secrets.token_urlsafe(16), kind=kind.value, topic=topic, held_on=held_on)
    session.add(event)
    session.flush()
    session.add_all(EventOpening(event_id=event.id, audience=one.value) for one in set(open_to))
    by.sign(session, Act.REGISTERED, f"{KIND}:{event.id}")
    return event.id


def set_participants(
    session: Session,
    library: Library,
    event: str,
    came: Iterable[Participants],
    *,
    by: Signature,
) -> None:
    """Note who came, in the place of what was noted before. Raises Unknown, InvalidInput."""
    _known(session, event)
    numbers: Counter[tuple[str | None, Audience]] = Counter()
    for one in came:
        check_municipality(library, one.municipality)
        if one.number < 0:
            raise InvalidInput("Een aantal deelnemers is nul of meer.")
        numbers[one.municipality, one.audience] += one.number
    session.execute(delete(ParticipantsRecord).where(ParticipantsRecord.event_id == event))
    session.add_all(
        ParticipantsRecord(
            event_id=event, municipality=municipality, audience=audience.value, number=number
        )
        for (municipality, audience), number in numbers.items()
        if number
    )
    by.sign(session, Act.CHANGED, f"{KIND}:{event}")


def remove_event(session: Session, event: str, *, by: Signature) -> None:
    """Take away an event that was cancelled or registered by mistake. Raises Unknown."""
    session.delete(_known(session, event))
    by.sign(session, Act.ERASED, f"{KIND}:{event}")


def _known(session: Session, event: str) -> EventRecord:
    found = session.get(EventRecord, event)
    if found is None:
        raise Unknown("Dit evenement bestaat niet.")
    return found
