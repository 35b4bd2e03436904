"""What an action reads of the conversation, and how it speaks."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.answers.asking import is_workplace
from bot.answers.search import Search, load_search
from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.library import Library, load_library
from bot.knowledge.routing import Asked
from bot.nlu.wordlists import WordLists
from bot.replies import Choice, Reply
from bot.requests.kinds import (
    CHANGED_SLOT,
    KIND_SLOT,
    Field,
    RequestKind,
    offered_by,
)
from bot.requests.replies import offer
from bot.settings import Settings

Event = dict[str, Any]
Question = dict[str, Any]


@cache
def library() -> Library:
    """The knowledge, loaded once a process."""
    return load_library(Settings.from_environment().knowledge)


@cache
def lists() -> WordLists:
    """The word lists of the knowledge, loaded once a process."""
    return WordLists.load(Settings.from_environment().knowledge)


@cache
def search() -> Search:
    """The index of the knowledge, built once a process."""
    return load_search(Settings.from_environment().knowledge)


def understanding(tracker: Tracker) -> dict[str, Any]:
    """What the pipeline made of the latest message (bot.nlu.decisions.Understanding as data)."""
    return tracker.latest_message.get("understanding") or {}


def slots_before(tracker: Tracker) -> dict[str, Any]:
    """The dialogue as it came with the message, with what only the engine keeps in it (bot.engine.offers)."""
    return (tracker.latest_message.get("metadata") or {}).get("slots") or {}


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


def only_workplace(tracker: Tracker) -> bool:
    """Whether the message tells no more than that someone works at an OCMW."""
    message = tracker.latest_message
    if "told_by" in message:
        return is_workplace(message["told_by"])
    text = message.get("text") or ""
    signs = (one for one in message["entities"] if one["entity"] == "audience")
    return any(is_workplace(text[one["start"] : one["end"]]) for one in signs)


def reads_as(tracker: Tracker, who: Audience) -> Audience:
    """As whom the asker is answered: who is of an OCMW may be of its board or of its first line, and until that is
    told reads what is for who did not say.
    """
    unheard = tracker.get_slot("known_audience") is None and only_workplace(tracker)
    unclear = who is Audience.OCMW and (tracker.get_slot("role_unclear") or unheard)
    return Audience.ONBEKEND if unclear else who


def asked_for(tracker: Tracker) -> Audience | None:
    """For whom a follow-up asks the same: "en voor een CLB?". It tells nothing of who asks."""
    meant = next(tracker.get_latest_entity_values("for_audience"), None)
    return Audience(meant) if meant and tracker.get_slot("last_questions") else None


def asked(tracker: Tracker, question: Question, who: Audience) -> Asked:
    """What of a question decides its route."""
    return Asked(
        audience=who,
        sector=sector(tracker),
        expertise=question["expertise"],
        seeks_contact=question["seeks_contact"],
    )


def asker(tracker: Tracker) -> Asked:
    """Who asks, without a question of theirs."""
    return Asked(audience=audience(tracker), sector=sector(tracker))


def today() -> date:
    """The date in Belgium."""
    return datetime.now(ZoneInfo("Europe/Brussels")).date()


def offers(topics: list[TopicId], who: Audience) -> tuple[Choice, ...]:
    """Buttons for the forms that these topics offer to who asks, each once."""
    kinds = (offered_by(one, who) for one in topics)
    return tuple(offer(one) for one in dict.fromkeys(kinds) if one is not None)


def requested_kind(tracker: Tracker) -> RequestKind:
    """The kind of request whose form is open."""
    return RequestKind(tracker.get_slot(KIND_SLOT))


def put_aside() -> list[Event]:
    """Leave the form that may be open; what was filled in waits for its button to be chosen again."""
    return [ActiveLoop(None), SlotSet("requested_slot", None)]


def empty_form() -> list[Event]:
    """Forget what was filled in."""
    names = (KIND_SLOT, CHANGED_SLOT, *(one.slot for one in Field))
    return [SlotSet(name, None) for name in names]
