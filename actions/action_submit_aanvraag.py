"""Hands a confirmed request to the log, or says that it was stopped; either way the form is empty again."""

from __future__ import annotations

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.beginning import stop
from actions.context import Event, asker, audience, empty_form, library, requested_kind, say
from actions.sent import is_open, no_longer_open
from bot.answers.compose import department_card
from bot.requests.kinds import CHANGED_SLOT, FORMS, SEALED, SENT_SLOT, Field
from bot.requests.replies import left_by_another, submitted
from bot.requests.sent_replies import changed_sent
from bot.requests.stopping import may_mean_more

_PLAIN = {"expertise": None, "seeks_contact": False}


class ActionSubmitAanvraag(Action):
    """The request travels in a slot that the engine takes out of the dialogue (bot.engine.agent)."""

    def name(self) -> str:
        """Name in domain.yml."""
        return "action_submit_aanvraag"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[Event]:
        """Say what comes of it."""
        if not tracker.get_slot(Field.AKKOORD.slot):
            who = audience(tracker)
            if who not in FORMS[requested_kind(tracker)].audiences:
                say(dispatcher, left_by_another(who, department_card(library(), asker(tracker))))
                about = {"topic": FORMS[requested_kind(tracker)].topics[0], **_PLAIN}
                return [*empty_form(), SlotSet("last_questions", [about])]
            text = str(tracker.latest_message.get("text") or "")
            return stop(dispatcher, tracker, unsure=may_mean_more(text))
        kind, replaces = requested_kind(tracker), tracker.get_slot(CHANGED_SLOT)
        if replaces is not None and not is_open(tracker, replaces):
            no_longer_open(dispatcher, tracker, replaces)
            return empty_form()
        say(dispatcher, submitted(kind) if replaces is None else changed_sent())
        values = {one: tracker.get_slot(one.slot) for one in Field}
        subject = values[Field.ONDERWERP] or {}
        request = {
            "kind": kind.value,
            "municipality": values[Field.GEMEENTE] or tracker.get_slot("known_municipality"),
            "topic": subject.get("topic"),
            "subject": subject.get("subject"),
            "period": values[Field.PERIODE] or values[Field.WANNEER],
            "function": values[Field.FUNCTIE],
            "contact": next((values[one] for one in SEALED if values[one]), None),
            "replaces": replaces,
        }
        return [*empty_form(), SlotSet("aanvraag_klaar", request), SlotSet(SENT_SLOT, True)]
