"""Notes that the visitor wants to speak to a person."""

from __future__ import annotations

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.context import Event, audience, library, offers, put_aside, say
from bot.answers.handover import handover
from bot.knowledge.catalogue import TopicId


class ActionHandover(Action):
    """The reply of this kind moves the conversation to the state `waiting`."""

    def name(self) -> str:
        """Name in domain.yml."""
        return "action_handover"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[Event]:
        """Send the reply; a form that is open waits."""
        call_back = offers([TopicId("contact_helpdesk")], audience(tracker))
        say(dispatcher, handover(library(), call_back))
        return put_aside()
