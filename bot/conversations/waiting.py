"""What a visitor who waits for a person picks: to keep waiting, or to go on with the assistant. No engine is asked."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot.answers.handover import GO_ON, WAIT
from bot.conversations import takeover
from bot.conversations.log import Draft, append
from bot.conversations.models import Sender, State
from bot.replies import Kind, Reply

KEEP, BACK = WAIT.value, GO_ON.value

STAYS = Reply(
    kind=Kind.NOTICE,
    text="Goed, u wacht op een medewerker. U ziet het hier zodra iemand uw gesprek overneemt. "
    "U kunt intussen verder vragen stellen.",
)


def about_waiting(state: str, choice: str | None, text: str) -> str | None:
    """The choice that is answered here, pressed or typed; in any other state it goes the way of every message."""
    said = text.strip(" .!").casefold()
    typed = (one.value for one in (WAIT, GO_ON) if one.label.casefold() == said)
    picked = choice or next(typed, None)
    return picked if state == State.WAITING and picked in (KEEP, BACK) else None


def carry_out(session: Session, conversation: str, token: str, choice: str) -> None:
    """Do what was picked and say so."""
    if choice == BACK:
        takeover.cancel(session, conversation, token)
    else:
        append(session, conversation, [Draft(Sender.SYSTEM, reply=STAYS)])
