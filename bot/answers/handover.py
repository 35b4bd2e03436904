"""What Wegwijs says when a person is asked for."""

from __future__ import annotations

from bot.answers.compose import contact_card
from bot.knowledge.catalogue import Audience, ContactId
from bot.knowledge.library import Library
from bot.replies import Choice, Kind, Reply
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


def handover(library: Library, who: Audience, availability: str) -> Reply:
    """The request is noted: whether somebody is there, who will read along, and what else is possible."""
    # Who did not say yet who asks is asked that first (actions.action_choose).
    call_back = who in FORMS[RequestKind.TERUGBELLEN].audiences | {Audience.ONBEKEND}
    other = "uw gegevens achterlaten of " if call_back else ""
    return Reply(
        kind=Kind.HANDOVER,
        text=f"Ik heb genoteerd dat u een medewerker wilt spreken. {availability}\n\n{CONSENT}\n\n"
        f"{MEANWHILE} U kunt ook {other}zelf de helpdesk contacteren.",
        contacts=(contact_card(library.contacts[HELPDESK], referral=False),),
        choices=(WAIT, *((offer(RequestKind.TERUGBELLEN),) if call_back else ()), GO_ON),
    )
