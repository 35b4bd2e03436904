"""Reads each message in the form of a request and asks for what is still missing."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.context import (
    Event,
    library,
    lists,
    requested_kind,
    say,
    sector,
    today,
    understanding,
)
from bot.knowledge.catalogue import Audience
from bot.nlu.contrast import contrasted, says_only
from bot.requests.kinds import CHANGED_SLOT, FORMS, Field, RequestKind
from bot.requests.reaching import holds_details
from bot.requests.reading import Turn, read_turn
from bot.requests.replies import also, ask, ask_change, changed
from bot.requests.said import Heard, Said
from bot.requests.speaker import role_beside, speaks_as

REQUESTED = "requested_slot"

CHANGE = "aanvraag_wijziging"
"""What is requested when the visitor was asked which field should change: no slot of its own."""


class ValidateAanvraagForm(Action):
    """Rasa runs the action of this name for its form. No FormValidationAction, which reads a message for one slot at
    a time: here one message may correct an earlier field, stop, or be a question that the form leaves alone.
    """

    def name(self) -> str:
        """Name in domain.yml."""
        return "validate_aanvraag_form"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[Event]:
        """Fill what was said, then ask the next field; without anything filled Rasa looks for another action."""
        kind, asked = requested_kind(tracker), _asked(tracker)
        changing = tracker.get_slot(REQUESTED) == CHANGE
        before = {one: tracker.get_slot(one.slot) for one in Field}
        turn = read_turn(
            kind,
            asked,
            _heard(tracker, asked),
            library(),
            today=today(),
            changing=changing,
            known=before,
        )
        if turn.leaves is not None:
            told = sector(tracker) if turn.leaves is Audience.HULPVERLENER else None
            who = [SlotSet("known_audience", turn.leaves.value), SlotSet("known_sector", told)]
            return [*who, SlotSet(Field.AKKOORD.slot, False), SlotSet(REQUESTED, None)]
        if turn.stopped:
            return [SlotSet(Field.AKKOORD.slot, False), SlotSet(REQUESTED, None)]
        if turn.changing:
            say(dispatcher, ask_change(kind))
            return [*_filled(turn), SlotSet(REQUESTED, CHANGE)]
        values = before | turn.values
        following = asked if turn.elsewhere and not changing else turn.again
        following = following or next((one for one in _steps(kind) if values[one] is None), None)
        if following is not None:
            say(
                dispatcher,
                ask(
                    kind,
                    following,
                    values,
                    library(),
                    begins=asked is None and tracker.get_slot(CHANGED_SLOT) is None,
                    complaint=turn.complaint,
                    suggestions=turn.choices,
                    noted=_noted(asked, before, turn),
                ),
            )
        return [*_filled(turn), SlotSet(REQUESTED, None if following is None else following.slot)]


def _noted(asked: Field | None, before: dict[Field, Any], turn: Turn) -> list[str]:
    """What is said above the next question: what was corrected or told besides, or why it comes now."""
    told: dict[Field, Any] = {
        one: value
        for one, value in turn.values.items()
        if one is not Field.AKKOORD and value is not None and before[one] != value
    }
    corrected = [one for one in told if before[one] is not None]
    others = [one for one in told if before[one] is None and one is not asked]
    noted = [changed(corrected, told, library())] if corrected else []
    noted += [also(others, told, library())] if others else []
    return [*noted, *([turn.note] if turn.note else [])]


def _steps(kind: RequestKind) -> tuple[Field, ...]:
    return (*FORMS[kind].fields, Field.AKKOORD)


def _asked(tracker: Tracker) -> Field | None:
    """The field that the visitor was asked; None when the form begins."""
    slot = tracker.get_slot(REQUESTED)
    if slot == CHANGE:
        return Field.AKKOORD
    return next((one for one in Field if one.slot == slot), None)


def _filled(turn: Turn) -> list[Event]:
    """The slots that a turn sets; without any Rasa would look for another action."""
    if turn.elsewhere:
        return []
    values = {Field.AKKOORD: None, **turn.values}
    events = [SlotSet(one.slot, value) for one, value in values.items()]
    municipality = turn.values.get(Field.GEMEENTE)
    if municipality is not None:
        events.append(SlotSet("known_municipality", municipality))
    return events


def _towns(text: str) -> tuple[str, tuple[str, ...]]:
    """A message with the NIS codes of its municipalities; of "niet Mol, Dessel" only what is meant is left."""
    found = lists().find(text)
    contrast = contrasted(text, found)
    if contrast is None:
        return text, tuple(one.value for one in found if one.kind == "municipality")
    name = library().municipalities[contrast.meant].name
    return (name if says_only(text, found) else text), (contrast.meant,)


def _heard(tracker: Tracker, asked: Field | None) -> Heard:
    message: dict[str, Any] = tracker.latest_message
    choice, found = message.get("choice"), understanding(tracker)
    sealed = (message.get("metadata") or {}).get("contact") or {}
    # The engine puts a word joiner before a slash (bot.engine.agent).
    text = (message.get("text") or "").lstrip("\u2060")
    text, towns = _towns(text)
    sure = found.get("decision") == "answer"
    role = role_beside(text, lists()) if holds_details(text) and not choice else None
    who = None if choice else speaks_as(text, lists(), asked_function=asked is Field.FUNCTIE)
    return Heard(
        said=Said(
            text=text,
            value=choice.partition(":")[2] if choice else None,
            municipalities=towns,
            topic=found["questions"][0]["topic"] if sure else None,
            contact=sealed.get("id"),
        ),
        choice=choice,
        decision=found.get("decision", ""),
        intent=found.get("intent", ""),
        who=role.audience if who is None and role is not None else who,
        role=role.word if role is not None and sealed else None,
    )
