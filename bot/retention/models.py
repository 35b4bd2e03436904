"""The table of daily jobs: who holds one, and for which day it was last done."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.database.base import Base, Instant, Key


class DailyJob(Base):
    """One job that runs once a day, in whichever process comes first."""

    __tablename__ = "daily_jobs"

    name: Mapped[Key] = mapped_column(primary_key=True)
    done_on: Mapped[date | None] = mapped_column(Date, comment="Belgian day it was last done for")
    holder: Mapped[str | None] = mapped_column(String(40), comment="process that does it now")
    held_until: Mapped[datetime | None] = mapped_column(
        Instant, comment="moment from which another process may take over"
    )
