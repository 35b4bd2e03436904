"""Carries out a quick reply: a topic, an audience, a person, or skipping the question."""

from __future__ import annotations

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.context import Event, answer_all, asked, audience, library, say
from bot.answers.handover import handover
from bot.knowledge.catalogue import Audience, TopicId
from bot.replies import Kind, Reply


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
        if kind == "medewerker":
            say(dispatcher, handover(library()))
            return []
        say(dispatcher, Reply(kind=Kind.SMALLTALK, text="Goed. Waarmee kan ik u verder helpen?"))
        return []


def _identify(dispatcher: CollectingDispatcher, tracker: Tracker, who: Audience) -> list[Event]:
    """Note who asks, and answer again what reads or routes differently for them."""
    before = audience(tracker)
    changed = []
    for question in tracker.get_slot("last_questions") or []:
        topic = TopicId(question["topic"])
        article = library().articles[topic]
        then, now = (library().route(topic, asked(tracker, question, one)) for one in (before, who))
        if then.refer != now.refer or article.text_for(then.variant) != article.text_for(
            now.variant
        ):
            changed.append(question)
    thanks = "Dank u, ik hou er rekening mee."
    say(
        dispatcher,
        Reply(kind=Kind.SMALLTALK, text=f"{thanks} Voor u geldt dit:" if changed else thanks),
    )
    if not changed:
        return [SlotSet("known_audience", who.value)]
    return answer_all(dispatcher, tracker, changed, who)
