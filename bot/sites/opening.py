"""When somebody is there for the visitors of one conversation: the site's own hours, else those of the helpdesk."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bot.conversations.models import Conversation, Site
from bot.database.base import table
from bot.handover.opening import Opening, load_opening
from bot.sites.hours import Hours

_SITES, _CONVERSATIONS = table(Site), table(Conversation)
_HOURS = (
    select(_SITES.c.hours)
    .join(_CONVERSATIONS, _CONVERSATIONS.c.site == _SITES.c.id)
    .where(_CONVERSATIONS.c.id == bindparam("conversation"))
)


def hours_of(session: Session, conversation: str) -> Hours | None:
    """The hours of the site where a conversation was opened; None when it has none of its own."""
    hours: Hours | None = session.scalar(_HOURS, {"conversation": conversation})
    return hours


def opening_for(session: Session, conversation: str, knowledge: Path) -> Opening:
    """The hours that hold for a conversation. Holidays and closures are those of the helpdesk."""
    return load_opening(knowledge).with_hours(hours_of(session, conversation))
