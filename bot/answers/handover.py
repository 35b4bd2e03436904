"""What Wegwijs says when a person is asked for."""

from __future__ import annotations

from bot.answers.compose import contact_card, department_card
from bot.knowledge.catalogue import Audience, ContactId
from bot.knowledge.library import Library
from bot.knowledge.routing import Asked
from bot.replies import Choice, ContactCard, Kind, Reply
from bot.requests.kinds import FORMS, RequestKind
from bot.requests.replies import offer

HELPDESK = ContactId("vvsg_helpdesk")

WAIT = Choice(label="Ik wacht op een medewerker", value="wachten")
GO_ON = Choice(label="Ga verder met de assistent", value="assistent")

CONSENT = (
    "**Wie uw gesprek overneemt, leest alles wat hier staat.** "
    f"Wilt u dat niet? Kies dan: {GO_ON.label}."
)
MEANWHILE = "U kunt blijven wachten en intussen verder vragen stellen."


def handover(library: Library, asked: Asked, availability: str) -> Reply:
    """The request is noted: whether somebody is there, who will read along, and what else is possible."""
    contacts = whom_to_turn_to(library, asked)
    # Who did not say yet who asks is asked that when the button is chosen (actions.action_choose).
    may_leave = FORMS[RequestKind.TERUGBELLEN].audiences | {Audience.ONBEKEND}
    call_back = (offer(RequestKind.TERUGBELLEN),) if asked.audience in may_leave else ()
    other = "uw gegevens achterlaten of " if call_back else ""
    besides = (
        "Met een vraag uit uw werk helpt het contact hieronder u verder."
        if contacts[0].referral
        else f"U kunt ook {other}zelf de helpdesk contacteren."
    )
    return Reply(
        kind=Kind.HANDOVER,
        text=f"Ik heb genoteerd dat u een medewerker wilt spreken. {availability}\n\n{CONSENT}\n\n"
        f"{MEANWHILE} {besides}",
        contacts=contacts,
        choices=(WAIT, *call_back, GO_ON),
    )


def whom_to_turn_to(library: Library, asked: Asked) -> tuple[ContactCard, ...]:
    """Who helps when Wegwijs does not: the department of a first-line worker, the helpdesk for all others."""
    helpdesk = contact_card(library.contacts[HELPDESK], referral=False)
    return department_card(library, asked) or (helpdesk,)
