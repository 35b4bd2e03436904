"""Every record with something sealed in it, of whatever table: what a rotation of the keys must not forget."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.mail.models import OutgoingMail
from bot.mail.sealing import KIND as MAIL
from bot.requests.models import ContactDetails
from bot.requests.sealing import KIND as CONTACT
from bot.vault.keyfile import KeyId
from bot.vault.vault import Envelope, Sealed, Vault

Record = ContactDetails | OutgoingMail
TABLES: dict[type[Record], str] = {ContactDetails: CONTACT, OutgoingMail: MAIL}
"""The table, and the kind that its sealed bytes are bound to."""


def keys_in_use(session: Session) -> set[str]:
    """Ids of the keys that some record needs."""
    return {
        key
        for table in TABLES
        for key in session.scalars(select(table.key_id).distinct())
        if key is not None
    }


def older_than(session: Session, newest: KeyId) -> int:
    """Number of records that need another key than the newest."""
    return sum(
        session.scalar(select(func.count()).where(table.key_id != newest)) or 0 for table in TABLES
    )


def records(session: Session) -> Iterator[Record]:
    """Each record in which something is sealed."""
    yield from session.scalars(select(ContactDetails)).all()
    yield from session.scalars(select(OutgoingMail).where(OutgoingMail.sealed.is_not(None))).all()


def open_record(vault: Vault, record: Record) -> bytes:
    """What is sealed in it; raises bot.vault.vault.CannotOpen (Dutch)."""
    envelope = Envelope(KeyId(record.key_id or ""), Sealed(record.sealed or b""))
    return vault.open(envelope, record=record.id, kind=TABLES[type(record)])


def reseal(vault: Vault, record: Record) -> None:
    """Seal it anew with the newest key; raises CannotOpen."""
    fresh = vault.seal(open_record(vault, record), record=record.id, kind=TABLES[type(record)])
    record.key_id, record.sealed = fresh.key_id, fresh.sealed
