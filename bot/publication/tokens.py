"""Codes with which a municipality reads its own figures: shown once, kept as a hash, taken back at any time."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import InvalidInput, Unknown
from bot.publication.models import MunicipalityToken


@dataclass(frozen=True)
class Given:
    """A code as it is given out, the only time that it is known."""

    id: str
    code: str = field(repr=False)


@dataclass(frozen=True)
class Opened:
    """A code that is valid, and whose figures it opens."""

    id: str
    municipality: str


def give(session: Session, municipality: str, *, now: datetime) -> Given:
    """Make a code for a municipality."""
    given = Given(secrets.token_hex(4), secrets.token_urlsafe(32))
    session.add(
        MunicipalityToken(
            id=given.id, municipality=municipality, token_hash=_hash(given.code), created_at=now
        )
    )
    return given


def take_back(session: Session, id: str, *, now: datetime) -> None:
    """From now on the code opens nothing; raises Unknown (Dutch) or InvalidInput when it was taken back before."""
    found = session.get(MunicipalityToken, id)
    if found is None:
        raise Unknown(f"Er is geen code met nummer '{id}'.")
    if found.revoked_at is not None:
        raise InvalidInput(f"Code {id} is al ingetrokken.")
    found.revoked_at = now


def given_out(session: Session) -> list[MunicipalityToken]:
    """Every code that was ever given out, the oldest first."""
    return list(session.scalars(select(MunicipalityToken).order_by(MunicipalityToken.created_at)))


def opened_by(session: Session, code: str) -> Opened | None:
    """What a code opens; None when it opens nothing (any more)."""
    found = session.scalar(
        select(MunicipalityToken).where(
            MunicipalityToken.token_hash == _hash(code), MunicipalityToken.revoked_at.is_(None)
        )
    )
    return None if found is None else Opened(found.id, found.municipality)


def _hash(code: str) -> str:
    # A form that is no UTF-8 arrives with lone surrogates.
    return hashlib.sha256(code.strip().encode(errors="surrogateescape")).hexdigest()
