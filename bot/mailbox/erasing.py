"""Proposals with a certain text, and taking that text away; what they say without text stays."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.mailbox.models import MailProposal


def holding(session: Session, text: str) -> list[str]:
    """The proposals in which a text stands."""
    said = MailProposal.text.icontains(text, autoescape=True)
    return list(session.scalars(select(MailProposal.id).where(said).order_by(MailProposal.id)))


def erase_text(session: Session, proposal: str) -> None:
    """Take the text of one proposal away."""
    session.execute(update(MailProposal).where(MailProposal.id == proposal).values(text=None))
