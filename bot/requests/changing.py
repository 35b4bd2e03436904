"""A request that was sent, changed or withdrawn by the visitor in the conversation that it was made in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.engine.protocol import EngineAnswer, RequestMade, SentRequest
from bot.errors import Conflict
from bot.registration.fieldwork import Refusal
from bot.registration.visits import correct_requested_visit
from bot.requests.kinds import FORMS, Status
from bot.requests.models import ContactDetails, RequestRecord
from bot.requests.store import Asker, change_status, details_of, link_contact, store_request

WITHDRAWN = "Ingetrokken door de aanvrager."
"""The reason that colleagues read."""


def sent_in(session: Session, conversation: str) -> tuple[SentRequest, ...]:
    """The requests that were sent in a conversation, oldest first, with what the engine may know of them."""
    return tuple(_sent(session, one) for one in _records(session, conversation))


def take_in(session: Session, asker: Asker, answer: EngineAnswer, *, at: datetime) -> None:
    """Store what an answer does with requests: one that is made, one that changes, one that is withdrawn.

    Raises Conflict when that is no longer possible: the message is answered again, with how things are then.
    """
    if answer.withdrawn is not None:
        _withdraw(session, _open(session, asker, answer.withdrawn))
    made = answer.request
    if made is not None and made.replaces is not None:
        _renew(session, asker, _open(session, asker, made.replaces), made)
    elif made is not None:
        store_request(session, asker, made, at=at)


def _records(session: Session, conversation: str) -> list[RequestRecord]:
    own = select(RequestRecord).where(
        RequestRecord.conversation_id == conversation,
        RequestRecord.kind.in_([one.value for one in FORMS]),
    )
    ordered = own.order_by(RequestRecord.opened_at, RequestRecord.id)
    return list(session.scalars(ordered))


def _sent(session: Session, record: RequestRecord) -> SentRequest:
    details = details_of(session, record.id)
    return SentRequest(
        kind=record.kind,
        status=record.status,
        municipality=record.municipality,
        topic=record.topic,
        subject=record.subject,
        period=record.period,
        function=record.function,
        contact=None if details is None else details.id,
    )


def _open(session: Session, asker: Asker, place: int) -> RequestRecord:
    records = _records(session, asker.conversation)
    if not 0 < place <= len(records) or records[place - 1].status != Status.OPEN:
        raise Conflict("Deze aanvraag is niet meer open.")
    return records[place - 1]


def _withdraw(session: Session, record: RequestRecord) -> None:
    change_status(session, record.id, Status.REFUSED, why=Refusal.WITHDRAWN)
    record.reason = WITHDRAWN


def _renew(session: Session, asker: Asker, record: RequestRecord, made: RequestMade) -> None:
    """Put what the visitor filled in now in place of what was sent; the facts of its visit follow."""
    for name in ("municipality", "topic", "subject", "nature", "period", "function"):
        setattr(record, name, getattr(made, name))
    correct_requested_visit(
        session,
        record.id,
        municipality=made.municipality,
        topic=made.topic,
        nature=made.nature,
    )
    old = details_of(session, record.id)
    if made.contact is None or (old is not None and old.id == made.contact):
        return
    if old is not None:
        session.execute(delete(ContactDetails).where(ContactDetails.id == old.id))
    link_contact(session, record.id, made.contact, asker.conversation)
