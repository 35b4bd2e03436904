"""The OpenAPI 3.1 document, made from the models that check the requests."""

from __future__ import annotations

from functools import cache
from typing import Any

from aiohttp import web
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from bot.gateway.schemas import (
    AcceptedMessage,
    Event,
    Feedback,
    MailTranscript,
    NewConversation,
    NewMessage,
    OpenedConversation,
    Preview,
    Previewed,
    Problem,
    Queue,
    Typing,
)

_MODELS: tuple[type[BaseModel], ...] = (
    AcceptedMessage, Event, Feedback, MailTranscript, NewConversation, NewMessage, OpenedConversation, Preview,
    Previewed, Problem, Queue, Typing,
)  # fmt: skip
_REF = "#/components/schemas/{model}"
_ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
_RESUME = {
    "name": "Last-Event-ID",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "pattern": "^[0-9]{1,12}$"},
    "description": "Number of the last entry that was received.",
}

_FORMAT = {
    "name": "format",
    "in": "query",
    "required": False,
    "schema": {"enum": ["text", "html"]},
    "description": "A page to print instead of plain text.",
}
_POLL = {
    "name": "poll",
    "in": "query",
    "required": False,
    "schema": {"enum": ["now", "idle", "busy", "slow"]},
    "description": "Long poll: the answer ends once it holds news, or after a while. Tells what the reader shows of an "
    "answer that is being made; with 'now' it ends at once.",
}


async def openapi(request: web.Request) -> web.Response:
    """Serve the document."""
    return web.json_response(document())


@cache
def document() -> dict[str, Any]:
    """The whole document as data."""
    _, schemas = models_json_schema([(one, "validation") for one in _MODELS], ref_template=_REF)
    one = "/api/conversations/{id}"
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Wegwijs",
            "version": "1",
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "paths": {
            "/api/conversations": {
                "post": _operation(
                    "Start een gesprek",
                    body=NewConversation,
                    gives={201: OpenedConversation},
                    open_to_all=True,
                )
            },
            f"{one}/messages": {
                "post": _operation(
                    "Stuur een bericht", body=NewMessage, gives={202: AcceptedMessage}, at_one=True
                )
            },
            f"{one}/preview": {
                "post": _operation(
                    "Toon wat van een tekst bewaard zou worden; er wordt niets van bewaard",
                    body=Preview,
                    gives={200: Previewed},
                    at_one=True,
                )
            },
            f"{one}/events": {"get": _stream()},
            f"{one}/feedback": {
                "post": _operation(
                    "Beoordeel een antwoord", body=Feedback, gives={204: None}, at_one=True
                )
            },
            f"{one}/handover": {
                "post": _operation("Vraag een medewerker", gives={202: None}, at_one=True)
            },
            f"{one}/handover/cancel": {
                "post": _operation(
                    "Wacht niet langer op een medewerker", gives={204: None}, at_one=True
                )
            },
            f"{one}/close": {
                "post": _operation("Sluit het gesprek", gives={204: None}, at_one=True)
            },
            f"{one}/transcript": {"get": _text("Het gesprek als tekst")},
            f"{one}/transcript/mail": {
                "post": _operation(
                    "Mail het gesprek naar een adres, als deze Wegwijs dat doet",
                    body=MailTranscript,
                    gives={202: None},
                    at_one=True,
                )
            },
            one: {"delete": _operation("Wis het gesprek", gives={204: None}, at_one=True)},
        },
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(
    summary: str,
    *,
    gives: dict[int, type[BaseModel] | None],
    body: type[BaseModel] | None = None,
    at_one: bool = False,
    open_to_all: bool = False,
) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "summary": summary,
        "security": [] if open_to_all else [{"token": []}],
        "parameters": [_ID] if at_one else [],
        "responses": {str(status): _response(model) for status, model in gives.items()}
        | {
            "default": {
                "description": "Fout",
                "content": {"application/problem+json": {"schema": _ref(Problem)}},
            }
        },
    }
    if body is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": _ref(body)}},
        }
    return operation


def _stream() -> dict[str, Any]:
    operation = _operation("Volg het gesprek", gives={}, at_one=True)
    operation["parameters"] += [_RESUME, _POLL]
    operation["responses"]["200"] = {
        "description": "Gebeurtenissen 'entry' (Event, met zijn nummer als id) en, zonder nummer, 'typing' (Typing) "
        "en zolang de bezoeker op een medewerker wacht 'queue' (Queue).",
        "content": {
            "text/event-stream": {
                "schema": {"anyOf": [_ref(one) for one in (Event, Typing, Queue)]}
            }
        },
    }
    return operation


def _text(summary: str) -> dict[str, Any]:
    operation = _operation(summary, gives={}, at_one=True)
    operation["responses"]["200"] = {
        "description": "Gelukt",
        "content": {kind: {"schema": {"type": "string"}} for kind in ("text/plain", "text/html")},
    }
    operation["parameters"].append(_FORMAT)
    return operation


def _response(model: type[BaseModel] | None) -> dict[str, Any]:
    if model is None:
        return {"description": "Gelukt"}
    return {"description": "Gelukt", "content": {"application/json": {"schema": _ref(model)}}}


def _ref(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": _REF.format(model=model.__name__)}
