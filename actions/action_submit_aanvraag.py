"""Hands a confirmed request to the log, or says that it was stopped; either way the form is empty again."""

from __future__ import annotations

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.context import Event, empty_form, requested_kind, say
from bot.requests.kinds import SEALED, Field
from bot.requests.replies import stopped, submitted
from bot.requests.stopping import may_mean_more


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
            text = str(tracker.latest_message.get("text") or "")
            say(dispatcher, stopped(unsure=may_mean_more(text)))
            return empty_form()
        kind = requested_kind(tracker)
        say(dispatcher, submitted(kind))
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
        }
        return [*empty_form(), SlotSet("aanvraag_klaar", request)]
