"""Says that the message was not understood, and offers a way on."""

from __future__ import annotations

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.asker import identify, only_tells_who
from actions.beginning import asked_call
from actions.context import Event, library, say, search
from actions.way_out import way_out
from bot.answers.asking import not_understood


class ActionFallback(Action):
    """Offer what a search of the articles finds; after two misses in a row a person first."""

    def name(self) -> str:
        """Name in domain.yml."""
        return "action_fallback"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[Event]:
        """Send the reply and count the miss."""
        called = asked_call(dispatcher, tracker)
        if called is not None:
            return called
        who = only_tells_who(tracker)
        if who is not None:
            return identify(dispatcher, tracker, who, typed=True)
        hits = search().find(tracker.latest_message.get("text") or "")
        out = way_out(tracker)
        say(dispatcher, not_understood(library(), hits, out))
        return [SlotSet("misses", out.misses)]
