"""From what Rasa's actions said to the engine's answer: replies, questions asked, referrals made, what came of it."""

from __future__ import annotations

from typing import Any

from bot.engine.protocol import Dialogue, EngineAnswer, EngineRequest, ReferralMade
from bot.knowledge.catalogue import ContactId
from bot.knowledge.library import Library
from bot.nlu.decisions import Decision
from bot.registration.models import Outcome
from bot.replies import Kind, Reply

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
) -> EngineAnswer:
    """Build the answer; a message to which no action said anything has no replies."""
    replies = tuple(_reply(one) for one in messages)
    if request.alarmed and not any(one.kind in (Kind.ANSWER, Kind.REFER) for one in replies):
        # The card is out; nothing but an answer to a question of policy may follow it.
        replies = ()
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
    return EngineAnswer(
        replies=replies,
        questions=tuple(dict.fromkeys(reply.topic for reply in replies if reply.topic)),
        referrals=referrals,
        outcome=Outcome.SAFETY if request.alarmed else _outcome(kinds, understanding),
        intent=understanding.get("intent") or parsed.get("intent", {}).get("name") or "",
        ranking=tuple(parsed.get("intent_ranking", ())[:5]),
        dialogue=dialogue,
        audience=dialogue.slots.get("known_audience"),
        municipality=dialogue.slots.get("known_municipality"),
        state="waiting" if Kind.HANDOVER in kinds else "bot",
    )


def _reply(message: dict[str, Any]) -> Reply:
    if "custom" in message:
        return Reply.model_validate(message["custom"])
    return Reply(kind=Kind.SMALLTALK, text=message["text"])


def _outcome(kinds: set[Kind], understanding: dict[str, Any]) -> Outcome:
    if Kind.HANDOVER in kinds:
        return Outcome.PERSON
    if Kind.REFER in kinds:
        return Outcome.REFERRED
    if Kind.ANSWER in kinds:
        return Outcome.ANSWERED
    return _OUTCOMES.get(understanding.get("decision", Decision.CONVERSATION), Outcome.CONVERSATION)
