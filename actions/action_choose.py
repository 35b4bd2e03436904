"""Carries out a quick reply: a topic, an audience, a request, a person, or skipping the question."""

from __future__ import annotations

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.answering import answer_all
from actions.asker import ask_who, ask_who_again, at_home, identify
from actions.beginning import at_moment, begin, stop, take_up
from actions.context import (
    Event,
    audience,
    library,
    say,
    slots_before,
)
from actions.sent import open_requests, undo_or_change
from actions.told import sealed_now
from actions.way_out import call_back, hand_over
from bot.answers.asking import (
    JUST_ASKED,
    ask_audience,
    none_of_these,
    not_kept,
    too_short,
    which_one,
)
from bot.engine.offers import on_yes, open_offer
from bot.knowledge.catalogue import Audience
from bot.replies import Choice, Kind, Reply
from bot.requests.kinds import FORMS, KIND_SLOT, RequestKind
from bot.requests.reaching import may_be_called
from bot.requests.replies import KEPT, NOT_WELL, nothing_to_go_back_to
from bot.requests.sent import Wish
from bot.requests.sent_replies import standing


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
        if kind in ("doelgroep", "zegt") and value in set(Audience):
            return identify(dispatcher, tracker, Audience(value))
        if kind == "aanvraag" and value in FORMS:
            return _begin(dispatcher, tracker, RequestKind(value))
        if kind == "stand":
            say(dispatcher, standing(open_requests(tracker), library()))
            return []
        if kind in set(Wish):
            return undo_or_change(dispatcher, tracker, Wish(kind), value)
        if kind == "gemeente":
            return _note_municipality(dispatcher, tracker, value)
        if kind in ("medewerker", "wachten"):
            # Who waits already is answered without an engine (bot.conversations.waiting).
            return hand_over(dispatcher, tracker)
        if kind == "woont":
            return at_home(dispatcher, tracker, value)
        if kind == "verder" and tracker.get_slot("last_questions"):
            return answer_all(
                dispatcher, tracker, tracker.get_slot("last_questions"), audience(tracker)
            )
        if kind == "wie":
            return ask_who_again(dispatcher, tracker)
        if kind == "ontkent":
            say(dispatcher, ask_audience())
            return [SlotSet("audience_asked", JUST_ASKED)]
        if kind == "beroep":
            return ask_who(dispatcher, tracker)
        if kind == "geen":
            say(dispatcher, none_of_these())
            return []
        if kind == "hervat":
            return take_up(dispatcher, tracker)
        if kind == "gegevens" and sealed_now(tracker) and may_be_called(audience(tracker)):
            return _begin(dispatcher, tracker, RequestKind.TERUGBELLEN)
        if kind == "moment":
            return at_moment(dispatcher, tracker)
        if kind == "gegevens":
            say(dispatcher, not_kept(call_back(audience(tracker))))
            return []
        if kind == "welke":
            pairs = on_yes(slots_before(tracker))
            meant = [Choice(label=label, value=value) for label, value in pairs]
            say(dispatcher, which_one(meant))
            return []
        if kind == "terug":
            say(dispatcher, nothing_to_go_back_to(tracker.get_slot(KIND_SLOT)))
            return []
        if kind == "kort":
            say(dispatcher, too_short())
            return []
        unsure = (kind, value) == ("stop", "twijfel")
        if kind == "stop" and tracker.get_slot(KIND_SLOT):
            return stop(dispatcher, tracker, unsure=unsure)
        text = f"Goed. Waarmee kan ik u verder helpen?{f' {NOT_WELL}' if unsure else ''}"
        offer = open_offer(slots_before(tracker)) if kind == "overslaan" else ()
        say(dispatcher, Reply(kind=Kind.SMALLTALK, text=text, choices=offer))
        return []


def _begin(dispatcher: CollectingDispatcher, tracker: Tracker, kind: RequestKind) -> list[Event]:
    """Open a form, with the contact details that came with the message: "ja graag, mijn nummer is …"."""
    contact = sealed_now(tracker)
    if contact is not None:
        say(dispatcher, Reply(kind=Kind.SMALLTALK, text=KEPT))
    return begin(dispatcher, tracker, kind, contact=contact)


def _note_municipality(dispatcher: CollectingDispatcher, tracker: Tracker, nis: str) -> list[Event]:
    """Note whose local government asks; the message right behind it may still correct that."""
    name = library().municipalities[nis].name
    text = f"Dank u, ik noteer {name}. Waarmee kan ik u verder helpen?"
    offer = open_offer(slots_before(tracker))
    say(dispatcher, Reply(kind=Kind.SMALLTALK, text=text, choices=offer))
    return [SlotSet("known_municipality", nis), SlotSet("municipality_asked", JUST_ASKED)]
