"""Asks which topic was meant."""

from __future__ import annotations

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.asker import identify, only_tells_who
from actions.beginning import asked_call
from actions.context import Event, asker, library, say, understanding
from bot.answers.asking import clarify
from bot.answers.compose import department_card


class ActionClarify(Action):
    """Offer at most three topics."""

    def name(self) -> str:
        """Name in domain.yml."""
        return "action_clarify"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[Event]:
        """Send the choices."""
        called = asked_call(dispatcher, tracker)
        if called is not None:
            return called
        who = only_tells_who(tracker)
        if who is not None:
            return identify(dispatcher, tracker, who, typed=True)
        options = understanding(tracker).get("options", ())
        department = department_card(library(), asker(tracker))
        say(dispatcher, clarify(library(), options, department))
        return []
