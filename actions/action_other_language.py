"""Says in the visitor's language that Wegwijs speaks Dutch."""

from __future__ import annotations

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.context import Event, say, understanding
from bot.answers.languages import only_dutch


class ActionOtherLanguage(Action):
    """French, English, German, Turkish, Arabic; English for all others."""

    def name(self) -> str:
        """Name in domain.yml."""
        return "action_other_language"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[Event]:
        """Send the reply."""
        say(dispatcher, only_dutch(understanding(tracker).get("language", "en")))
        return []
