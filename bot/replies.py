"""What every step says: replies as data, never as HTML (DESIGN.md §5). The panel and the console make pages of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Kind(StrEnum):
    """What a reply is, so that the panel knows how to show it."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    REFER = "refer"
    FORM = "form"
    HANDOVER = "handover"
    SAFETY = "safety"
    SMALLTALK = "smalltalk"
    FALLBACK = "fallback"
    NOTICE = "notice"


class Strict(BaseModel):
    """Data that refuses fields it does not know and does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceCard(Strict):
    """Where a stated fact comes from."""

    title: str
    publisher: str
    url: str
    date: str | None = None


class ContactCard(Strict):
    """A service to turn to."""

    id: str
    name: str
    what_for: str
    url: str | None = None
    phone: str | None = None
    email: str | None = None
    referral: bool = False
    """Whether it is the answer itself (counted), or stands under "meer weten"."""


CHOICE = (
    r"^(onderwerp|doelgroep|medewerker|wachten|assistent|overslaan|aanvraag|veld|waarde|stop|intrekken|wijzig)"
    r"(:[a-z_0-9]+)?$"
)
"""What a quick reply may tell the engine; the last six belong to the requests of bot.requests."""


START = "vraag"
"""A start question of a site: it is sent as text alone, so no message carries this as its choice."""


class Choice(Strict):
    """A quick reply: the label is shown and sent as text, the value tells the engine what was picked."""

    label: str
    value: str = Field(pattern=f"{CHOICE}|^{START}$")


class Reply(Strict):
    """One reply of the bot or a notice of the system."""

    kind: Kind
    text: str
    """Markdown subset: paragraphs, lists, bold, links."""
    detail: str | None = None
    """More on demand, in the same subset."""
    topic: str | None = None
    title: str | None = None
    sources: tuple[SourceCard, ...] = ()
    contacts: tuple[ContactCard, ...] = ()
    choices: tuple[Choice, ...] = ()
    reviewed: str | None = None
    """Review date of the article, YYYY-MM-DD."""
    stale: bool = False
    """Whether the review date has passed."""
    step: int | None = None
    """Which question of a form this is, from 1."""
    steps: int | None = None
    """How many questions the form has."""
    asks: str | None = None
    """Key of the field that a form asks for (bot.requests.kinds.Field)."""

    def whole(self) -> str:
        """All that it says, what is told on demand included."""
        return f"{self.text}\n\n{self.detail}" if self.detail else self.text

    def data(self) -> dict[str, Any]:
        """The reply as JSON data."""
        return self.model_dump(mode="json")
