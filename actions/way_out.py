"""The way to a person, for who asks for one and for who was not helped."""

from __future__ import annotations

from datetime import UTC, datetime

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.context import Event, asker, audience, library, offers, put_aside, say
from bot.answers.asking import WayOut
from bot.answers.handover import handover, whom_to_turn_to
from bot.handover.opening import load_opening
from bot.handover.words import availability
from bot.knowledge.catalogue import Audience, TopicId
from bot.replies import Choice
from bot.settings import Settings


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
    """Note that a person is asked for, and say when one is there; a form that is open waits."""
    opening = load_opening(Settings.from_environment().knowledge)
    attended = bool((tracker.latest_message.get("metadata") or {}).get("attended"))
    there = availability(opening, datetime.now(UTC), attended=attended)
    say(dispatcher, handover(library(), asker(tracker), there))
    return [*put_aside(), SlotSet("person_asked", True)]
