"""Answers every question of the message, in order."""

from __future__ import annotations

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.answering import answer_all
from actions.asker import ask_about_asker
from actions.beginning import asked_call
from actions.context import Event, asked_for, audience, library, understanding
from actions.told import note_told, sealed_now
from actions.way_out import call_back
from bot.answers.beside import Unanswered, also_asked
from bot.knowledge.catalogue import TopicId


class ActionAnswer(Action):
    """Answer from knowledge, by audience."""

    def name(self) -> str:
        """Name in domain.yml."""
        return "action_answer"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[Event]:
        """Send one reply a question and remember what was asked."""
        beside = understanding(tracker).get("beside") or {}
        called = None if beside.get("call") else asked_call(dispatcher, tracker)
        if called is not None:
            return called
        questions = understanding(tracker).get("questions") or [
            # `rasa shell` and `rasa test` may give the intent alone.
            {
                "topic": tracker.get_intent_of_latest_message(),
                "expertise": None,
                "seeks_contact": False,
            }
        ]
        who = audience(tracker)
        # Details that came with the wish are kept, and their form is offered for them.
        wants_call = beside.get("call") and sealed_now(tracker) is None
        events = answer_all(
            dispatcher,
            tracker,
            list(questions),
            who,
            reader=asked_for(tracker),
            rest=also_asked(
                library(),
                [
                    Unanswered(one["text"], tuple(one["topics"]), one["outside"])
                    for one in beside.get("left", ())
                ],
                call=call_back(who) if wants_call else None,
            ),
        )
        if wants_call:
            # Once it is known who asks, the form is offered.
            events.append(SlotSet("person_asked", True))
        topics = [TopicId(one["topic"]) for one in questions]
        events += note_told(dispatcher, tracker, topics, who)
        if tracker.get_slot("known_audience") is None or tracker.get_slot("asker_noticed"):
            own = next(tracker.get_latest_entity_values("own_municipality"), None)
            asked = ask_about_asker(dispatcher, tracker, who, municipality=own)
            events += [*asked, SlotSet("asker_noticed", None)]
        return events
