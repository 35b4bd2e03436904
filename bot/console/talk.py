"""Everything that the page of one conversation shows, read at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversations.log import entries_after, no_such_conversation, now
from bot.conversations.models import Conversation, Note, State
from bot.conversations.overview import Line, one
from bot.conversations.statements import BATCH
from bot.conversations.tokens import new_id
from bot.handover.queue import waiting
from bot.knowledge.catalogue import Audience, TopicId
from bot.registration.correcting import topics_of
from bot.staff.accounts import all_accounts
from bot.staff.roles import Right, Role
from bot.staff.sessions import is_at_work


@dataclass(frozen=True)
class Talk:
    """One conversation as a colleague sees it."""

    line: Line
    contact: str | None
    """Id of the counted contact."""
    entries: list[dict[str, Any]]
    notes: list[Note]
    topics: list[TopicId]
    names: dict[str, str]
    """Of colleagues, by id."""
    others: dict[str, str]
    """Colleagues who answer, by id: to whom one can hand over."""
    client_id: str
    """For the next reply: sent twice, it is stored once."""
    waiting: int
    """How many others wait."""
    left: bool
    """Whether the colleague who has it is no longer at the console."""

    def is_of(self, me: str) -> bool:
        """Whether a colleague has it."""
        return self.line.state == State.STAFF and self.line.claimed_by == me

    @property
    def holder(self) -> str | None:
        """Name of who has it."""
        return None if self.line.claimed_by is None else self.names.get(self.line.claimed_by)

    @property
    def audience(self) -> Audience:
        """Who asks, as far as is known."""
        return Audience(self.line.audience or Audience.ONBEKEND)

    @property
    def municipality(self) -> str | None:
        """NIS code, told or given by the site."""
        return self.line.municipality or (None if self.contact else self.line.site_municipality)


def read_talk(session: Session, conversation: str) -> Talk:
    """Read it; raises Unknown."""
    line = one(session, conversation)
    if line is None:
        raise no_such_conversation()
    contact = session.get_one(Conversation, conversation).contact_id
    notes = select(Note).where(Note.conversation_id == conversation).order_by(Note.id)
    people = all_accounts(session)
    others = [one for one in people if not one.disabled and Right.ANSWER in Role(one.role).rights]
    found = list(session.scalars(notes))
    session.expunge_all()
    return Talk(
        line=line,
        contact=contact,
        entries=_all_entries(session, conversation),
        notes=found,
        topics=[] if contact is None else topics_of(session, contact),
        names={one.id: one.name for one in people},
        others={one.id: one.name for one in others},
        client_id=new_id(),
        waiting=waiting(session),
        left=line.claimed_by is not None and not is_at_work(session, line.claimed_by, at=now()),
    )


def _all_entries(session: Session, conversation: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = []
    while True:
        more = entries_after(session, conversation, len(entries))
        entries += more
        if len(more) < BATCH:
            return entries
