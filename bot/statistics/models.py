"""The table of closed months: what was reported stays as it was reported."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.database.base import Base, Instant


class ClosedMonth(Base):
    """The figures of one month that nothing changes any more."""

    __tablename__ = "closed_months"

    month: Mapped[str] = mapped_column(String(7), primary_key=True, comment="YYYY-MM")
    closed_at: Mapped[datetime] = mapped_column(Instant)
    figures: Mapped[str] = mapped_column(Text, comment="the report as JSON; counts, no text")
    sha256: Mapped[str] = mapped_column(String(64), comment="of the figures, hexadecimal")
