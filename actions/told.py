"""What a message tells for a request that is not open yet: it is kept, so that the form does not ask it again."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.context import Event, library, say, today
from bot.knowledge.catalogue import Audience, TopicId
from bot.replies import Kind
from bot.requests.foretold import foretold, function_told
from bot.requests.kinds import FORMS, KIND_SLOT, Field, RequestKind, offered_by, sealed_field
from bot.requests.reaching import may_be_called
from bot.requests.replies import foretold_for


def sealed_now(tracker: Tracker) -> str | None:
    """Id of the contact details in this message, outside a form: in one, its steps take them."""
    found = (tracker.latest_message.get("metadata") or {}).get("contact") or {}
    return None if tracker.active_loop.get("name") else found.get("id")


def given_for(tracker: Tracker) -> RequestKind | None:
    """The request that contact details were given for."""
    kind = tracker.get_slot(KIND_SLOT)
    if kind not in FORMS:
        return None
    given = tracker.get_slot(sealed_field(RequestKind(kind)).slot)
    return RequestKind(kind) if given else None


def note_told(
    dispatcher: CollectingDispatcher, tracker: Tracker, topics: list[TopicId], who: Audience
) -> list[Event]:
    """Note what a question told for the form that its answer offers, and the details that came with it."""
    if tracker.active_loop.get("name"):
        return []
    contact = sealed_now(tracker)
    kind = _offered(topics, who)
    if kind is None and contact is not None and may_be_called(who):
        kind = RequestKind.TERUGBELLEN
    if kind is None:
        return []
    told = {} if kind is RequestKind.TERUGBELLEN else _told(tracker, kind)
    before = tracker.get_slot(KIND_SLOT) == kind
    told = {
        one: value for one, value in told.items() if not (before and tracker.get_slot(one.slot))
    }
    events = [SlotSet(one.slot, value) for one, value in told.items()]
    if contact is None and not {Field.ONDERWERP, Field.PERIODE} & set(told):
        # Who asks is told for more than a request: that opens none, and is not asked again in one.
        return events
    shown: dict[Field, Any] = {
        one: value for one, value in told.items() if one is not Field.GEMEENTE
    }
    say(dispatcher, foretold_for(kind, shown, library(), kept=contact is not None))
    _above_question(dispatcher)
    fresh = [] if before else [SlotSet(one.slot, None) for one in Field]
    given = [] if contact is None else [SlotSet(sealed_field(kind).slot, contact)]
    return [*fresh, SlotSet(KIND_SLOT, kind.value), *events, *given]


def _above_question(dispatcher: CollectingDispatcher) -> None:
    """Move what was said last above the question for who asks: that one stands last."""
    said: list[dict[str, Any]] = dispatcher.messages
    if len(said) > 1 and (said[-2].get("custom") or {}).get("kind") == Kind.FORM:
        said[-2:] = [said[-1], said[-2]]


def _offered(topics: list[TopicId], who: Audience) -> RequestKind | None:
    """The form that one of the topics offers, also to who did not say yet who asks."""
    reader = Audience.GEMEENTE if who is Audience.ONBEKEND else who
    kinds = (offered_by(one, reader) for one in topics)
    return next((one for one in kinds if one and one is not RequestKind.TERUGBELLEN), None)


def _told(tracker: Tracker, kind: RequestKind) -> dict[Field, Any]:
    message = tracker.latest_message
    text, found = message.get("text") or "", message.get("entities") or []
    who = next((one for one in found if one["entity"] == "audience"), None)
    role = None if who is None else function_told(text, who["start"], who["end"])
    town = next((one["value"] for one in found if one["entity"] == "own_municipality"), None)
    told = foretold(kind, text, role=role, municipality=town, today=today())
    subject = told.get(Field.ONDERWERP)
    if subject and subject["subject"].casefold() in library().articles:
        subject["topic"] = subject["subject"].casefold()
    return told
