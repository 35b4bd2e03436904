"""Answers the questions of a message in order, each narrowed to what its words ask."""

from __future__ import annotations

import re

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.context import (
    Event,
    Question,
    asked,
    asked_for,
    library,
    offers,
    reads_as,
    say,
    sector,
    slots_before,
    today,
    understanding,
)
from bot.answers.asking import JUST_ASKED, ask_audience
from bot.answers.narrow import About, narrowed
from bot.engine.offers import CARD
from bot.knowledge.aspects import AspectId
from bot.knowledge.catalogue import Audience, TopicId
from bot.replies import Choice, Reply
from bot.requests.kinds import FORMS, WAITS_SLOT, RequestKind, waits_for_asker
from bot.requests.replies import offer

REMEMBERED = 500
"""Characters of the last question that a follow-up is read behind; clean text, as all that comes here."""


_HOME = re.compile(r"\b(?:(?:mijn|onze|de|deze|eigen) (?:gemeente|stad)|hier|bij ons)\b", re.I)


_WORRIED = TopicId("bezorgd_over_persoon")
"""Told once more behind an emergency card: 112 and 101 stand in it."""


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
    waiting = waiting_offer(tracker, reader, questions)
    carded = bool(slots_before(tracker).get(CARD))
    questions = [
        {**one, "told": 1 if carded and one["topic"] == _WORRIED else _told(tracker, one)}
        for one in questions
    ]
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
        last = waiting if question is questions[-1] else ()
        choices = (*offers([topic], reader), *last, *reply.choices)
        say(dispatcher, reply.model_copy(update={"choices": choices}))
    if rest is not None:
        say(dispatcher, rest)
    events = [
        SlotSet("known_audience", None if who is Audience.ONBEKEND else who.value),
        SlotSet("known_sector", sector(tracker) if who is Audience.HULPVERLENER else None),
        SlotSet("last_questions", questions),
        SlotSet("last_text", _asked_in(tracker, questions)),
        SlotSet("misses", 0),
        SlotSet(WAITS_SLOT, _waits(tracker, questions, who)),
    ]
    if questions and who is Audience.ONBEKEND and not tracker.get_slot("audience_asked"):
        say(dispatcher, ask_audience())
        events.append(SlotSet("audience_asked", JUST_ASKED))
    return events


def waiting_offer(tracker: Tracker, who: Audience, questions: list[Question]) -> tuple[Choice, ...]:
    """The button of the form that waited until it was known who asks, unless these questions offer it."""
    kept = tracker.get_slot(WAITS_SLOT)
    if kept not in FORMS or who not in FORMS[RequestKind(kept)].audiences:
        return ()
    kind, topics = RequestKind(kept), [one["topic"] for one in questions]
    return () if set(FORMS[kind].topics) & set(topics) else (offer(kind),)


def _waits(tracker: Tracker, questions: list[Question], who: Audience) -> str | None:
    """The form that waits until it is known who asks: of these questions, else of those before."""
    if who is not Audience.ONBEKEND:
        return None
    kept: str | None = tracker.get_slot(WAITS_SLOT)
    return waits_for_asker([one["topic"] for one in questions]) or kept


def _about(tracker: Tracker, topic: TopicId, *, alone: bool) -> About:
    """What the words of a message narrow its question to; a button has none."""
    before = {
        one["topic"] for one in tracker.get_slot("last_questions") or [] if one.get("told", 1)
    }
    side = _side(tracker, topic)
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


def _side(tracker: Tracker, topic: TopicId) -> str | None:
    """The side that a message asks about: of several, the first that the article on its topic tells of."""
    named = [one for one in tracker.latest_message["entities"] if one["entity"] == "aspect"]
    whole = [
        one["value"]
        for one in named
        if not any(
            other["start"] <= one["start"] and one["end"] <= other["end"]
            for other in named
            if other["end"] - other["start"] > one["end"] - one["start"]
        )
    ]
    told = library().articles[topic].asides
    return next((one for one in whole if one in told), whole[0] if whole else None)


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
