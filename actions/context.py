"""What an action reads of the conversation, and how it speaks."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.answers.asking import JUST_ASKED, ask_audience, is_workplace
from bot.answers.narrow import About, narrowed
from bot.answers.search import Search, load_search
from bot.knowledge.aspects import AspectId
from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.library import Library, load_library
from bot.knowledge.routing import Asked
from bot.replies import Choice, Reply
from bot.requests.kinds import KIND_SLOT, Field, RequestKind, offered_by
from bot.requests.replies import offer
from bot.settings import Settings

Event = dict[str, Any]
Question = dict[str, Any]


REMEMBERED = 500
"""Characters of the last question that a follow-up is read behind; clean text, as all that comes here."""


_HOME = re.compile(r"\b(?:(?:mijn|onze|de|deze|eigen) (?:gemeente|stad)|hier|bij ons)\b", re.I)


@cache
def library() -> Library:
    """The knowledge, loaded once a process."""
    return load_library(Settings.from_environment().knowledge)


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


def answer_all(
    dispatcher: CollectingDispatcher,
    tracker: Tracker,
    questions: list[Question],
    who: Audience,
    *,
    reader: Audience | None = None,
    rest: Reply | None = None,
) -> list[Event]:
    """Answer each question in order, say the rest, then ask once who is asking when that is not known."""
    reader = reader or reads_as(tracker, who)
    questions = [{**one, "told": _told(tracker, one)} for one in questions]
    for question in questions:
        topic = TopicId(question["topic"])
        reply = narrowed(
            library(),
            topic,
            asked(tracker, question, reader),
            today=today(),
            municipality=_municipality(tracker, topic),
            about=_about(tracker, topic, alone=len(questions) == 1),
            times=question["told"] - 1,
        )
        say(
            dispatcher,
            reply.model_copy(update={"choices": (*offers([topic], reader), *reply.choices)}),
        )
    if rest is not None:
        say(dispatcher, rest)
    events = [
        SlotSet("known_audience", None if who is Audience.ONBEKEND else who.value),
        SlotSet("known_sector", sector(tracker) if who is Audience.HULPVERLENER else None),
        SlotSet("last_questions", questions),
        SlotSet("last_text", _asked_in(tracker, questions)),
        SlotSet("misses", 0),
    ]
    if questions and who is Audience.ONBEKEND and not tracker.get_slot("audience_asked"):
        say(dispatcher, ask_audience())
        events.append(SlotSet("audience_asked", JUST_ASKED))
    return events


def _about(tracker: Tracker, topic: TopicId, *, alone: bool) -> About:
    """What the words of a message narrow its question to; a button has none."""
    before = {
        one["topic"] for one in tracker.get_slot("last_questions") or [] if one.get("told", 1)
    }
    side = next(tracker.get_latest_entity_values("aspect"), None)
    towns = set(tracker.get_latest_entity_values("municipality"))
    own = {
        *tracker.get_latest_entity_values("own_municipality"),
        tracker.get_slot("known_municipality"),
    }
    named = towns & own
    home = named.pop() if len(named) == 1 else None
    town = towns.pop() if len(towns) == 1 else None
    message = tracker.latest_message
    alone = alone and not any((understanding(tracker).get("beside") or {}).values())
    by_words = alone and "choice" not in message and asked_for(tracker) is None
    return About(
        aspect=None if side is None else AspectId(side),
        follows=topic in before,
        town=None if town in own else town,
        home=home or (tracker.get_slot("known_municipality") if _of_home(tracker) else None),
        asks=_without_towns(tracker) if by_words else "",
    )


def _without_towns(tracker: Tracker) -> str:
    """The text of a message without the municipalities it names, which no article tells of."""
    text = tracker.latest_message.get("text") or ""
    for one in reversed(tracker.latest_message.get("entities") or []):
        if one["entity"] == "municipality":
            text = f"{text[: one['start']]}{text[one['end'] :]}"
    return text


def _of_home(tracker: Tracker) -> bool:
    """Whether a message speaks of the asker's own municipality without its name."""
    return _HOME.search(tracker.latest_message.get("text") or "") is not None


def _told(tracker: Tracker, question: Question) -> int:
    """Times in a row that a question is answered, this one included, for the same reader."""
    if not tracker.latest_message.get("follow_up") or asked_for(tracker) is not None:
        return 1
    before = tracker.get_slot("last_questions") or []
    told = [one.get("told", 1) for one in before if one["topic"] == question["topic"]]
    return 1 + max(told, default=0)


def _asked_in(tracker: Tracker, questions: list[Question]) -> str | None:
    """The words of the question that is answered: behind a button, those on it, or those of the question before."""
    kind = str(tracker.latest_message.get("choice") or "").partition(":")[0]
    before: str | None = tracker.get_slot("last_text")
    if kind == "onderwerp":
        return library().articles[TopicId(questions[0]["topic"])].question
    if kind:
        return before
    if asked_for(tracker) is not None:
        return before
    return (tracker.latest_message.get("text") or "")[:REMEMBERED]


def _municipality(tracker: Tracker, topic: TopicId) -> str | None:
    """Whose local contacts are shown: the municipality that is named, else the asker's own where it is about that."""
    named = set(tracker.get_latest_entity_values("municipality"))
    if named:
        return named.pop() if len(named) == 1 else None
    elsewhere = library().catalogue.topics[topic].nature == "andere_gemeenten"
    return None if elsewhere else tracker.get_slot("known_municipality")


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
    return [SlotSet(name, None) for name in (KIND_SLOT, *(one.slot for one in Field))]
