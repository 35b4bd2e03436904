"""Shows the emergency card when the model hears danger that the rules in front of it did not."""

from __future__ import annotations

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.answering import answer_all
from actions.context import Event, audience, put_aside, say, understanding
from bot.nlu.deciding import WORRIED
from bot.safety.card import Danger, card


class ActionSafety(Action):
    """The card first, then the answer to what was asked besides."""

    def name(self) -> str:
        """Name in domain.yml."""
        return "action_safety"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[Event]:
        """Send the card unless it already went out, and answer policy questions of the same message; no form stays."""
        if not (tracker.latest_message.get("metadata") or {}).get("alarmed"):
            say(dispatcher, card(Danger(understanding(tracker)["intent"])))
        questions = list(understanding(tracker).get("questions") or [])
        # Behind danger, "moet ik dat melden?" is about whoever was told of.
        about = {"topic": WORRIED, "expertise": None, "seeks_contact": False, "told": 0}
        answered = (
            answer_all(dispatcher, tracker, questions, audience(tracker))
            if questions
            else [SlotSet("last_questions", tracker.get_slot("last_questions") or [about])]
        )
        return [*answered, *put_aside()]
