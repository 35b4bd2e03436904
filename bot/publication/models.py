"""The table of codes with which a municipality reads its own figures."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.database.base import Base, Instant, Key


class MunicipalityToken(Base):
    """One code that was given out."""

    __tablename__ = "municipality_tokens"

    id: Mapped[Key] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(String(5), comment="NIS code")
    token_hash: Mapped[str] = mapped_column(
        String(64), unique=True, comment="SHA-256 of the code, hexadecimal"
    )
    created_at: Mapped[datetime] = mapped_column(Instant)
    revoked_at: Mapped[datetime | None] = mapped_column(Instant)
