"""Reading a message with the intent model: as a whole, piece by piece, and in the light of what was asked before.

The numbers below were fitted on tests/development (90 mails and 150 follow-ups written for that purpose); how, and what
else was tried, is in docs/decisions/0007-questions-in-mails-and-follow-ups.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.nlu.classifier import IntentModel, Probabilities
from bot.nlu.segments import asked_behind_role, segments, without_greeting
from bot.requests.calling import wants_call

Ranking = list[tuple[str, float]]

MANY_WORDS = 35
"""A message from this length on is read piece by piece: it may hold several questions."""

SHORT_PART = 0.6
"""How sure each of at least two questions of a shorter message must be: most short messages ask one thing."""

LONGEST = 6000
"""Characters that are read; the gateway lets 4,000 through, and placeholders may lengthen a text."""

TOLD_BEFORE, SAID_BEFORE = 0.5, 0.25
"""Weight of a piece read together with the pieces that told its context, or with the question just before it."""

UNSURE = 0.4
"""A short message that is less sure than this as a whole may still ask one thing outright, behind who asks it."""

IN_CONTEXT = 0.5
"""Weight of a follow-up read behind the question before it, beside that of the follow-up alone, which is 1."""

STAYS, STAYS_SHORT, STAYS_POINTING = 2.0, 1.0, 0.4
"""How much a follow-up favours the last topic (log odds), more so when it is short or points back ("dat", "daar")."""

STAYS_WHOM = 2.0
"""The same for a message that only asks whom to turn to: "en bij wie kan ik daarmee terecht?"."""

NO_SMALLTALK = 0.7
"""How much less a follow-up is small talk (log odds): "stuur maar door" behind a question is about that question."""

NO_OUTSIDE = 2.5
"""How much less it is out of scope (log odds): without its subject it resembles no topic, like what lies outside."""

NOTHING_ALONE = 12.0
"""The same for what is no sentence without the question before it: "en voor een CLB?"."""

SHORT = 9
"""Words of a short follow-up at most."""

SURE = 0.8
"""A message as sure as this on its own is a new question, whatever was asked before."""

_POINTS_BACK = re.compile(
    r"\b(dat|die|daar\w*|dit|deze|er|het|hij|zij|ze|hem|haar|hun|zoiets|zo'n|dan|ook)\b",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(
    r"\W*(?:en|maar|of|ook|ok[eé]?|ja|goed|wat)\b[\s,]*(?:dan|ook|wat)?\s*(?:voor|bij|in|met|van|op|aan)\s"
    r"(?!.*\b(?:is|zijn|was|heb\w*|heeft|kan|kunnen|mag|mogen|moet\w*|wil\w*|gaat|gaan|wordt|worden|word|doe\w*"
    r"|krijg\w*|vind\w*|kom\w*|vraag|zoek\w*)\b)",
    re.IGNORECASE,
)
"""A follow-up without a verb: a preposition and what it is about this time."""
_WHOM = re.compile(
    r"\W*(?:(?:en|maar|ok[eé]?|ja|goed|dan)\W+)*(?:(?:bij|tot|met|naar|aan) wie(?= dan\W*$|\W*$)"
    r"|(?:(?:bij|tot|met|naar|aan) wie|waar)"
    r" (?:kan|kunnen|moet|moeten|mag|mogen) (?:ik|we|wij)|wie (?:kan|moet) ik"
    r"|wie helpt (?:mij|ons)|wie kan (?:mij|ons|daar|hier))"
    r"(?:\W+(?:nu|dan|daar\w*|hier\w*|met|voor|over|terecht|zijn|bellen|contacteren"
    r"|iets|meer|een|zorg|zorgen|bezorgdheid|zeggen|vertellen|uitleggen|mee|bij|aanspreken|vragen|vraag|deze|die|dat|dit|het|best|verder|helpen|hulp|in|te))*\W*$",
    re.IGNORECASE,
)
"""A message that asks whom to turn to and nothing else."""
_BARE = re.compile(
    r"\W*(?:(?:en|maar|ok[eé]?|ja)\W+)*(?:wie|hoe|wanneer|waarom|waar) \w+ (?:die|dat|dit|deze|ze|hij|het|er)\W*$",
    re.IGNORECASE,
)
"""A question with nothing but a verb and a word that points back: "wie beheert die?"."""
_ASSENT = re.compile(
    r"^\W*(?:(?:ok[eé]?|okay|ja|goed|prima|duidelijk|top|super|dank (?:u|je)|bedankt|merci)\b\W*)+"
    r"(?=(?:en|maar|dan|hoe|wie|wat|waar\w*|wanneer|welke?|hoeveel)\b)",
    re.IGNORECASE,
)
"""What is said to the answer before a further question: "oké, en daarna?"."""
_TINY = 1e-6


@dataclass(frozen=True)
class Before:
    """The question before this message."""

    text: str
    topic: str


@dataclass(frozen=True)
class Piece:
    """A part of a message with its own ranking."""

    text: str
    ranking: Ranking


class Reader:
    """Reads messages with one trained model."""

    def __init__(
        self, model: IntentModel, *, smalltalk: frozenset[str], outside: frozenset[str]
    ) -> None:
        self._model = model
        self._smalltalk = np.array([label in smalltalk for label in model.labels], dtype=np.float64)
        self._outside = np.array([label in outside for label in model.labels], dtype=np.float64)

    def whole(self, text: str) -> Ranking:
        """Every intent with its probability for the message as one, most probable first."""
        return self._ranked(self._alone(without_greeting(text[:LONGEST])))

    def _alone(self, text: str) -> Probabilities:
        """Probabilities of a message; behind who asks it, what is asked counts as much as the whole."""
        asked = asked_behind_role(text)
        told = self._model.predict([text] if asked is None else [text, asked])
        return np.asarray(told.mean(axis=0))

    def behind(self, text: str, before: Before) -> tuple[Ranking, bool]:
        """The ranking in the light of the question before it, and whether it is read as a follow-up of that."""
        text = _ASSENT.sub("", without_greeting(text[:LONGEST]), count=1)
        bare = _BARE.match(text) is not None
        elliptical = bare or (len(text.split()) <= SHORT and _ELLIPSIS.match(text) is not None)
        hangs = elliptical or _WHOM.match(text) is not None
        outside = NOTHING_ALONE if hangs else NO_OUTSIDE
        alone = self._alone(text)
        alone_here = self._inside(alone, outside)
        if before.topic not in self._model.labels:
            return self._ranked(alone), False
        lost = bare or (hangs and self._outside[alone.argmax()])
        if _normal(alone_here).max() >= SURE and not lost:
            return self._ranked(alone), False
        behind = self._inside(self._model.predict([f"{before.text} {text}"])[0], outside)
        weights = (IN_CONTEXT, 1.0) if elliptical else (1.0, IN_CONTEXT)
        scores = weights[0] * alone_here + weights[1] * behind
        scores -= NO_SMALLTALK * self._smalltalk
        scores[self._model.labels.index(before.topic)] += _stays(text)
        return self._ranked(_normal(scores)), True

    def _inside(self, probabilities: Probabilities, outside: float) -> Probabilities:
        """Log probabilities of a follow-up, which is less out of scope than it looks."""
        return np.asarray(np.log(probabilities + _TINY) - outside * self._outside)

    def pieces(self, text: str, whole: Ranking) -> list[Piece]:
        """The parts of a long message, or the questions of a short one that asks two things, or tells something first.

        No pieces means that the message is read as a whole.
        """
        said = segments(text[:LONGEST])
        if len(said) < 2:
            return []
        if len(text.split()) >= MANY_WORDS:
            return self._read(said)
        asking = [one for one in self._read(said) if asks(one.text)]
        sure = {one.ranking[0][0] for one in asking if one.ranking[0][1] >= SHORT_PART}
        return asking if len(sure) > 1 or (sure and whole[0][1] < UNSURE) else []

    def each(self, said: Sequence[str]) -> list[Piece]:
        """Sentences, each read by itself."""
        if not said:
            return []
        rankings = map(self._ranked, self._model.predict(said))
        return [Piece(one, ranking) for one, ranking in zip(said, rankings, strict=True)]

    def _read(self, said: list[str]) -> list[Piece]:
        contexts, weights = _contexts(said)
        alone, behind = np.split(np.log(self._model.predict([*said, *contexts]) + _TINY), 2)
        mixed = (1 - weights) * alone + weights * behind
        return [
            Piece(one, self._ranked(_normal(row))) for one, row in zip(said, mixed, strict=True)
        ]

    def _ranked(self, probabilities: Probabilities) -> Ranking:
        order = np.argsort(-probabilities)
        return [(self._model.labels[place], float(probabilities[place])) for place in order]


def _stays(text: str) -> float:
    short = STAYS_SHORT if len(text.split()) <= SHORT else 0.0
    short += STAYS_WHOM if _WHOM.match(text) else 0.0
    pointing = STAYS_POINTING if _POINTS_BACK.search(text) else 0.0
    return STAYS + short + pointing


def _contexts(said: list[str]) -> tuple[list[str], NDArray[np.float64]]:
    """Each piece with what was told before it: the context up to the last question, else the question just before."""
    contexts, weights = [], []
    asked = -1
    for place, piece in enumerate(said):
        told = min(place - asked - 1, 2)
        behind = told or min(place, 1)
        contexts.append(" ".join(said[place - behind : place + 1]))
        weights.append(TOLD_BEFORE if told else SAID_BEFORE if place else 0.0)
        if _asks(piece):
            asked = place
    return contexts, np.array(weights)[:, None]


_ASKING = re.compile(
    r"\?|\b(graag (weten|vernemen|horen|ontvangen|had|kreeg|zouden|willen)"
    r"|(wij|we|ik) (zoeken|zoek|zouden|zou|willen|wil|vragen|vraag|had|hadden|horen|vernemen)"
    r"|kan u|kunt u|kunnen (jullie|wij|we)|vernamen|benieuwd|stuurt?|bezorg|laat (ons|me) weten"
    r"|(mijn|onze|tweede|andere|volgende|laatste) vraag)\b",
    re.IGNORECASE,
)


_OUTRIGHT = re.compile(
    r"\W*(?:(?:en|ook|daarnaast|verder|ten tweede|dan|eerst|\d vraagjes?:|\w+ vragen:)\W+)*"
    r"(?:hoe\w*|wat|wie|waar\w*|wanneer|welke?|is|zijn|kan|kunnen|mag|mogen|moet|moeten|heb|hebt|hebben|heeft"
    r"|bestaat|bestaan|krijg\w*|geldt|wordt|worden|geven|geeft"
    r"|organiseren|bieden|doen|(?:komen|komt|doet|wil|willen|zou|zouden) (?:jullie|u|iemand|er|wij|we)"
    r"|(?:ik|wij|we) (?:zoek|zoeken|zou|zouden|wil|willen)|graag)\b",
    re.IGNORECASE,
)


def asks_outright(piece: str) -> bool:
    """Whether a piece is a question by its form: its first words, or its mark."""
    return piece.rstrip().endswith("?") or _OUTRIGHT.match(piece) is not None


def asks_whom(text: str) -> bool:
    """Whether a text asks whom to turn to and nothing else."""
    return _WHOM.match(text) is not None


def told(text: str) -> list[str]:
    """The sentences that only tell, of a message that also asks something outright."""
    said = segments(text[:LONGEST])
    telling = [one for one in said if not asks_outright(one)]
    return telling if len(telling) < len(said) else []


def asked(text: str) -> list[str]:
    """The sentences that ask something, of a message with more than one."""
    said = segments(text[:LONGEST])
    return [one for one in said if asks(one)] if len(said) > 1 else []


def asks(piece: str) -> bool:
    """Whether a piece is a question by its form, or asks to be called."""
    return asks_outright(piece) or wants_call(piece)


def _asks(piece: str) -> bool:
    return _ASKING.search(piece) is not None


def _normal(scores: NDArray[np.float64]) -> Probabilities:
    exponents = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(exponents / exponents.sum(axis=-1, keepdims=True))
