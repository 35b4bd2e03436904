"""Writing and reading requests, inside the transaction of whoever calls."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from bot.engine.protocol import RequestMade, SealedContact
from bot.errors import Conflict, Unknown
from bot.mail import outbox
from bot.mail.models import MailKind
from bot.privacy.text import CleanText
from bot.registration.erasing import day_of
from bot.registration.fieldwork import Refusal
from bot.registration.visits import count_requested_visit, follow_request
from bot.requests.kinds import SEALED, Initiative, RequestKind, Status
from bot.requests.models import ContactDetails, RequestRecord
from bot.requests.sealing import OfferedContact
from bot.requests.texts import forget_askers_words

UNLINKED = timedelta(days=1)
"""How long contact details of a form wait to be submitted."""


@dataclass(frozen=True)
class Asker:
    """Where a request comes from."""

    conversation: str
    contact: str | None
    """The counted contact."""


def keep_contact(
    session: Session, conversation: str, seq: int, offered: OfferedContact, *, at: datetime
) -> None:
    """Store details that a form asked for."""
    record = secrets.token_urlsafe(16)
    envelope = offered.seal(record)
    session.add(
        ContactDetails(
            id=record,
            conversation_id=conversation,
            seq=seq,
            phone=offered.phone,
            email=offered.email,
            key_id=envelope.key_id,
            sealed=envelope.sealed,
            created_at=at,
        )
    )
    session.flush()


def contact_of_message(session: Session, conversation: str, seq: int) -> SealedContact | None:
    """What was sealed from one message."""
    found = session.scalar(
        select(ContactDetails).where(
            ContactDetails.conversation_id == conversation, ContactDetails.seq == seq
        )
    )
    return None if found is None else SealedContact(id=found.id)


def earlier_contact(
    session: Session, conversation: str, slots: dict[str, object], *, in_form: bool
) -> ContactDetails | None:
    """The contact details that the form holds already; outside one those of the request that was sent last."""
    held = [str(slots[one.slot]) for one in SEALED if slots.get(one.slot)]
    of_form = ContactDetails.id.in_(held)
    sent = ContactDetails.request_id.is_not(None)
    given = select(ContactDetails).where(_of(conversation), of_form if in_form else sent)
    return session.scalar(given.order_by(ContactDetails.seq.desc()).limit(1))


def without_lost_contact(session: Session, slots: dict[str, object]) -> dict[str, object]:
    """The slots of a dialogue, without contact details that are no longer there: the form asks them again."""
    lost = {
        one.slot
        for one in SEALED
        if one.slot in slots and session.get(ContactDetails, str(slots[one.slot])) is None
    }
    return {name: value for name, value in slots.items() if name not in lost}


def store_request(session: Session, asker: Asker, made: RequestMade, *, at: datetime) -> None:
    """Store a request with its contact details; a handelingskader is given once in a contact, and done.

    Raises Conflict when the contact details went meanwhile: the message is answered again, and they are asked again.
    """
    given = made.kind == RequestKind.HANDELINGSKADER
    if given and _was_given(session, asker):
        return
    record = RequestRecord(
        id=secrets.token_urlsafe(16),
        contact_id=asker.contact,
        conversation_id=asker.conversation,
        initiative=Initiative.THEIRS.value,
        status=(Status.DONE if given else Status.OPEN).value,
        opened_at=at,
        closed_at=at if given else None,
        **made.model_dump(exclude={"contact", "replaces"}),
    )
    session.add(record)
    session.flush()
    if made.kind == RequestKind.PLAATSBEZOEK:
        count_requested_visit(
            session,
            record.id,
            contact=asker.contact,
            municipality=made.municipality,
            topic=made.topic,
            nature=made.nature,
            at=at,
        )
    if made.contact is not None:
        link_contact(session, record.id, made.contact, asker.conversation)
    if not given:
        outbox.queue(session, MailKind.REQUEST, request=record.id, at=at)


def link_contact(session: Session, request: str, contact: str, conversation: str) -> None:
    """Give a request the contact details that its form sealed; raises Conflict when they are gone."""
    linked = session.scalar(
        update(ContactDetails)
        .where(
            ContactDetails.id == contact,
            ContactDetails.conversation_id == conversation,
            ContactDetails.request_id.is_(None),
        )
        .values(request_id=request)
        .returning(ContactDetails.id)
    )
    if linked is None:
        raise Conflict("De contactgegevens van deze aanvraag zijn er niet meer.")
    drop_unlinked(session, conversation)


def _was_given(session: Session, asker: Asker) -> bool:
    known = select(RequestRecord.id).where(
        RequestRecord.conversation_id == asker.conversation,
        RequestRecord.kind == RequestKind.HANDELINGSKADER.value,
    )
    return session.scalar(known.limit(1)) is not None


def drop_unlinked(session: Session, conversation: str) -> None:
    """Delete contact details that belong to no request: of a form that was stopped, or of a conversation that ended."""
    session.execute(delete(ContactDetails).where(_unlinked(), _of(conversation)))


def drop_unused(
    session: Session, conversation: str, slots: dict[str, object], *, answered: int
) -> None:
    """Delete the unlinked details that a dialogue does not hold, from messages up to the one that was answered.

    They were corrected, or typed where the form took them for nothing. Those of a message that waits may be used yet.
    """
    held = [str(slots[one.slot]) for one in SEALED if slots.get(one.slot)]
    unused = (ContactDetails.seq <= answered, ContactDetails.id.not_in(held))
    session.execute(delete(ContactDetails).where(_unlinked(), _of(conversation), *unused))


def _unlinked() -> ColumnElement[bool]:
    return ContactDetails.request_id.is_(None)


def _of(conversation: str) -> ColumnElement[bool]:
    return ContactDetails.conversation_id == conversation


def drop_unsent(session: Session, *, at: datetime) -> int:
    """Delete the contact details of forms that nobody submitted in time; gives how many."""
    late = ContactDetails.created_at < at - UNLINKED
    gone = session.scalars(
        delete(ContactDetails).where(_unlinked(), late).returning(ContactDetails.id)
    )
    return len(gone.all())


def drop_expired(session: Session, *, at: datetime, keep: timedelta) -> int:
    """Delete contact details of forms that nobody submitted in time, and of requests that nobody closed in `keep`."""
    late = ContactDetails.created_at < at - keep
    gone = session.scalars(delete(ContactDetails).where(late).returning(ContactDetails.id))
    return drop_unsent(session, at=at) + len(gone.all())


def leave_conversation(session: Session, conversation: str) -> None:
    """Keep the requests of a conversation that is erased, with the day of each and no link to it."""
    drop_unlinked(session, conversation)
    for request in session.scalars(
        select(RequestRecord).where(RequestRecord.conversation_id == conversation)
    ):
        request.opened_at = day_of(request.opened_at)
        request.conversation_id = None
        forget_askers_words(request)
    session.execute(
        update(ContactDetails)
        .where(ContactDetails.conversation_id == conversation)
        .values(conversation_id=None)
    )
    session.flush()


def requests_by_status(session: Session, status: Status) -> Sequence[RequestRecord]:
    """Requests in one state, oldest first."""
    rows = select(RequestRecord).where(RequestRecord.status == status.value)
    return session.scalars(rows.order_by(RequestRecord.opened_at, RequestRecord.id)).all()


def details_of(session: Session, request: str) -> ContactDetails | None:
    """The sealed contact details of a request."""
    return session.scalar(select(ContactDetails).where(ContactDetails.request_id == request))


def change_status(
    session: Session,
    request: str,
    status: Status,
    *,
    reason: CleanText | None = None,
    why: Refusal | None = None,
    on: date | None = None,
) -> None:
    """Note how far a request is; its contact details go when it is done or refused. Raises Unknown.

    The asker's words go too when the conversation is gone already.

    For a visit, `why` is the reason that is counted and `on` the day of the visit, planned or held.
    """
    found = session.get(RequestRecord, request)
    if found is None:
        raise Unknown("Deze aanvraag bestaat niet.")
    closes = status in (Status.DONE, Status.REFUSED)
    follow_request(session, request, status, reason=why, on=on)
    found.status, found.reason = status.value, reason
    found.closed_at = datetime.now(UTC) if closes else None
    forget_askers_words(found)
    if closes:
        session.execute(delete(ContactDetails).where(ContactDetails.request_id == request))
