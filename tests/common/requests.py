"""Factory of requests with sealed contact details, as the form leaves them."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from sqlalchemy.orm import Session

import bot.database.tables  # noqa: F401 - a request refers to the tables of others
from bot.privacy.cleaning import clean
from bot.privacy.contact import contact_line
from bot.requests.kinds import Initiative, RequestKind, Status
from bot.requests.models import ContactDetails, RequestRecord
from bot.requests.sealing import OfferedContact
from bot.vault.vault import Vault

LINE = "An Peeters, an.peeters@voorbeeld.be, 0470 12 34 56"


def add_request(
    session: Session, vault: Vault, *, kind: RequestKind = RequestKind.PLAATSBEZOEK
) -> str:
    """Store one open request; gives its id."""
    id, at = secrets.token_urlsafe(16), datetime.now(UTC)
    session.add(
        RequestRecord(
            id=id,
            kind=kind.value,
            municipality="44021",
            topic="livc",
            period="na de zomer",
            function="preventieambtenaar",
            initiative=Initiative.THEIRS.value,
            status=Status.OPEN.value,
            opened_at=at,
        )
    )
    session.flush()
    line = contact_line(LINE, clean(LINE))
    assert line is not None
    offered, record = OfferedContact(line, vault), secrets.token_urlsafe(16)
    envelope = offered.seal(record)
    session.add(
        ContactDetails(
            id=record,
            request_id=id,
            seq=1,
            phone=offered.phone,
            email=offered.email,
            key_id=envelope.key_id,
            sealed=envelope.sealed,
            created_at=at,
        )
    )
    return id
