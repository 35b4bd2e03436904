"""Counting what the helpdesk does of itself to reach a municipality: contacted, planned, or not yet and why."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.errors import InvalidInput, Unknown
from bot.knowledge.library import Library
from bot.registration.fieldwork import Ground, Obstacle, OutreachRecord, OutreachStatus
from bot.registration.models import Channel
from bot.registration.places import check_municipality
from bot.registration.signing import Signature

KIND = "benadering"
"""How the audit log calls one."""


@dataclass(frozen=True, kw_only=True)
class Outreach:
    """What is known of one step towards a municipality."""

    status: OutreachStatus
    on: date
    """Day of the contact; of noting it when there was none yet."""
    channel: Channel | None = None
    ground: Ground | None = None
    reason: Obstacle | None = None
    planned_for: date | None = None

    def check(self) -> None:
        """Raises InvalidInput when a part does not go with the status."""
        wrong = {
            "Een kanaal hoort alleen bij een gemeente die gecontacteerd is.": (
                self.channel is not None and self.status is not OutreachStatus.CONTACTED
            ),
            "Een reden hoort alleen bij een gemeente die nog niet gecontacteerd is.": (
                self.reason is not None and self.status is not OutreachStatus.NOT_YET
            ),
            "Een geplande dag hoort alleen bij een contact dat gepland is.": (
                self.planned_for is not None and self.status is not OutreachStatus.PLANNED
            ),
        }
        for told, applies in wrong.items():
            if applies:
                raise InvalidInput(told)


def register_outreach(
    session: Session, library: Library, municipality: str, step: Outreach, *, by: Signature
) -> str:
    """Register a step towards a municipality; gives its id. Raises InvalidInput."""
    check_municipality(library, municipality)
    step.check()
    record = OutreachRecord(id=secrets.token_urlsafe(16), municipality=municipality)
    _fill(record, step)
    session.add(record)
    by.sign(session, Act.REGISTERED, f"{KIND}:{record.id}")
    return record.id


def change_outreach(session: Session, outreach: str, step: Outreach, *, by: Signature) -> None:
    """Correct a step, or say that what was planned took place. Raises Unknown, InvalidInput."""
    record = session.get(OutreachRecord, outreach)
    if record is None:
        raise Unknown("Deze benadering bestaat niet.")
    step.check()
    _fill(record, step)
    by.sign(session, Act.CHANGED, f"{KIND}:{outreach}")


def _fill(record: OutreachRecord, step: Outreach) -> None:
    record.status, record.on, record.planned_for = step.status.value, step.on, step.planned_for
    record.channel = None if step.channel is None else step.channel.value
    record.ground = None if step.ground is None else step.ground.value
    record.reason = None if step.reason is None else step.reason.value
