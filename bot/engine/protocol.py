"""What travels between log and engine: one request and one answer a message, with the dialogue state in both."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.replies import Reply, Strict


class Dialogue(BaseModel):
    """The dialogue state that travels with each request; bounded, so cost does not grow with the conversation."""

    model_config = ConfigDict(extra="forbid")

    slots: dict[str, Any] = Field(default_factory=dict)
    active_loop: str | None = None


class EngineRequest(Strict):
    """What the engine gets of one message."""

    text: str
    """Clean text. The gateway bounds what a visitor sends; placeholders may make that more than twice as long."""
    choice: str | None = None
    alarmed: bool = False
    """Whether the rules of safety have already shown the card."""
    dialogue: Dialogue = Field(default_factory=Dialogue)
    audience: str | None = None
    municipality: str | None = None


class ReferralMade(Strict):
    """A contact that was given as the answer to a question."""

    topic: str | None
    """None for the emergency services: safety is no topic."""
    contact: str
    group: str


class EngineAnswer(Strict):
    """What the engine makes of one message."""

    replies: tuple[Reply, ...]
    questions: tuple[str, ...]
    referrals: tuple[ReferralMade, ...]
    outcome: str
    intent: str
    ranking: tuple[dict[str, Any], ...]
    dialogue: Dialogue
    audience: str | None = None
    municipality: str | None = None
    state: Literal["bot", "waiting"] = "bot"
    """`waiting` when the visitor asked for a person."""
