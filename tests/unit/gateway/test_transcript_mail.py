"""Asking for the conversation by mail: only where that is set, only with the token, never in numbers."""

from __future__ import annotations

import dataclasses
import logging
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.gateway.app import create_app
from bot.settings import Settings
from tests.common.databases import lay_down
from tests.common.server import free_port, mail_environment
from tests.unit.gateway.conftest import Chat, NoEngines

ADDRESS = "an.peeters@voorbeeld.be"


async def opened(client: TestClient) -> Chat:
    made = await (await client.post("/api/conversations", json={"site": "demo"})).json()
    return Chat(client, made["id"], made["token"])


def mailing(folder: Path, **more: str) -> TestClient:
    environment = {"WEGWIJS_VAR": str(folder), **mail_environment(free_port(), **more)}
    settings = dataclasses.replace(
        Settings.from_environment(environment),
        database_url=lay_down(folder / "wegwijs.sqlite"),
    )
    return TestClient(TestServer(create_app(settings, engines=NoEngines())))


def holds(folder: Path, text: bytes) -> list[str]:
    return [file.name for file in folder.iterdir() if text in file.read_bytes()]


async def ask(chat: Chat, client_id: str = "een", address: str = ADDRESS) -> tuple[int, str]:
    answer = await chat.post("transcript/mail", {"client_id": client_id, "address": address})
    return answer.status, await answer.text()


async def test_without_a_mail_server_there_is_no_such_thing(chat: Chat):
    assert (await ask(chat))[0] == 404
    assert "data-mails" not in await (await chat.client.get("/panel?site=demo")).text()


async def test_it_can_be_switched_off(tmp_path: Path):
    async with mailing(tmp_path, WEGWIJS_MAIL_TRANSCRIPT="nee") as client:
        assert (await ask(await opened(client)))[0] == 404
        assert "data-mails" not in await (await client.get("/panel?site=demo")).text()


async def test_it_is_accepted_with_the_token_and_said_nowhere(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    async with mailing(tmp_path) as client:
        assert "data-mails" in await (await client.get("/panel?site=demo")).text()
        chat = await opened(client)
        assert (await ask(chat))[0] == 409
        await chat.say("Wat is OCAD?")
        assert (await ask(dataclasses.replace(chat, token="niets")))[0] == 401
        assert await ask(chat) == (202, "")
        status, said = await ask(chat, "twee", "geen.adres.van.iemand")
        assert (status, "iemand" in said) == (400, False)
        assert (await ask(chat, "drie", ""))[0] == 400
        told = await client.get(chat.address("transcript"), headers=chat.headers)
        assert ADDRESS not in await told.text()
    assert "peeters" not in caplog.text
    assert holds(tmp_path, b"peeters") == []


async def test_one_address_gets_no_flood_from_many_conversations(tmp_path: Path):
    async with mailing(tmp_path) as client:
        statuses = []
        for _ in range(6):
            chat = await opened(client)
            await chat.say("Wat is OCAD?")
            statuses.append((await ask(chat, address=ADDRESS.upper()))[0])
    assert statuses == [202] * 5 + [429]
