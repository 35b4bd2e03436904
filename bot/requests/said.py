"""A message as the fields of a form read it, and what they make of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.knowledge.catalogue import Audience
from bot.replies import Choice


@dataclass(frozen=True)
class Said:
    """A message as a field reads it: clean text, or the id of a choice, with what the pipeline found in it."""

    text: str
    value: str | None = None
    """Of a choice `waarde:<value>`."""
    municipalities: tuple[str, ...] = ()
    """NIS codes of the municipalities that the lists find."""
    topic: str | None = None
    """The topic that the pipeline recognises, when it is sure."""
    contact: str | None = None
    """Id of the contact details that the gateway sealed from this message."""


@dataclass(frozen=True)
class Heard:
    """One message with what the pipeline made of it."""

    said: Said
    choice: str | None = None
    decision: str = ""
    intent: str = ""
    who: Audience | None = None
    """Who the speaker says to be (bot.requests.speaker)."""
    role: str | None = None
    """The word for that beside contact details."""

    @property
    def danger(self) -> bool:
        """Whether the pipeline hears danger in it."""
        return self.decision == "safety"


@dataclass(frozen=True)
class Filled:
    """A value for a field."""

    value: Any


@dataclass(frozen=True)
class Complaint:
    """Why there is no value yet, and what may be picked instead."""

    text: str
    choices: tuple[Choice, ...] = ()


Reading = Filled | Complaint
