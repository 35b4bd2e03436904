"""A gateway on a database of its own, with an engine that never gets ready."""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.engine.client import EngineDown
from bot.engine.protocol import EngineAnswer, EngineRequest
from bot.engine.supervisor import Engines
from bot.gateway.app import create_app
from bot.settings import Settings
from tests.common.databases import lay_down


class NoEngines(Engines):
    """Engines that are down."""

    def __init__(self) -> None:
        self.processes = []

    async def reply(self, request: EngineRequest) -> EngineAnswer:
        raise EngineDown


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[TestClient]:
    settings = dataclasses.replace(
        Settings.from_environment({"WEGWIJS_VAR": str(tmp_path)}),
        database_url=lay_down(tmp_path / "wegwijs.sqlite"),
    )
    app = create_app(settings, engines=NoEngines())
    async with TestClient(TestServer(app)) as opened:
        yield opened


@dataclasses.dataclass
class Chat:
    """One opened conversation."""

    client: TestClient
    id: str
    token: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def address(self, act: str) -> str:
        return f"/api/conversations/{self.id}/{act}".rstrip("/")

    async def post(self, act: str, body: Any = None) -> Any:
        return await self.client.post(self.address(act), json=body, headers=self.headers)

    async def say(self, text: str, **about: Any) -> Any:
        return await self.post("messages", {"client_id": "een", "text": text, **about})


@pytest.fixture
async def chat(client: TestClient) -> Chat:
    response = await client.post("/api/conversations", json={"site": "demo"})
    opened = await response.json()
    return Chat(client, opened["id"], opened["token"])
