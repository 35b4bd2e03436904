"""What the HTTP interface takes and gives, as models: they check requests and make the OpenAPI document."""

from __future__ import annotations

import asyncio
from typing import Any, TypeVar

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.errors import InvalidInput
from bot.registration.models import Reason
from bot.replies import CHOICE, Reply

LONGEST_TEXT = 4000
"""Characters of a message."""

PATIENCE = 10.0
"""Seconds in which the body of a request must arrive."""

NO_NUL = r"^[^\x00]*$"
"""PostgreSQL stores no NUL, and no keyboard types one."""


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


Body = TypeVar("Body", bound=_Body)


class NewConversation(_Body):
    """Which site the widget stands on."""

    site: str = Field(default="demo", min_length=1, max_length=40)
    municipality: str | None = Field(default=None, pattern=r"^\d{5}$", description="NIS code")


class OpenedConversation(BaseModel):
    """The secret token is given once."""

    id: str
    token: str
    state: str
    seq: int


class NewMessage(_Body):
    """One message of the visitor; a retry carries the same client_id."""

    client_id: str = Field(pattern=r"^[A-Za-z0-9_.:-]{1,64}$")
    text: str = Field(min_length=1, max_length=LONGEST_TEXT, pattern=NO_NUL)
    choice: str | None = Field(default=None, max_length=80, pattern=CHOICE)


class AcceptedMessage(BaseModel):
    """Given once the message is stored durably; `text` is what was stored."""

    seq: int
    text: str
    masked: list[str]
    sealed: bool
    """Whether contact details were sealed for the form that is open; without one the reply tells whether they stay."""
    state: str


class MailTranscript(_Body):
    """Where the conversation is to be mailed; a retry carries the same client_id."""

    client_id: str = Field(pattern=r"^[A-Za-z0-9_.:-]{1,64}$")
    address: str = Field(min_length=1, max_length=254, pattern=NO_NUL)


class Preview(_Body):
    """A text that is not sent yet."""

    text: str = Field(min_length=1, max_length=LONGEST_TEXT, pattern=NO_NUL)


class Previewed(BaseModel):
    """What would be stored of it, and the kinds of what was masked."""

    text: str
    masked: list[str]


class Feedback(_Body):
    """Whether the answer with this number was useful."""

    seq: int = Field(ge=1, lt=2**31)
    useful: bool
    reason: Reason | None = Field(default=None, description="why not, only with useful=false")


class Event(BaseModel):
    """One entry of the stream."""

    seq: int
    at: str
    sender: str
    text: str | None
    reply: Reply | None
    state: str | None
    client_id: str | None
    useful: bool | None


class Queue(BaseModel):
    """Where who waits for a person stands; the texts are Dutch."""

    place: int = Field(ge=1)
    wait: str | None = Field(description="wait to expect; null when nothing honest can be said")
    absent: str | None = Field(
        description="that nobody is there and when somebody is; null when somebody is there"
    )


class Typing(BaseModel):
    """Whether the assistant makes an answer, and whether that takes longer than usual."""

    on: bool
    slow: bool


class Problem(BaseModel):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str


async def read_body(request: web.Request, model: type[Body]) -> Body:
    """The body of a request; raises InvalidInput with what is wrong, in Dutch and without its content."""
    try:
        async with asyncio.timeout(PATIENCE):
            content = await request.read()
    except TimeoutError:
        raise InvalidInput("Het verzoek kwam niet op tijd aan.") from None
    except web.RequestPayloadError:
        raise InvalidInput("Het verzoek is onderweg beschadigd.") from None
    try:
        return model.model_validate_json(content)
    except ValidationError as error:
        raise InvalidInput(
            _explain(error.errors(include_input=False, include_url=False)[0])
        ) from None


def _explain(error: Any) -> str:
    kind, field = error["type"], ".".join(str(part) for part in error["loc"])
    if kind.startswith("json"):
        return "Het verzoek is geen geldige JSON."
    if field == "text" and kind in ("string_too_short", "missing"):
        return "Typ eerst een bericht."
    if field == "text" and kind == "string_too_long":
        return f"Een bericht telt hoogstens {LONGEST_TEXT} tekens. Maak uw bericht korter of splits het."
    if field == "address" and kind.startswith("string_too"):
        return "Typ een e-mailadres."
    if kind == "missing":
        return f"Het veld '{field}' ontbreekt."
    if kind == "extra_forbidden":
        return "Het verzoek heeft een veld dat niet bekend is."
    return f"Het veld '{field}' is niet geldig." if field else "Het verzoek is niet geldig."
