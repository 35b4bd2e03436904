"""The OpenAPI document describes what the gateway does."""

from __future__ import annotations

import json
from typing import Any

import pytest
from aiohttp.test_utils import TestClient
from pydantic import BaseModel

from bot.gateway import schemas
from bot.gateway.openapi import document
from bot.gateway.routes import ROUTES
from tests.unit.gateway.conftest import Chat

METHODS = {"get", "post", "put", "delete", "patch"}


def operations() -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (method, path): operation
        for path, item in document()["paths"].items()
        for method, operation in item.items()
        if method in METHODS
    }


def test_every_route_of_the_interface_is_described_and_no_other():
    routes = {
        (route.method.lower(), route.path)
        for route in ROUTES
        if route.path.startswith("/api/") and route.path != "/api/openapi.json"
    }
    assert set(operations()) == routes


def test_every_reference_leads_somewhere():
    found = json.dumps(document())
    names = {part.split('"')[0] for part in found.split("#/components/schemas/")[1:]}
    assert names <= set(document()["components"]["schemas"])
    assert names >= {"NewMessage", "AcceptedMessage", "Event", "Reply", "Problem"}


@pytest.mark.parametrize("operation", operations().values(), ids=lambda one: one["summary"])
def test_every_operation_tells_what_an_error_looks_like(operation: dict[str, Any]):
    content = operation["responses"]["default"]["content"]
    assert list(content) == ["application/problem+json"]


@pytest.mark.parametrize(("key", "operation"), operations().items(), ids=str)
def test_every_parameter_of_the_address_is_described(
    key: tuple[str, str], operation: dict[str, Any]
):
    in_path = [one["name"] for one in operation["parameters"] if one["in"] == "path"]
    assert in_path == (["id"] if "{id}" in key[1] else [])


def test_all_but_opening_needs_the_token():
    free = [key for key, operation in operations().items() if operation["security"] == []]
    assert free == [("post", "/api/conversations")]


async def test_the_document_is_served(client: TestClient):
    response = await client.get("/api/openapi.json")
    assert (response.status, response.content_type) == (200, "application/json")
    assert (await response.json())["openapi"] == "3.1.0"


async def test_what_is_answered_is_what_is_described(client: TestClient, chat: Chat):
    def check(model: type[BaseModel], data: Any) -> None:
        assert set(data) == set(model.model_fields)
        model.model_validate(data)

    check(
        schemas.OpenedConversation, await (await client.post("/api/conversations", json={})).json()
    )
    check(schemas.AcceptedMessage, await (await chat.say("wat is OCAD?")).json())
    check(schemas.Problem, await (await chat.say("iets anders")).json())
    async with client.get(chat.address("events"), headers=chat.headers) as stream:
        lines = [await stream.content.readline() for _ in range(3)]
    assert lines[:2] == [b"id: 1\n", b"event: entry\n"]
    check(schemas.Event, json.loads(lines[2].removeprefix(b"data: ")))
