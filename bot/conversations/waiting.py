"""What a visitor who waits for a person picks: to keep waiting, or to go on with the assistant. No engine is asked."""

from __future__ import annotations

import re

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


_GOES_ON = r"(?:ga|gaan we|we gaan|doe|ik ga|ik wil)(?: maar| gewoon| toch| liever)* (?:zo )?verder"
_NOBODY = r"geen (?:medewerker|mens|persoon)"
_WITH = r"met (?:de assistent|u|jou|de bot|de chat)"
_WAITS_NO_MORE = re.compile(
    r"\W*(?:(?:nee|neen|ok|oke|sorry|eigenlijk|dan|maar|toch)\b\W*)*"
    rf"(?:toch (?:maar )?(?:niet|{_NOBODY}(?: meer| nodig)?)|laat (?:het )?maar(?: zitten)?|"
    rf"(?:ik )?(?:wil|hoef|moet) (?:toch )?(?:{_NOBODY}(?: meer)?(?: te)?(?: spreken)?|"
    r"niet (?:meer |langer )?(?:te )?wachten)|"
    r"(?:ik )?wacht (?:toch )?niet (?:meer|langer)|niet (?:meer|langer) wachten|stop met wachten|"
    r"(?:het |dat )?(?:hoeft (?:toch )?niet|is (?:toch )?niet (?:meer )?nodig))"
    rf"(?:\W+(?:hoor|aub|bedankt|dank u))*(?:\W+(?:en |dan )?{_GOES_ON}(?: {_WITH})?)?\W*"
    rf"|\W*{_GOES_ON} {_WITH}\W*",
    re.IGNORECASE,
)
""" "Toch niet, ga verder"; "ga verder" alone may be about a request that was put aside."""


def about_waiting(
    state: str, choice: str | None, text: str, *, in_form: bool = False
) -> str | None:
    """The choice that is answered here, pressed or typed; in any other state it goes the way of every message.

    What is typed while a form is open is about the form.
    """
    said = text.strip(" .!").casefold()
    typed = next((one.value for one in (WAIT, GO_ON) if one.label.casefold() == said), None)
    if typed is None and not in_form and _WAITS_NO_MORE.fullmatch(text):
        typed = BACK
    picked = choice or typed
    return picked if state == State.WAITING and picked in (KEEP, BACK) else None


def carry_out(session: Session, conversation: str, token: str, choice: str) -> None:
    """Do what was picked and say so."""
    if choice == BACK:
        takeover.cancel(session, conversation, token)
    else:
        append(session, conversation, [Draft(Sender.SYSTEM, reply=STAYS)])
