"""From what Rasa's actions said to the engine's answer: replies, questions asked, referrals made, what came of it."""

from __future__ import annotations

from typing import Any

from bot.answers.asking import is_workplace
from bot.engine.offers import CARD, standing
from bot.engine.protocol import Dialogue, EngineAnswer, EngineRequest, ReferralMade, RequestMade
from bot.engine.spoken import DETAILS
from bot.knowledge.catalogue import Audience, ContactId, TopicId
from bot.knowledge.library import Library
from bot.nlu.decisions import Decision
from bot.registration.models import Outcome
from bot.replies import Choice, Kind, Reply
from bot.requests.kinds import HANDED_OVER, LOCAL, SEALED, RequestKind, asked_kind
from bot.requests.replies import resume
from bot.requests.sent import Wish
from bot.requests.unkept import unkept

_OUTCOMES = {
    Decision.CLARIFY: Outcome.CLARIFIED,
    Decision.SAFETY: Outcome.SAFETY,
    Decision.CONVERSATION: Outcome.CONVERSATION,
    Decision.OUT_OF_SCOPE: Outcome.OUT_OF_SCOPE,
    Decision.OTHER_LANGUAGE: Outcome.OTHER_LANGUAGE,
    Decision.FALLBACK: Outcome.NOT_UNDERSTOOD,
}


def assemble(
    *,
    library: Library,
    request: EngineRequest,
    messages: list[dict[str, Any]],
    parsed: dict[str, Any],
    dialogue: Dialogue,
    submitted: dict[str, Any] | None = None,
    withdrawn: int | None = None,
) -> EngineAnswer:
    """Build the answer; a message to which no action said anything has no replies."""
    replies = tuple(_reply(one) for one in messages)
    if request.alarmed and not any(one.kind in (Kind.ANSWER, Kind.REFER) for one in replies):
        # The card is out; nothing but an answer to a question of policy may follow it.
        replies = ()
    told = _unkept(request, replies, dialogue, parsed, submitted=submitted is not None)
    cards = tuple(one for one in replies if one.kind is Kind.SAFETY)
    others = tuple(one for one in replies if one.kind is not Kind.SAFETY)
    # A card comes before all else, and that details are not kept before what may be counted on.
    replies = (*cards, *told, *others, *_resumed(request, replies))
    dialogue = _offering(request, _noticing(dialogue, parsed), replies, parsed)
    understanding = parsed.get("understanding") or {}
    referrals = tuple(
        ReferralMade(
            topic=reply.topic,
            contact=card.id,
            group=library.contacts[ContactId(card.id)].group.value,
        )
        for reply in replies
        for card in reply.contacts
        if card.referral
    )
    kinds = {reply.kind for reply in replies}
    made = _request(library, replies, dialogue, submitted)
    return EngineAnswer(
        replies=replies,
        questions=tuple(dict.fromkeys(reply.topic for reply in replies if reply.topic)),
        referrals=referrals,
        outcome=_outcome(request, kinds, understanding, submitted),
        intent=understanding.get("intent") or parsed.get("intent", {}).get("name") or "",
        ranking=tuple(parsed.get("intent_ranking", ())[:5]),
        dialogue=dialogue,
        audience=dialogue.slots.get("known_audience"),
        municipality=dialogue.slots.get("known_municipality"),
        request=made,
        withdrawn=withdrawn,
        state="waiting" if Kind.HANDOVER in kinds else "bot",
    )


def _unkept(
    request: EngineRequest,
    replies: tuple[Reply, ...],
    dialogue: Dialogue,
    parsed: dict[str, Any],
    *,
    submitted: bool,
) -> tuple[Reply, ...]:
    """That a number or an address in the message is not kept: nobody may count on it."""
    held = {dialogue.slots.get(one.slot) for one in SEALED}
    given = request.contact is not None and request.contact.id in held
    form_stays = dialogue.active_loop is not None
    if given or submitted or form_stays or parsed.get("choice") == DETAILS:
        return ()
    told = (one["value"] for one in parsed.get("entities") or () if one["entity"] == "audience")
    return unkept(
        request.text,
        sealed=request.contact is not None,
        in_form=request.dialogue.active_loop is not None,
        in_danger=_is_danger(request, replies),
        who=dialogue.slots.get("known_audience") or next(told, None),
    )


def _is_danger(request: EngineRequest, replies: tuple[Reply, ...]) -> bool:
    return request.alarmed or any(one.kind is Kind.SAFETY for one in replies)


