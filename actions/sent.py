"""A request that was sent in this conversation: withdrawing it after one question, or opening its form again."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.context import Event, audience, empty_form, library, put_aside, say, today
from actions.told import sealed_now
from actions.way_out import call_back
from bot.answers.asking import PERSON
from bot.engine.protocol import SentRequest
from bot.replies import Choice
from bot.requests.fields import read_field
from bot.requests.kinds import (
    CHANGED_SLOT,
    FORM,
    FORMS,
    KIND_SLOT,
    OPTIONAL,
    SEALED,
    WITHDRAWN_SLOT,
    Field,
    RequestKind,
    Status,
    sealed_field,
)
from bot.requests.replies import changed
from bot.requests.said import Filled, Said
from bot.requests.sent import CONTACT, STAYS, SURE, Wish
from bot.requests.sent_replies import (
    ask_to_withdraw,
    can_change,
    left,
    none_sent,
    not_open,
    which,
    withdrawn,
)

Places = dict[int, SentRequest]


def undo_or_change(
    dispatcher: CollectingDispatcher, tracker: Tracker, wish: Wish, value: str
) -> list[Event]:
    """Carry out a choice about a sent request: `value` is its place, what of it, both or nothing."""
    if value == STAYS:
        say(dispatcher, left())
        return []
    told, _, about = value.partition("_")
    sent, open_ones = _sent(tracker), open_requests(tracker)
    if not open_ones:
        helps = (*call_back(audience(tracker)), PERSON)
        say(dispatcher, not_open(sent[-1], helps) if sent else none_sent(helps))
        return []
    place = int(told) if told.isdigit() else 0
    if place not in open_ones and len(open_ones) > 1:
        say(dispatcher, which(wish, open_ones, about, library()))
        return []
    if place not in open_ones:
        [place] = open_ones
    if wish is Wish.CHANGE:
        return _open_form(dispatcher, tracker, place, open_ones[place], about)
    if f"_{about}" != SURE:
        say(dispatcher, ask_to_withdraw(place, open_ones[place], library()))
        # The form that was changing it is left.
        return [*put_aside(), *empty_form()] if tracker.active_loop.get("name") else []
    say(dispatcher, withdrawn())
    return [SlotSet(WITHDRAWN_SLOT, place)]


def is_open(tracker: Tracker, place: int) -> bool:
    """Whether a sent request can still be changed."""
    return place in open_requests(tracker)


def open_requests(tracker: Tracker) -> Places:
    """The sent requests that no colleague has planned or closed."""
    return {
        place: one for place, one in enumerate(_sent(tracker), start=1) if one.status == Status.OPEN
    }


def no_longer_open(dispatcher: CollectingDispatcher, tracker: Tracker, place: int) -> None:
    """Say that a colleague was faster than the change."""
    helps: tuple[Choice, ...] = (*call_back(audience(tracker)), PERSON)
    say(dispatcher, not_open(_sent(tracker)[place - 1], helps))


def _sent(tracker: Tracker) -> list[SentRequest]:
    told = (tracker.latest_message.get("metadata") or {}).get("sent") or []
    return [SentRequest.model_validate(one) for one in told]


def _open_form(
    dispatcher: CollectingDispatcher,
    tracker: Tracker,
    place: int,
    request: SentRequest,
    about: str,
) -> list[Event]:
    """The form as it was sent, with what the message puts right in it; what is wrong and has no new value is asked."""
    kind = RequestKind(request.kind)
    values = {
        Field.GEMEENTE: request.municipality,
        Field.ONDERWERP: {"topic": request.topic, "subject": request.subject},
        Field.PERIODE: request.period,
        Field.WANNEER: request.period,
        Field.FUNCTIE: request.function,
        sealed_field(kind): request.contact,
    }
    wrong = sealed_field(kind) if about == CONTACT else about
    # Every request has a municipality, also a call, whose form does not ask it.
    fields = dict.fromkeys((Field.GEMEENTE, *FORMS[kind].fields))
    new = _new(tracker, kind, Field(wrong)) if wrong in fields else {}
    kept = {one: values[one] for one in fields if one != wrong}
    say(dispatcher, can_change(changed(list(new), new, library()) if new else ""))
    return [
        *put_aside(),
        *empty_form(),
        SlotSet(KIND_SLOT, kind.value),
        SlotSet(CHANGED_SLOT, place),
        *(SlotSet(one.slot, value) for one, value in (kept | new).items()),
        FollowupAction(FORM),
    ]


def _new(tracker: Tracker, kind: RequestKind, wrong: Field) -> dict[Field, Any]:
    """The new value of a field as the message gives it."""
    if wrong in SEALED:
        contact = sealed_now(tracker)
        return {} if contact is None else {wrong: contact}
    told = tracker.latest_message.get("new")
    if told is None or not told["words"]:
        return {}
    said = Said(told["words"], municipalities=tuple(told["towns"]), topic=told["topic"])
    optional = (kind, wrong) in OPTIONAL
    reading = read_field(wrong, said, library(), today=today(), optional=optional)
    return {wrong: reading.value} if isinstance(reading, Filled) else {}
