"""What a visitor who waits for a person picks: to keep waiting, or to go on with the assistant. No engine is asked."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot.conversations import takeover
from bot.conversations.log import Draft, append
from bot.conversations.models import Sender, State
from bot.replies import Kind, Reply

KEEP, BACK = "wachten", "assistent"

STAYS = Reply(
    kind=Kind.NOTICE,
    text="Goed, u wacht op een medewerker. U ziet het hier zodra iemand uw gesprek overneemt. "
    "U kunt intussen verder vragen stellen.",
)


def is_about_waiting(state: str, choice: str | None) -> bool:
    """Whether a choice is answered here; in any other state it goes the way of every message."""
    return state == State.WAITING and choice in (KEEP, BACK)


def carry_out(session: Session, conversation: str, token: str, choice: str | None) -> None:
    """Do what was picked and say so."""
    if choice == BACK:
        takeover.cancel(session, conversation, token)
    else:
        append(session, conversation, [Draft(Sender.SYSTEM, reply=STAYS)])
