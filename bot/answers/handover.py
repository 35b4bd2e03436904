"""What Wegwijs says when a person is asked for."""

from __future__ import annotations

from bot.answers.compose import contact_card, department_card
from bot.knowledge.catalogue import ContactId
from bot.knowledge.library import Library
from bot.knowledge.routing import Asked
from bot.replies import Choice, ContactCard, Kind, Reply

HELPDESK = ContactId("vvsg_helpdesk")


def handover(
    library: Library, choices: tuple[Choice, ...] = (), asked: Asked | None = None
) -> Reply:
    """The request is noted; a colleague who takes it reads the conversation."""
    contacts = whom_to_turn_to(library, asked or Asked())
    besides = (
        "Met een vraag uit uw werk helpt het contact hieronder u verder."
        if contacts[0].referral
        else "U kunt intussen gewoon verder vragen stellen, of zelf de helpdesk contacteren."
    )
    return Reply(
        kind=Kind.HANDOVER,
        text="Ik heb genoteerd dat u een medewerker wilt spreken. Wie het gesprek overneemt, kan lezen wat hier staat. "
        f"{besides}",
        contacts=contacts,
        choices=choices,
    )


def whom_to_turn_to(library: Library, asked: Asked) -> tuple[ContactCard, ...]:
    """Who helps when Wegwijs does not: the department of a first-line worker, the helpdesk for all others."""
    helpdesk = contact_card(library.contacts[HELPDESK], referral=False)
    return department_card(library, asked) or (helpdesk,)
