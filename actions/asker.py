"""Who asks: noting it, answering again what differs for them, and asking what is still to know."""

from __future__ import annotations

import re
from dataclasses import replace

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import answer_all, waiting_offer
from actions.context import (
    Event,
    Question,
    asked,
    asker,
    audience,
    library,
    offers,
    only_workplace,
    put_aside,
    reads_as,
    say,
    sector,
    slots_before,
)
from actions.told import given_for
from actions.way_out import call_back, way_out
from bot.answers.asking import (
    JUST_ASKED,
    MISSES,
    NOTED,
    PERSON,
    WHICH_TOPIC,
    ask_audience,
    ask_municipality,
    ask_role,
    goes_on_unknown,
)
from bot.answers.compose import department_card
from bot.engine.offers import asked_topics, open_offer, waiting_form
from bot.knowledge.catalogue import Audience, TopicId
from bot.nlu.content import content
from bot.replies import Kind, Reply
from bot.requests.kinds import FORM, FORMS, KIND_SLOT, LOCAL, SEALED, WAITS_SLOT, RequestKind
from bot.requests.replies import not_kept

_ASKS = re.compile(
    r"\b(?:hoe|wat|wie|waar\w*|wanneer|welke?|mag|mogen|kan|kunnen|moet|moeten|zoek\w*|wil|willen|graag|bezorgd|ongerust"
    r"|zorgen|help|hulp)\b",
    re.IGNORECASE,
)
"""Words of a message that asks for something, though it has no question mark."""

_START = "Wilt u de aanvraag nu doen? Kies hieronder, of typ: ja."
"""Above the button of the form that was asked for before it was known who asks."""

BESIDE = 3
"""Words that tell something beside who asks, at most, in a message that asks nothing."""


def only_tells_who(tracker: Tracker) -> Audience | None:
    """Who asks, of a message that tells little else and asks nothing: "ik ben juf in het derde leerjaar"."""
    text = tracker.latest_message.get("text") or ""
    entities = tracker.latest_message.get("entities") or []
    signs = [one for one in entities if one["entity"] in ("audience", "own_municipality")]
    who = next((one["value"] for one in signs if one["entity"] == "audience"), None)
    rest = text
    for one in sorted(signs, key=lambda sign: -int(sign["start"])):
        rest = f"{rest[: one['start']]} {rest[one['end'] :]}"
    if who is None or "?" in text or len(content(rest)) > BESIDE or _ASKS.search(rest):
        return None
    return Audience(who)


def identify(
    dispatcher: CollectingDispatcher, tracker: Tracker, who: Audience, *, typed: bool = False
) -> list[Event]:
    """Note who asks, and answer again what reads or routes differently for them."""
    typed = typed or "told_by" in tracker.latest_message
    unclear = typed and who is Audience.OCMW and only_workplace(tracker)
    reader = Audience.ONBEKEND if unclear else who
    changed, same = _sort(tracker, reader)
    if (tracker.latest_message.get("metadata") or {}).get("alarmed"):
        # Behind danger an old answer of policy must not come, also not for who tells of his brother.
        changed = []
    topics = [TopicId(one["topic"]) for one in tracker.get_slot("last_questions") or []]
    waits = given_for(tracker)
    opens = waits is RequestKind.TERUGBELLEN and not tracker.active_loop.get("name")
    opens = opens and who in FORMS[RequestKind.TERUGBELLEN].audiences
    wants_person = bool(tracker.get_slot("person_asked")) and not opens
    department = department_card(library(), replace(asker(tracker), audience=who))
    person = call_back(who) or (() if department else (PERSON,))
    waited = () if changed else waiting_offer(tracker, reader, [])
    forms = (*offers(same, reader), *waited)
    meant = () if forms or changed else asked_topics(slots_before(tracker))
    choices = dict.fromkeys((*forms, *meant, *(person if wants_person or meant else ())))
    now = WHICH_TOPIC if meant else _and_now(changed, asks=typed and not topics)
    say(
        dispatcher,
        Reply(
            kind=Kind.SMALLTALK,
            text=" ".join(filter(None, (NOTED, now, _START if forms and not changed else ""))),
            contacts=department if wants_person else (),
            choices=tuple(choices),
        ),
    )
    events = (
        answer_all(dispatcher, tracker, changed, who, reader=reader)
        if changed
        else [
            SlotSet("known_audience", who.value),
            SlotSet("known_sector", sector(tracker) if who is Audience.HULPVERLENER else None),
        ]
    )
    events += [*_leave_form(tracker, who), SlotSet("role_unclear", unclear or None)]
    events.append(SlotSet(WAITS_SLOT, tracker.get_slot(WAITS_SLOT) if unclear else None))
    own = next(tracker.get_latest_entity_values("municipality"), None) if who in LOCAL else None
    if own is not None:
        events.append(SlotSet("known_municipality", own))
    if waits is not None and who not in FORMS[waits].audiences:
        say(dispatcher, not_kept(erased=True, may=False))
    if opens:
        # The number was given to be called at: nothing is left to ask about who asks.
        return [*events, SlotSet("person_asked", None), *put_aside(), FollowupAction(FORM)]
    if choices or offers(topics, reader):
        # The form that is offered asks for the municipality itself; a question behind it would hide its button.
        return events
    return [
        *events,
        *ask_about_asker(dispatcher, tracker, who, role_known=not typed, municipality=own),
    ]


