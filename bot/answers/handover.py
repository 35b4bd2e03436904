"""What Wegwijs says when a person is asked for."""

from __future__ import annotations

from bot.answers.compose import contact_card
from bot.knowledge.catalogue import ContactId
from bot.knowledge.library import Library
from bot.replies import Choice, Kind, Reply

HELPDESK = ContactId("vvsg_helpdesk")


def handover(library: Library, choices: tuple[Choice, ...] = ()) -> Reply:
    """The request is noted; a colleague who takes it reads the conversation."""
    return Reply(
        kind=Kind.HANDOVER,
        text="Ik heb genoteerd dat u een medewerker wilt spreken. Wie het gesprek overneemt, kan lezen wat hier staat. "
        "U kunt intussen gewoon verder vragen stellen, of zelf de helpdesk contacteren.",
        contacts=(contact_card(library.contacts[HELPDESK], referral=False),),
        choices=choices,
    )
