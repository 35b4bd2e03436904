"""Where a visitor who waits stands: the place, the wait to expect, and when somebody comes if nobody is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.handover.opening import Opening
from bot.handover.presence import present
from bot.handover.queue import expected_wait, place
from bot.handover.words import about, availability


@dataclass(frozen=True)
class Standing:
    """What the panel shows of it; the texts are Dutch."""

    place: int
    """From 1."""
    wait: str | None
    """None when nothing honest can be said."""
    absent: str | None
    """That nobody is there, and when somebody is; None when somebody is there."""


def standing(
    session: Session, conversation: str, opening: Opening, *, at: datetime
) -> Standing | None:
    """Where a conversation stands; None when it does not wait."""
    number = place(session, conversation)
    if number is None:
        return None
    wait = expected_wait(session, number, at=at)
    there = bool(present(session, at=at))
    return Standing(
        place=number,
        wait=None if wait is None else about(wait),
        absent=None if there else availability(opening, at, attended=False),
    )