def at_home(dispatcher: CollectingDispatcher, tracker: Tracker, nis: str) -> list[Event]:
    """Who tells where they live gets the contacts of that place; only a local government's own is kept."""
    who, name = audience(tracker), library().municipalities[nis].name
    local = [
        one
        for one in tracker.get_slot("last_questions") or []
        if any(
            library().contacts[card].local_name
            for card in library().route(TopicId(one["topic"]), asked(tracker, one, who)).refer
        )
    ]
    if not local and who is Audience.ONBEKEND and waiting_form(slots_before(tracker)):
        # What was requested stands until it is known for whom.
        say(dispatcher, ask_audience())
        return [SlotSet("audience_asked", JUST_ASKED)]
    rest = f"In {name} kunt u hier terecht:" if local else "Waarmee kan ik u verder helpen?"
    offer = () if local else open_offer(slots_before(tracker))
    say(dispatcher, Reply(kind=Kind.SMALLTALK, text=f"Dank u. {rest}", choices=offer))
    events = answer_all(dispatcher, tracker, local, who) if local else []
    return [*events, *([SlotSet("known_municipality", nis)] if who in LOCAL else [])]


def ask_who(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Event]:
    """Ask for whom a function is held that any organisation has, unless that is known."""
    if audience(tracker) is not Audience.ONBEKEND:
        text = f"{NOTED} {_and_now([], asks=True)}"
        say(dispatcher, Reply(kind=Kind.SMALLTALK, text=text))
        return []
    say(dispatcher, ask_audience(unclear=bool(tracker.get_slot("audience_asked"))))
    return [SlotSet("audience_asked", JUST_ASKED)]


def ask_who_again(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Event]:
    """A yes to the question for who asks says nothing: it is asked in other words, and the next time let go."""
    out = way_out(tracker)
    if out.misses < MISSES:
        say(dispatcher, ask_audience(again=True))
        return [SlotSet("audience_asked", JUST_ASKED), SlotSet("misses", out.misses)]
    say(dispatcher, goes_on_unknown())
    return [SlotSet("misses", 0)]


def ask_about_asker(
    dispatcher: CollectingDispatcher,
    tracker: Tracker,
    who: Audience,
    *,
    role_known: bool = False,
    municipality: str | None = None,
) -> list[Event]:
    """Ask what is still to know of a local government: the role at an OCMW, then once the municipality."""
    if tracker.active_loop.get("name"):
        return []
    noticed = tracker.get_slot("role_unclear") and tracker.get_slot("asker_noticed")
    if not role_known and who is Audience.OCMW and (only_workplace(tracker) or noticed):
        say(dispatcher, ask_role())
        return [SlotSet("role_unclear", JUST_ASKED)]
    known = municipality or tracker.get_slot("known_municipality")
    if known or tracker.get_slot("municipality_asked") or who not in LOCAL:
        return []
    say(dispatcher, ask_municipality())
    return [SlotSet("municipality_asked", JUST_ASKED)]


def _sort(tracker: Tracker, who: Audience) -> tuple[list[Question], list[TopicId]]:
    """The questions asked last that are answered differently for who asks now, and the topics of the others."""
    before = reads_as(tracker, Audience(tracker.get_slot("known_audience") or Audience.ONBEKEND))
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
    return changed, same


def _and_now(changed: list[Question], *, asks: bool) -> str:
    if changed:
        return "Voor u geldt dit:"
    return "Wat is uw vraag?" if asks else ""


def _leave_form(tracker: Tracker, who: Audience) -> list[Event]:
    """Put the open form aside when it turns out not to be for who asks."""
    kind = tracker.get_slot(KIND_SLOT)
    if kind not in FORMS or who in FORMS[RequestKind(kind)].audiences:
        return []
    return [*put_aside(), *(SlotSet(one.slot, None) for one in SEALED)]
