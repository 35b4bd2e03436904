"""A form in a conversation, as the tests fill it in."""

from __future__ import annotations

from typing import Any

from bot.conversations.exchange import Accepted
from bot.engine.protocol import Dialogue, RequestMade
from bot.privacy.cleaning import clean
from bot.privacy.contact import contact_line
from bot.replies import Kind, Reply
from bot.requests.kinds import FORM, KIND_SLOT, Field
from bot.requests.models import ContactDetails, RequestRecord
from bot.requests.sealing import OfferedContact
from bot.vault.vault import Vault
from tests.unit.conversations.talk import Talk

LINE = "An Peeters, an.peeters@voorbeeld.be"
STORED = "[PERSOON-1] [EMAIL-1]"


class Form:
    """A conversation with a form that has just asked for contact details."""

    def __init__(self, talk: Talk, vault: Vault) -> None:
        self.talk, self.vault = talk, vault
        self.ask()

    def ask(self, **slots: Any) -> None:
        self.talk.say("een aanvraag")
        asked = {KIND_SLOT: "plaatsbezoek", "requested_slot": Field.CONTACT.slot, **slots}
        self.talk.answer(dialogue=Dialogue(slots=asked, active_loop=FORM), questions=())

    def give(self, line: str = LINE, **about: Any) -> Accepted:
        cleaned = clean(line)
        found = contact_line(line, cleaned)
        offered = None if found is None else OfferedContact(found, self.vault)
        return self.talk.say(cleaned.text, contact=offered, **about)

    def take_in(self) -> str:
        """The engine accepts the details; gives their id."""
        pending = self.talk.take()
        assert pending.request.contact is not None
        id = pending.request.contact.id
        slots = {KIND_SLOT: "plaatsbezoek", Field.CONTACT.slot: id}
        self.talk.answer(dialogue=Dialogue(slots=slots, active_loop=FORM), questions=())
        return id

    def submit(self, contact: str | None, **about: Any) -> bool:
        made = {"kind": "plaatsbezoek", "municipality": "41002", "topic": "livc", **about}
        self.talk.say("ja")
        return self.talk.answer(
            replies=(Reply(kind=Kind.NOTICE, text="Doorgegeven."),),
            questions=(),
            outcome="aanvraag",
            dialogue=Dialogue(),
            request=RequestMade(contact=contact, **made),
        )

    def contacts(self) -> list[ContactDetails]:
        return self.talk.all(ContactDetails)

    def requests(self) -> list[RequestRecord]:
        return self.talk.all(RequestRecord)
