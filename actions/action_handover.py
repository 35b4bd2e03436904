"""Notes that the visitor wants to speak to a person."""

from __future__ import annotations

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.beginning import asked_call
from actions.context import Event
from actions.way_out import hand_over


class ActionHandover(Action):
    """The reply of this kind moves the conversation to the state `waiting`."""

    def name(self) -> str:
        """Name in domain.yml."""
        return "action_handover"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[Event]:
        """Send the reply; a form that is open waits."""
        called = asked_call(dispatcher, tracker)
        return hand_over(dispatcher, tracker) if called is None else called
