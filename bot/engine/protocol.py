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


class SealedContact(Strict):
    """Contact details that the log holds, sealed: the engine learns that they are there, never what they are."""

    id: str


class SentRequest(Strict):
    """A request of this conversation as the log holds it (bot.requests.models.RequestRecord)."""

    kind: str
    status: str
    municipality: str | None = None
    topic: str | None = None
    subject: str | None = None
    period: str | None = None
    function: str | None = None
    contact: str | None = None
    """Id of the sealed contact details, while they are there."""


class EngineRequest(Strict):
    """What the engine gets of one message."""

    text: str
    """Clean text. The gateway bounds what a visitor sends; placeholders may make that more than twice as long."""
    choice: str | None = None
    alarmed: bool = False
    """Whether the rules of safety have already shown the card."""
    contact: SealedContact | None = None
    """Sealed from this message."""
    dialogue: Dialogue = Field(default_factory=Dialogue)
    audience: str | None = None
    municipality: str | None = None
    attended: bool = False
    """Whether a colleague of the helpdesk said to be there."""
    hours: dict[str, list[str]] | None = None
    """The site's own office hours (bot.sites.hours)."""
    sent: tuple[SentRequest, ...] = ()
    """The requests that were sent in this conversation, oldest first."""


class ReferralMade(Strict):
    """A contact that was given as the answer to a question."""

    topic: str | None
    """None for the emergency services: safety is no topic."""
    contact: str
    group: str


class RequestMade(Strict):
    """A request to the helpdesk, ready to be stored (bot.requests.models.RequestRecord)."""

    kind: str
    municipality: str | None = None
    topic: str | None = None
    subject: str | None = None
    """Clean text of the visitor, when no choice said it."""
    period: str | None = None
    function: str | None = None
    nature: str | None = None
    contact: str | None = None
    """Id of the sealed contact details that belong to it."""
    replaces: int | None = None
    """Place, from 1, among the requests of the conversation, of the one that it changes."""


class EngineAnswer(Strict):
    """What the engine makes of one message."""

    replies: tuple[Reply, ...]
    questions: tuple[str, ...]
    referrals: tuple[ReferralMade, ...]
    outcome: str | None
    """What came of the message; None for a step in a form, which is no message of its own."""
    intent: str
    ranking: tuple[dict[str, Any], ...]
    dialogue: Dialogue
    audience: str | None = None
    municipality: str | None = None
    request: RequestMade | None = None
    withdrawn: int | None = None
    """Place, from 1, of the request of this conversation that the visitor withdrew."""
    state: Literal["bot", "waiting"] = "bot"
    """`waiting` when the visitor asked for a person."""
