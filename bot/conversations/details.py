"""Contact details in a message: whether they are taken, and what they complete."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot.conversations.models import State
from bot.conversations.statements import Reached
from bot.engine.protocol import Dialogue
from bot.privacy.text import CleanText
from bot.requests.details import come_instead
from bot.requests.kinds import asks_contact, takes_contact
from bot.requests.reaching import keeps_details
from bot.requests.sealing import OfferedContact
from bot.requests.store import earlier_contact


def taken(
    conversation: Reached, text: CleanText, offered: OfferedContact | None, *, carded: bool
) -> tuple[OfferedContact | None, CleanText]:
    """The contact details given in a message, when nobody is in danger, with the text that is stored of it."""
    dialogue = Dialogue.model_validate(conversation.dialogue)
    spoken_to = conversation.state in (State.BOT, State.WAITING) and not carded
    if offered is None or not spoken_to:
        return None, text
    if not keeps_details(text, dialogue.slots, dialogue.active_loop):
        return None, text
    asked = asks_contact(dialogue.slots, dialogue.active_loop)
    text = offered.text if asked else text
    if not offered.fits(dialogue.slots, dialogue.active_loop):
        return None, text
    return (offered if asked else offered.beside()), text


def completed(
    session: Session, found: Reached, contact: OfferedContact, text: str
) -> OfferedContact:
    """Details with what was given before and not again; those of a request that was sent keep the name alone."""
    slots, of_form = Dialogue.model_validate(found.dialogue).slots, in_form(found)
    earlier = earlier_contact(session, found.id, slots, in_form=of_form)
    if earlier is None:
        return contact
    return contact.completed(earlier, instead=not of_form or come_instead(text))


def in_form(conversation: Reached) -> bool:
    """Whether details are given for a form that is open; outside one only the answer knows whether they stay."""
    dialogue = Dialogue.model_validate(conversation.dialogue)
    return takes_contact(dialogue.slots, dialogue.active_loop)
