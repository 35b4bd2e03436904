"""Carries out a quick reply: a topic, an audience, a request, a person, or skipping the question."""

from __future__ import annotations

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.context import (
    Event,
    answer_all,
    ask_about_asker,
    asked,
    audience,
    hand_over,
    library,
    offers,
    put_aside,
    say,
)
from bot.answers.asking import ask_audience
from bot.knowledge.catalogue import Audience, TopicId
from bot.replies import Kind, Reply
from bot.requests.kinds import FORM, FORMS, KIND_SLOT, SEALED, Field, RequestKind
from bot.requests.replies import not_for_you


class ActionChoose(Action):
    """What the visitor picked; the gateway only lets through choices that bot.replies.Choice allows."""

    def name(self) -> str:
        """Name in domain.yml."""
        return "action_choose"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[Event]:
        """Dispatch on the kind of choice."""
        kind, _, value = str(tracker.latest_message["choice"]).partition(":")
        if kind == "onderwerp" and value in library().articles:
            question = {"topic": value, "expertise": None, "seeks_contact": False}
            return answer_all(dispatcher, tracker, [question], audience(tracker))
        if kind == "doelgroep" and value in set(Audience):
            return _identify(dispatcher, tracker, Audience(value))
        if kind == "aanvraag" and value in FORMS:
            return _begin(dispatcher, tracker, RequestKind(value))
        if kind == "gemeente":
            return _note_municipality(dispatcher, value)
        if kind in ("medewerker", "wachten"):
            # Who waits already is answered without an engine (bot.conversations.waiting).
            return hand_over(dispatcher, tracker)
        say(dispatcher, Reply(kind=Kind.SMALLTALK, text="Goed. Waarmee kan ik u verder helpen?"))
        return []


def _identify(dispatcher: CollectingDispatcher, tracker: Tracker, who: Audience) -> list[Event]:
    """Note who asks, and answer again what reads or routes differently for them."""
    before = audience(tracker)
    changed, same = [], []
    for question in tracker.get_slot("last_questions") or []:
        topic = TopicId(question["topic"])
        article = library().articles[topic]
        then, now = (library().route(topic, asked(tracker, question, one)) for one in (before, who))
        if then.refer != now.refer or article.text_for(then.variant) != article.text_for(
            now.variant
        ):
            changed.append(question)
        else:
            same.append(topic)
    thanks = "Dank u, ik hou er rekening mee."
    text = f"{thanks} Voor u geldt dit:" if changed else thanks
    say(dispatcher, Reply(kind=Kind.SMALLTALK, text=text, choices=offers(same, who)))
    left = _leave_form(tracker, who)
    known = SlotSet("known_audience", who.value)
    events = answer_all(dispatcher, tracker, changed, who) if changed else [known]
    asked_last = [TopicId(one["topic"]) for one in tracker.get_slot("last_questions") or []]
    if offers(asked_last, who):
        # The form that is offered asks for the municipality itself; a question behind it would hide its button.
        return [*events, *left]
    return [*events, *left, *ask_about_asker(dispatcher, tracker, who, role_known=True)]


def _note_municipality(dispatcher: CollectingDispatcher, nis: str) -> list[Event]:
    """Note whose local government asks; the message right behind it may still correct that."""
    name = library().municipalities[nis].name
    text = f"Dank u, ik noteer {name}. Waarmee kan ik u verder helpen?"
    say(dispatcher, Reply(kind=Kind.SMALLTALK, text=text))
    return [SlotSet("known_municipality", nis), SlotSet("municipality_asked", "net")]


def _leave_form(tracker: Tracker, who: Audience) -> list[Event]:
    """Put the open form aside when it turns out not to be for who asks."""
    kind = tracker.get_slot(KIND_SLOT)
    return put_aside() if kind in FORMS and who not in FORMS[RequestKind(kind)].audiences else []


def _begin(dispatcher: CollectingDispatcher, tracker: Tracker, kind: RequestKind) -> list[Event]:
    """Open the form of a request, with what is known already; only for whom it is meant."""
    if audience(tracker) not in FORMS[kind].audiences:
        say(dispatcher, not_for_you())
        if audience(tracker) is Audience.ONBEKEND:
            say(dispatcher, ask_audience())
            # Once that is said, the answer to the topic of the form offers it again.
            about = {"topic": FORMS[kind].topics[0], "expertise": None, "seeks_contact": False}
            return [SlotSet("last_questions", [about])]
        return []
    events = [*put_aside(), SlotSet(KIND_SLOT, kind.value), SlotSet(Field.AKKOORD.slot, None)]
    if tracker.get_slot(KIND_SLOT) != kind:
        # Contact details are given for one request.
        events += [SlotSet(one.slot, None) for one in SEALED]
    known = tracker.get_slot(Field.GEMEENTE.slot) or tracker.get_slot("known_municipality")
    return [*events, SlotSet(Field.GEMEENTE.slot, known), FollowupAction(FORM)]
