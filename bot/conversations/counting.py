"""What one answer adds to the counted facts, in the transaction that stores it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.engine.protocol import EngineAnswer, EngineRequest
from bot.knowledge.catalogue import Audience, ContactId, TopicId
from bot.knowledge.contacts import ReferralGroup
from bot.registration.models import Outcome
from bot.registration.register import (
    Referral,
    identify_asker,
    register_outcome,
    register_questions,
    replace_answer,
)


def has_outcome(request: EngineRequest) -> bool:
    """Whether a message has an outcome: a button that tells who asks has none, unless danger came with it."""
    return request.alarmed or _kind_of_choice(request) not in ("doelgroep", "overslaan")


def _kind_of_choice(request: EngineRequest) -> str:
    return (request.choice or "").partition(":")[0]


def count_answer(
    session: Session,
    contact: str | None,
    request: EngineRequest,
    answer: EngineAnswer,
    *,
    at: datetime,
) -> None:
    """Count who asks, what was asked and what came of it; nothing when there is no counted contact."""
    if contact is None:
        return
    outcome = None if answer.outcome is None else Outcome(answer.outcome)
    identify_asker(
        session,
        contact,
        audience=None if answer.audience is None else Audience(answer.audience),
        municipality=answer.municipality,
    )
    questions = [TopicId(one) for one in answer.questions]
    if outcome is not None and has_outcome(request):
        register_outcome(session, contact, outcome, at)
    if outcome is not None and _kind_of_choice(request) == "doelgroep":
        replace_answer(session, contact, questions, _referrals(answer), outcome, at=at)
    else:
        register_questions(session, contact, questions, _referrals(answer), at=at)


def _referrals(answer: EngineAnswer) -> list[Referral]:
    return [
        Referral(TopicId(one.topic), ContactId(one.contact), ReferralGroup(one.group))
        for one in answer.referrals
        if one.topic is not None
    ]
