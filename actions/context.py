"""What an action reads of the conversation, and how it speaks."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.answers.asking import ask_audience, ask_municipality, ask_role
from bot.answers.compose import answer
from bot.answers.handover import handover
from bot.answers.search import Search, load_search
from bot.handover.opening import load_opening
from bot.handover.words import availability
from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.library import Library, load_library
from bot.knowledge.routing import Asked
from bot.replies import Choice, Reply
from bot.requests.kinds import KIND_SLOT, LOCAL, Field, RequestKind, offered_by
from bot.requests.replies import offer
from bot.settings import Settings

Event = dict[str, Any]
Question = dict[str, Any]


_WORKPLACES = ("ocmw", "het ocmw", "ons ocmw", "sociaal huis", "sociale dienst")
"""Names of the organisation; a function ("ocmw-voorzitter") tells the role as well."""

REMEMBERED = 500
"""Characters of the last question that a follow-up is read behind; clean text, as all that comes here."""


def library() -> Library:
    """The knowledge, loaded once a process."""
    return load_library(Settings.from_environment().knowledge)


def search() -> Search:
    """The index of the knowledge, built once a process."""
    return load_search(Settings.from_environment().knowledge)


def understanding(tracker: Tracker) -> dict[str, Any]:
    """What the pipeline made of the latest message (bot.nlu.decisions.Understanding as data)."""
    return tracker.latest_message.get("understanding") or {}


def say(dispatcher: CollectingDispatcher, reply: Reply) -> None:
    """Send a reply as data; its text also, for channels of Rasa that know nothing else."""
    dispatcher.utter_message(text=reply.text, json_message=reply.data())


def audience(tracker: Tracker) -> Audience:
    """Who asks: as told, else as the words of the message tell."""
    told = tracker.get_slot("known_audience")
    return Audience(told or next(tracker.get_latest_entity_values("audience"), Audience.ONBEKEND))


def sector(tracker: Tracker) -> str | None:
    """The sector of a first-line worker, from this message or an earlier one."""
    known: str | None = tracker.get_slot("known_sector")
    return known or next(tracker.get_latest_entity_values("sector"), None)


def asked(tracker: Tracker, question: Question, who: Audience) -> Asked:
    """What of a question decides its route."""
    return Asked(
        audience=who,
        sector=sector(tracker),
        expertise=question["expertise"],
        seeks_contact=question["seeks_contact"],
    )


def today() -> date:
    """The date in Belgium."""
    return datetime.now(ZoneInfo("Europe/Brussels")).date()


def answer_all(
    dispatcher: CollectingDispatcher, tracker: Tracker, questions: list[Question], who: Audience
) -> list[Event]:
    """Answer each question in order, then ask once who is asking when that is not known."""
    for question in questions:
        topic = TopicId(question["topic"])
        reply = answer(
            library(),
            topic,
            asked(tracker, question, who),
            today=today(),
            municipality=_municipality(tracker, topic),
        )
        say(
            dispatcher,
            reply.model_copy(update={"choices": (*offers([topic], who), *reply.choices)}),
        )
    events = [
        SlotSet("known_audience", None if who is Audience.ONBEKEND else who.value),
        SlotSet("known_sector", sector(tracker) if who is Audience.HULPVERLENER else None),
        SlotSet("last_questions", questions),
        SlotSet("last_text", (tracker.latest_message.get("text") or "")[:REMEMBERED]),
        SlotSet("misses", 0),
    ]
    if questions and who is Audience.ONBEKEND and not tracker.get_slot("audience_asked"):
        say(dispatcher, ask_audience())
        events.append(SlotSet("audience_asked", True))
    return events


def _municipality(tracker: Tracker, topic: TopicId) -> str | None:
    """Whose local contacts are shown: the municipality that is named, else the asker's own where it is about that."""
    named = set(tracker.get_latest_entity_values("municipality"))
    if named:
        return named.pop() if len(named) == 1 else None
    elsewhere = library().catalogue.topics[topic].nature == "andere_gemeenten"
    return None if elsewhere else tracker.get_slot("known_municipality")


def ask_about_asker(
    dispatcher: CollectingDispatcher, tracker: Tracker, who: Audience, *, role_known: bool = False
) -> list[Event]:
    """Ask what is still to know of a local government: the role at an OCMW, then once the municipality."""
    if tracker.active_loop.get("name"):
        return []
    if not role_known and who is Audience.OCMW and _only_workplace(tracker):
        say(dispatcher, ask_role())
        return []
    known = tracker.get_slot("known_municipality") or tracker.get_slot("municipality_asked")
    if known or who not in LOCAL:
        return []
    say(dispatcher, ask_municipality())
    return [SlotSet("municipality_asked", "net")]


def _only_workplace(tracker: Tracker) -> bool:
    """Whether the message tells no more than that someone works at an OCMW."""
    text = tracker.latest_message.get("text") or ""
    signs = (one for one in tracker.latest_message["entities"] if one["entity"] == "audience")
    return any(text[one["start"] : one["end"]].casefold() in _WORKPLACES for one in signs)


def offers(topics: list[TopicId], who: Audience) -> tuple[Choice, ...]:
    """Buttons for the forms that these topics offer to who asks, each once."""
    kinds = (offered_by(one, who) for one in topics)
    return tuple(offer(one) for one in dict.fromkeys(kinds) if one is not None)


def hand_over(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Event]:
    """Note that a person is asked for, and say when one is there; a form that is open waits."""
    opening = load_opening(Settings.from_environment().knowledge)
    attended = bool((tracker.latest_message.get("metadata") or {}).get("attended"))
    there = availability(opening, datetime.now(UTC), attended=attended)
    say(dispatcher, handover(library(), audience(tracker), there))
    return put_aside()


def requested_kind(tracker: Tracker) -> RequestKind:
    """The kind of request whose form is open."""
    return RequestKind(tracker.get_slot(KIND_SLOT))


def put_aside() -> list[Event]:
    """Leave the form that may be open; what was filled in waits for its button to be chosen again."""
    return [ActiveLoop(None), SlotSet("requested_slot", None)]


def empty_form() -> list[Event]:
    """Forget what was filled in."""
    return [SlotSet(name, None) for name in (KIND_SLOT, *(one.slot for one in Field))]
