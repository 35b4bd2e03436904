"""A made month of any size, stored as the facts that are counted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TypeVar

from sqlalchemy.orm import Session

from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library
from bot.registration.models import Channel, Outcome
from tests.common.registration import add_contact, add_question

T = TypeVar("T")

FIRST = datetime(2024, 3, 1, 12, tzinfo=UTC)
"""The months that are made are March 2024."""


def make_month(session: Session, library: Library, *, contacts: int, seed: int) -> None:
    """Contacts of which some things are common and others rare, as in a real month."""
    draw = Random(seed)
    topics, services = _shuffled(library.catalogue.topics, draw), sorted(library.contacts)
    municipalities = [*_shuffled(library.municipalities, draw)[:40], None]
    for _ in range(contacts):
        at = FIRST + timedelta(days=draw.randrange(30))
        id = add_contact(
            session,
            at=at,
            channel=_rare(list(Channel), draw),
            audience=_rare(list(Audience), draw),
            municipality=_rare(municipalities, draw),
            outcomes=[_rare(list(Outcome), draw) for _ in range(draw.choice((1, 1, 2)))],
        )
        for _ in range(draw.choice((1, 1, 1, 2))):
            referred = draw.sample(services, draw.choice((0, 0, 1, 2)))
            topic = _rare(topics, draw)
            add_question(session, id, topic, at=at, refer_to=referred, contacts=library.contacts)


def _shuffled(values: Iterable[str], draw: Random) -> list[str]:
    shuffled = sorted(values)
    draw.shuffle(shuffled)
    return shuffled


def _rare(values: list[T], draw: Random) -> T:
    """The first ones often, the last ones seldom."""
    return values[min(int(draw.expovariate(4 / len(values))), len(values) - 1)]
