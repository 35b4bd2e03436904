"""Says that this helpdesk is not for that, and offers what may have been meant all the same."""

from __future__ import annotations

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.asker import identify, only_tells_who
from actions.beginning import asked_call
from actions.context import Event, library, say, understanding
from actions.way_out import way_out
from bot.answers.asking import about_abroad, out_of_scope


class ActionOutOfScope(Action):
    """A short question may have been meant as one about radicalisation."""

    def name(self) -> str:
        """Name in domain.yml."""
        return "action_out_of_scope"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[Event]:
        """Send the reply and count the miss: a question of ours may have been taken for one of others."""
        called = asked_call(dispatcher, tracker)
        if called is not None:
            return called
        options = understanding(tracker).get("options", ())
        country = next(tracker.get_latest_entity_values("abroad"), None)
        if country is not None:
            say(dispatcher, about_abroad(library(), country, options))
            return []
        who = only_tells_who(tracker)
        if who is not None:
            return identify(dispatcher, tracker, who, typed=True)
        out = way_out(tracker)
        say(dispatcher, out_of_scope(library(), options, out))
        return [SlotSet("misses", out.misses)]
