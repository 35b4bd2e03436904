"""When somebody is there for the visitors of one conversation: the site's own hours, else those of the helpdesk."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversations.models import Conversation, Site
from bot.handover.opening import Opening, load_opening
from bot.sites.hours import Hours


def hours_of(session: Session, conversation: str) -> Hours | None:
    """The hours of the site where a conversation was opened; None when it has none of its own."""
    return session.scalar(
        select(Site.hours)
        .join(Conversation, Conversation.site == Site.id)
        .where(Conversation.id == conversation)
    )


def opening_for(session: Session, conversation: str, knowledge: Path) -> Opening:
    """The hours that hold for a conversation. Holidays and closures are those of the helpdesk."""
    return load_opening(knowledge).with_hours(hours_of(session, conversation))
