"""The rules that turn rankings, language and entities of one message into a decision."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.catalogue import Catalogue
from bot.nlu.beside import Heard, beside
from bot.nlu.decisions import Beside, Decision, Question, Ranking, Thresholds, Understanding
from bot.nlu.entities.abroad import KIND as ABROAD
from bot.nlu.following import ELSEWHERE as OTHERS
from bot.nlu.following import (
    Before,
    asks_a_side,
    asks_of_the_answer,
    asks_whom_then,
    elsewhere,
    names_topic,
    told_of_before,
    wants_a_person,
)
from bot.nlu.language import DUTCH, UNDETERMINED
from bot.nlu.wordlists import Found

ELSEWHERE = {"brussel": "initiatieven_elders"}
"""A follow-up about Brussels that names a Flemish municipality ("en in Antwerpen?") is about what that one does."""

WITNESS = 0.7
"""Weight of the intent model beside the model of danger; fitted leaving out one author of data/danger at a time."""

ALONE = 4.0
"""How much less the evidence of a sentence weighs that has lost its context."""

ASKING = 3.0
"""How much less the evidence of a message weighs that ends in a question: policy asks, danger mostly tells."""

NEAR = 0.04
"""Share from which a topic is offered to who seems to ask for something else: a short question may mean it."""

CARDED = 4.0
"""How much more it weighs right behind an emergency card: "voor mezelf" is about that danger then."""

_TINY = 1e-6

WORRIED, RELATIVE = "bezorgd_over_persoon", "burger"
"""The topic of who is worried, and the audience that "mijn zoon" tells."""
DANGER, SUICIDE = "noodgeval", "zelfdoding"
"""The intents of danger."""

PERSON = "medewerker_spreken"
"""The intent of who wants to speak to a person."""

WHOM = (WORRIED, "contact_helpdesk")
"""Topics offered to who asks whom to turn to, and about nothing."""

OPTIONS = 3
"""Choices that "Bedoelt u …?" offers at most."""


@dataclass(frozen=True)
class Alarm:
    """What the model of danger and the intent model hear in a message, or in a sentence of it."""

    danger: Mapping[str, float]
    ranking: Ranking
    alone: bool = False
    """Whether it is a sentence without the rest of its message."""
    asks: bool = False
    """Whether it ends in a question."""
    carded: bool = False
    """Whether an emergency card was shown right before it."""


def decide(
    *,
    catalogue: Catalogue,
    thresholds: Thresholds,
    language: str,
    whole: Heard,
    parts: Sequence[Heard] = (),
    asked: Sequence[Heard] = (),
    alarms: Sequence[Alarm] = (),
    alarmed: bool = False,
    follow_up: bool = False,
    before: Before | None = None,
    whom: bool = False,
    practice: bool = False,
    of_theme: bool = False,
    cites: str | None = None,
) -> Understanding:
    """One decision for one message; danger first, then language, then what was asked.

    `whom` says that it asks whom to turn to and nothing else: about what, has to be asked.
    `practice` says that it asks what a municipality does, and is short.
    `of_theme` says that it holds a word of the theme (knowledge/theme.yml): then it is not out of scope.
    `cites` is the topic that tells of the articles of law it names, when that is not the likeliest one.
    `alarmed` says that the rules have shown the card already: then only what is asked besides is answered.
    """
    intent, confidence = whole.ranking[0]
    if follow_up and intent in ELSEWHERE and _names_municipality(whole):
        intent = ELSEWHERE[intent]
    elif before is not None and (follow_up or intent not in catalogue.topics):
        intent = elsewhere(catalogue, before, whole.entities, intent)
    result = _Result(intent, confidence, language)
    questions = _questions(catalogue, thresholds, parts)
    kind = _danger(thresholds, alarms)
    if kind is not None or alarmed:
        questions = questions or _questions(catalogue, thresholds, asked) or _worried(whole)
    if kind is not None:
        return _Result(kind, confidence, language).as_(Decision.SAFETY, questions=questions)
    abroad = any(one.kind == ABROAD for one in whole.entities)
    if abroad and not questions and language in (DUTCH, UNDETERMINED):
        return result.as_(Decision.OUT_OF_SCOPE, options=_near(catalogue, whole.ranking))
    if follow_up and before is not None and wants_a_person(before):
        return _Result(PERSON, confidence, language).as_(Decision.CONVERSATION)
    if cites is not None and not questions and language in (DUTCH, UNDETERMINED):
        told = _Result(cites, confidence, language)
        return told.as_(Decision.ANSWER, questions=(_question(cites, whole.entities),))
    if before is not None and not questions and language in (DUTCH, UNDETERMINED):
        about = _of_before(catalogue, before, whole, intent, follow_up=follow_up)
        if _for_another(whole) and intent not in catalogue.topics:
            about = before.topic
        jumps = intent in catalogue.topics and not names_topic(before)
        if about is None and (jumps or not _is_sure(catalogue, thresholds, intent, confidence)):
            about = before.topic if asks_of_the_answer(before, whole.entities) else None
        if about is not None:
            told = _Result(about, confidence, language)
            return told.as_(Decision.ANSWER, questions=(_question(about, whole.entities),))
    unsure = follow_up or confidence < thresholds.answer or intent in catalogue.out_of_scope
    if language == UNDETERMINED and unsure:
        # Typing errors are in no dictionary either; what the model is sure of was no gibberish. Out of scope is no
        # such certainty: that is what words look like that nobody ever saw. Nor is what a follow-up has of the question
        # before it.
        return result.as_(Decision.FALLBACK)
    if language not in (DUTCH, UNDETERMINED):
        return result.as_(Decision.OTHER_LANGUAGE)
    if (whom or _for_another(whole)) and before is None and not questions:
        return result.as_(Decision.CLARIFY, options=WHOM)
    if intent == OTHERS and practice and confidence >= thresholds.clarify:
        confidence = max(confidence, thresholds.answer)
    if questions:
        rest = beside(catalogue, questions, asked, parts)
        return result.as_(Decision.ANSWER, questions=questions, beside=rest)
    if confidence >= (thresholds.follow_up if follow_up else thresholds.answer):
        if intent in catalogue.topics:
            one = (_question(intent, whole.entities),)
            rest = beside(catalogue, one, asked, parts)
            return result.as_(Decision.ANSWER, questions=one, beside=rest)
        if intent in catalogue.out_of_scope and not of_theme:
            return result.as_(Decision.OUT_OF_SCOPE, options=_near(catalogue, whole.ranking))
        if intent in catalogue.conversation:
            return result.as_(Decision.CONVERSATION)
    options = tuple(name for name, _ in whole.ranking if name in catalogue.topics)[:OPTIONS]
    if confidence >= thresholds.clarify and options:
        return result.as_(Decision.CLARIFY, options=options)
    return result.as_(Decision.FALLBACK, options=options)


def _worried(whole: Heard) -> tuple[Question, ...]:
    """What a relative asks who tells of danger to somebody else: whom to turn to, behind the card."""
    shares = dict(whole.ranking)
    relative = any(one.kind == "audience" and one.value == RELATIVE for one in whole.entities)
    harm = shares.get(SUICIDE, 0) > shares.get(DANGER, 0)
    if shares.get(WORRIED, 0) < NEAR or harm or not relative:
        return ()
    return (_question(WORRIED, whole.entities),)


def _of_before(
    catalogue: Catalogue, before: Before, whole: Heard, intent: str, *, follow_up: bool
) -> str | None:
    """The topic of a message that asks what another municipality does, or about one side of what was asked before."""
    if intent == OTHERS and whole.ranking[0][0] != OTHERS:
        return intent
    # A follow-up that still resembles another topic, in spite of how much it favours the last one, is about that.
    sure = intent in catalogue.topics and (not follow_up or intent != before.topic)
    sure = sure and not told_of_before(before, whole.entities, intent)
    if asks_whom_then(before, whole.entities, known=intent in catalogue.topics):
        return before.topic
    return before.topic if asks_a_side(before, whole.entities, sure=sure) else None


def _is_sure(catalogue: Catalogue, thresholds: Thresholds, intent: str, confidence: float) -> bool:
    """Whether a message is about a topic, or small talk, on its own."""
    known = intent in catalogue.topics or intent in catalogue.conversation
    return known and confidence >= thresholds.answer


def _near(catalogue: Catalogue, ranking: Ranking) -> tuple[str, ...]:
    """The topics that a message which seems out of scope may be about all the same."""
    near = [name for name, share in ranking if name in catalogue.topics and share >= NEAR]
    return tuple(near[:OPTIONS])


def _names_municipality(heard: Heard) -> bool:
    return any(one.kind == "municipality" for one in heard.entities)


def _for_another(heard: Heard) -> bool:
    """Whether a message is no more than for whom the same is asked: "en een medewerker van het CAW?"."""
    return any(one.kind == "for_audience" for one in heard.entities)


def _danger(thresholds: Thresholds, alarms: Sequence[Alarm]) -> str | None:
    """The likelier kind of danger, when both witnesses make it likely enough of the message or of a sentence in it.

    One witness is the model of danger, the other the share that the intent model gives to danger among all that a
    visitor can mean: the first is alarmed easily, the second knows what ordinary questions look like.
    """
    loudest = max(alarms, key=_evidence, default=None)
    if loudest is None or _evidence(loudest) < thresholds.safety:
        return None
    return max(loudest.danger, key=lambda kind: loudest.danger[kind])


def _evidence(alarm: Alarm) -> float:
    among_intents = sum(share for name, share in alarm.ranking if name in alarm.danger)
    told = _log_odds(sum(alarm.danger.values())) + WITNESS * _log_odds(among_intents)
    return (
        told
        - (ALONE if alarm.alone else 0)
        - (ASKING if alarm.asks else 0)
        + (CARDED if alarm.carded else 0)
    )


def _log_odds(share: float) -> float:
    return math.log(share + _TINY) - math.log(1 - share + _TINY)


@dataclass(frozen=True)
class _Result:
    intent: str
    confidence: float
    language: str

    def as_(
        self,
        decision: Decision,
        *,
        questions: tuple[Question, ...] = (),
        options: tuple[str, ...] = (),
        beside: Beside | None = None,
    ) -> Understanding:
        return Understanding(
            decision, self.intent, self.confidence, self.language, questions, options, beside
        )


def _questions(
    catalogue: Catalogue, thresholds: Thresholds, parts: Sequence[Heard]
) -> tuple[Question, ...]:
    """The topics that the parts of a long message ask about, each once, in order."""
    found: dict[str, Question] = {}
    for part in parts:
        topic, confidence = part.ranking[0]
        if topic in catalogue.topics and confidence >= thresholds.part:
            found.setdefault(topic, _question(topic, part.entities))
    return tuple(found.values())


def _question(topic: str, entities: Sequence[Found]) -> Question:
    expertise = next((one.value for one in entities if one.kind == "expertise"), None)
    return Question(topic, any(one.kind == "seeks_contact" for one in entities), expertise)