def _noticing(dialogue: Dialogue, parsed: dict[str, Any]) -> Dialogue:
    """The dialogue with who asks, when the words of a message told that which got no answer from knowledge.

    A first-line worker stays one, also behind "Bedoelt u …?". What is still to know of the asker is asked later.
    """
    told = {one["entity"]: one for one in reversed(parsed.get("entities") or ())}
    dialogue = _at_home(dialogue, told)
    if dialogue.slots.get("known_audience") or "audience" not in told:
        return dialogue
    who = told["audience"]
    noticed = {"known_audience": who["value"], "asker_noticed": True}
    if "sector" in told:
        noticed["known_sector"] = told["sector"]["value"]
    if who["value"] == Audience.OCMW and is_workplace(parsed["text"][who["start"] : who["end"]]):
        noticed["role_unclear"] = True
    return dialogue.model_copy(update={"slots": {**dialogue.slots, **noticed}})


def _resumed(request: EngineRequest, replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """The way back to the form that danger has put aside."""
    kind = asked_kind(request.dialogue.slots, request.dialogue.active_loop)
    return (resume(kind),) if _is_danger(request, replies) and kind is not None else ()


def _offering(
    request: EngineRequest, dialogue: Dialogue, replies: tuple[Reply, ...], parsed: dict[str, Any]
) -> Dialogue:
    """The dialogue with the buttons that the next messages may press in words."""
    if _is_danger(request, replies):
        dialogue = dialogue.model_copy(update={"slots": {**dialogue.slots, CARD: True}})
    if request.alarmed:
        return dialogue
    settled = _settles(parsed.get("choice")) or dialogue.active_loop is not None
    before = {} if settled else request.dialogue.slots
    left_open = standing(before, replies)
    return dialogue.model_copy(update={"slots": {**dialogue.slots, **left_open}})


def _settles(choice: str | None) -> bool:
    """Whether a choice answers what was on offer, or turns it down."""
    return (choice or "").partition(":")[0] in (
        "aanvraag",
        "stop",
        "geen",
        "medewerker",
        "wachten",
        *Wish,
    )


def _at_home(dialogue: Dialogue, told: dict[str, Any]) -> Dialogue:
    """The dialogue with the municipality that the asker says to be of, unless it is known or they are a citizen."""
    who = dialogue.slots.get("known_audience") or told.get("audience", {}).get("value")
    known = dialogue.slots.get("known_municipality")
    if known or "own_municipality" not in told or who not in (None, *LOCAL):
        return dialogue
    home = {"known_municipality": told["own_municipality"]["value"]}
    return dialogue.model_copy(update={"slots": {**dialogue.slots, **home}})


def _reply(message: dict[str, Any]) -> Reply:
    if "custom" in message:
        return Reply.model_validate(message["custom"])
    choices = (Choice(label=one["title"], value=one["payload"]) for one in message["buttons"])
    return Reply(kind=Kind.SMALLTALK, text=message["text"], choices=tuple(choices))


def _request(
    library: Library,
    replies: tuple[Reply, ...],
    dialogue: Dialogue,
    submitted: dict[str, Any] | None,
) -> RequestMade | None:
    """What was submitted, or the handelingskader that a local government was given with this answer."""
    if submitted is not None:
        topic = library.catalogue.topics.get(TopicId(submitted["topic"] or ""))
        return RequestMade(**submitted, nature=None if topic is None else topic.nature)
    given = any(one.topic == HANDED_OVER and one.kind is Kind.ANSWER for one in replies)
    if not given or dialogue.slots.get("known_audience") not in set(LOCAL):
        return None
    return RequestMade(
        kind=RequestKind.HANDELINGSKADER.value,
        municipality=dialogue.slots.get("known_municipality"),
        topic=HANDED_OVER,
        nature=library.catalogue.topics[HANDED_OVER].nature,
    )


def _outcome(
    request: EngineRequest,
    kinds: set[Kind],
    understanding: dict[str, Any],
    submitted: dict[str, Any] | None,
) -> Outcome | None:
    if request.alarmed:
        return Outcome.SAFETY
    if submitted is not None:
        # A request that changes was counted when it was made.
        changes = submitted.get("replaces") is not None
        return Outcome.CONVERSATION if changes else Outcome.REQUEST
    if kinds == {Kind.FORM}:
        return None
    if kinds == {Kind.SMALLTALK} and request.dialogue.active_loop is not None:
        # Who stops a form has said no more than that, whatever the model hears in the word.
        return Outcome.CONVERSATION
    if Kind.HANDOVER in kinds:
        return Outcome.PERSON
    if Kind.REFER in kinds:
        return Outcome.REFERRED
    if Kind.ANSWER in kinds:
        return Outcome.ANSWERED
    return _OUTCOMES.get(understanding.get("decision", Decision.CONVERSATION), Outcome.CONVERSATION)
