"""Opening the form of a request, from its button or for who asks to be called."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.context import (
    Event,
    asker,
    audience,
    empty_form,
    library,
    lists,
    put_aside,
    say,
    slots_before,
    today,
    understanding,
)
from actions.sent import open_requests
from actions.told import sealed_now
from actions.way_out import call_back
from bot.answers.asking import JUST_ASKED, ask_audience, no_appointment
from bot.answers.compose import department_card
from bot.engine.offers import open_offer
from bot.engine.protocol import SentRequest
from bot.knowledge.catalogue import Audience
from bot.replies import Kind, Reply
from bot.requests.calling import call_about, call_when
from bot.requests.fields import read_field
from bot.requests.kinds import (
    CHANGED_SLOT,
    FORM,
    FORMS,
    KIND_SLOT,
    SEALED,
    SENT_SLOT,
    STOPPED_SLOT,
    TIMES,
    WAITS_SLOT,
    Field,
    RequestKind,
    sealed_field,
)
from bot.requests.reaching import asks_call, may_be_called
from bot.requests.replies import KEPT, foretold_for, not_for_you, nothing_to_take_up, plain, stopped
from bot.requests.said import Filled, Said
from bot.requests.sent_replies import change_stopped, sent_already
from bot.requests.speaker import speaks_as


def begin(
    dispatcher: CollectingDispatcher,
    tracker: Tracker,
    kind: RequestKind,
    *,
    contact: str | None = None,
) -> list[Event]:
    """Open the form of a request, with what is known already; only for whom it is meant.

    `contact` is the id of details that came with the message. They wait while it is not known who asks.
    """
    given = [SlotSet(sealed_field(kind).slot, contact)] if contact else []
    if audience(tracker) not in FORMS[kind].audiences:
        say(dispatcher, not_for_you(department_card(library(), asker(tracker))))
        if audience(tracker) is Audience.ONBEKEND:
            say(dispatcher, ask_audience())
            # Once that is said, the answer to the topic of the form offers it again.
            about = {"topic": FORMS[kind].topics[0], "expertise": None, "seeks_contact": False}
            events = [SlotSet("last_questions", [about]), SlotSet("audience_asked", JUST_ASKED)]
            events.append(SlotSet(WAITS_SLOT, kind.value))
            by_phone = kind is RequestKind.TERUGBELLEN
            waits = [SlotSet(KIND_SLOT, kind.value), *given] if contact else []
            return [*events, *waits, *([SlotSet("person_asked", True)] if by_phone else [])]
        return []
    events = [*put_aside(), SlotSet(KIND_SLOT, kind.value), SlotSet(Field.AKKOORD.slot, None)]
    # A question in the form is about itself, not about what led to the form.
    events += [SlotSet("last_text", None), SlotSet(STOPPED_SLOT, None)]
    if tracker.get_slot(KIND_SLOT) != kind:
        # Contact details are given for one request.
        events += [SlotSet(one.slot, None) for one in SEALED]
    known = tracker.get_slot(Field.GEMEENTE.slot) or tracker.get_slot("known_municipality")
    return [*events, *given, SlotSet(Field.GEMEENTE.slot, known), FollowupAction(FORM)]


def stop(dispatcher: CollectingDispatcher, tracker: Tracker, *, unsure: bool) -> list[Event]:
    """Stop a form; it can be taken up again in words, but for the contact details."""
    if tracker.get_slot(CHANGED_SLOT) is not None:
        say(dispatcher, change_stopped())
        return empty_form()
    say(dispatcher, stopped(unsure=unsure))
    fields = [one.slot for one in Field if one not in (*SEALED, Field.AKKOORD)]
    values = {one: tracker.get_slot(one) for one in fields if tracker.get_slot(one) is not None}
    kept = {"kind": tracker.get_slot(KIND_SLOT), "values": values}
    return [*empty_form(), SlotSet(STOPPED_SLOT, kept)]


def take_up(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Event]:
    """Go on with the form that was stopped, or with the one that is on offer; else say that there is none."""
    kept = tracker.get_slot(STOPPED_SLOT)
    if kept and audience(tracker) in FORMS[RequestKind(kept["kind"])].audiences:
        restored = [SlotSet(name, value) for name, value in kept["values"].items()]
        return [*begin(dispatcher, tracker, RequestKind(kept["kind"])), *restored]
    offered = open_offer(slots_before(tracker))
    if len(offered) == 1:
        return begin(dispatcher, tracker, RequestKind(offered[0].value.partition(":")[2]))
    say(dispatcher, nothing_to_take_up(offered, sent=bool(tracker.get_slot(SENT_SLOT))))
    return []


def at_moment(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Event]:
    """A time that no form asked for: it is for the one form that is on offer, else no appointment is made."""
    offered = open_offer(slots_before(tracker))
    kind = RequestKind(offered[0].value.partition(":")[2]) if len(offered) == 1 else None
    which = next((one for one in TIMES if kind and one in FORMS[kind].fields), None)
    if kind is None or which is None:
        say(dispatcher, no_appointment(call_back(audience(tracker))))
        return []
    said = Said(str(tracker.latest_message.get("said") or ""))
    reading = read_field(which, said, library(), today=today(), optional=False)
    told = {which: reading.value} if isinstance(reading, Filled) else {}
    if told and audience(tracker) in FORMS[kind].audiences:
        say(dispatcher, foretold_for(kind, told, library(), kept=False))
    return [
        *(SlotSet(one.slot, value) for one, value in told.items()),
        *begin(dispatcher, tracker, kind),
    ]


def asked_call(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Event] | None:
    """The form for a call, with subject, moment and details as told, for who asks to be called; None for others."""
    text = str(tracker.latest_message.get("text") or "")
    who = audience(tracker)
    questions = understanding(tracker).get("questions") or []
    if not may_be_called(who) or not asks_call(text, answered=bool(questions)):
        return None
    subject, moment, contact = call_about(text), call_when(text), sealed_now(tracker)
    again = None if subject else _asked_already(tracker)
    if again is not None:
        say(dispatcher, sent_already(*again))
        return []
    told = [f"Ik noteer het onderwerp: **{plain(subject)}**."] if subject else []
    told += [f"Ik noteer het moment: **{plain(moment)}**."] if moment else []
    # Who says to be somebody else than was known leaves the form at once, and the details go.
    speaker = speaks_as(text, lists()) or who
    told += [KEPT] if contact and may_be_called(speaker) else []
    if told:
        say(dispatcher, Reply(kind=Kind.SMALLTALK, text=" ".join(told)))
    events = begin(dispatcher, tracker, RequestKind.TERUGBELLEN, contact=contact)
    if subject:
        sure = understanding(tracker).get("decision") == "answer"
        value = {"topic": questions[0]["topic"] if sure and questions else None, "subject": subject}
        events = [SlotSet(Field.ONDERWERP.slot, value), *events]
    if moment:
        events = [SlotSet(Field.WANNEER.slot, moment), *events]
    return [*([] if who is Audience.ONBEKEND else [SlotSet("known_audience", who.value)]), *events]


def _asked_already(tracker: Tracker) -> tuple[int, SentRequest] | None:
    """The call that was asked for in this conversation and that nobody planned yet."""
    calls = [
        (place, one)
        for place, one in open_requests(tracker).items()
        if one.kind == RequestKind.TERUGBELLEN
    ]
    return calls[-1] if calls else None
