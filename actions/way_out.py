"""The way to a person, for who asks for one and for who was not helped."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.context import Event, asker, audience, library, offers, put_aside, say
from bot.answers.asking import WayOut, ask_audience
from bot.answers.handover import handover, whom_to_turn_to
from bot.knowledge.catalogue import Audience, TopicId
from bot.replies import Choice


def call_back(who: Audience) -> tuple[Choice, ...]:
    """The form for a call, for whom it is meant."""
    return offers([TopicId("contact_helpdesk")], who)


def way_out(tracker: Tracker) -> WayOut:
    """What there is for who is not helped by this answer either."""
    return WayOut(
        misses=int(tracker.get_slot("misses") or 0) + 1,
        contacts=whom_to_turn_to(library(), asker(tracker)),
        call_back=call_back(audience(tracker)),
    )


def hand_over(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Event]:
    """Note that a person is asked for, and ask who asks: a local government may be called back. A form waits."""
    who = audience(tracker)
    say(dispatcher, handover(library(), call_back(who), asker(tracker)))
    events = [*put_aside(), SlotSet("person_asked", True)]
    if who is Audience.ONBEKEND and not tracker.get_slot("audience_asked"):
        say(dispatcher, ask_audience())
        events.append(SlotSet("audience_asked", True))
    return events
