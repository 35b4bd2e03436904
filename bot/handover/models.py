"""The table of who of the helpdesk is there."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bot.database.base import Base, Instant, Key


class Presence(Base):
    """One colleague who said to be there; leaving deletes the row."""

    __tablename__ = "presence"

    account_id: Mapped[Key] = mapped_column(
        ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True
    )
    since: Mapped[datetime] = mapped_column(Instant)
