"""From probabilities to a decision: answer, ask what was meant, or say that it was not understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

Ranking = Sequence[tuple[str, float]]


class Decision(StrEnum):
    """What to do with a message (DESIGN.md §5)."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    SAFETY = "safety"
    CONVERSATION = "conversation"
    OUT_OF_SCOPE = "out_of_scope"
    OTHER_LANGUAGE = "other_language"
    FALLBACK = "fallback"


@dataclass(frozen=True)
class Thresholds:
    """Confidences, 0 to 1, from which something is done."""

    answer: float
    """Answer a message at once."""
    clarify: float
    """Ask "Bedoelt u …?"."""
    part: float
    """Take a part of a long message as a question."""
    follow_up: float
    """Answer a message that is read behind the question before it: there, the topic is mostly known."""
    safety: float
    """Show the emergency card: the one threshold in log odds, see bot.nlu.deciding."""


@dataclass(frozen=True)
class Question:
    """One topic that a message asks about, with what of its wording decides the route."""

    topic: str
    seeks_contact: bool = False
    expertise: str | None = None


@dataclass(frozen=True)
class Left:
    """A question without an answer, and the topics it may be about."""

    text: str
    topics: tuple[str, ...] = ()
    outside: bool = False
    """Whether this helpdesk is not for it."""


@dataclass(frozen=True)
class Beside:
    """What a message asks beside the questions that are answered."""

    left: tuple[Left, ...] = ()
    call: bool = False
    """Whether it asks for a person or a call as well."""


@dataclass(frozen=True)
class Understanding:
    """What the pipeline makes of a message."""

    decision: Decision
    intent: str
    confidence: float
    language: str
    questions: tuple[Question, ...] = ()
    options: tuple[str, ...] = ()
    """Topics to offer beside a clarification, or to who seems to be out of scope, at most three."""
    beside: Beside | None = None
    """What is asked beside what is answered."""

    def data(self) -> dict[str, Any]:
        """As plain data, for Rasa's message."""
        return asdict(self)
