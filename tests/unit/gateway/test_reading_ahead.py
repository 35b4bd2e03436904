"""Nobody waits for what a server can read before the first visitor comes."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

from aiohttp.test_utils import TestClient, TestServer

from bot.gateway.app import create_app
from bot.handover.opening import load_opening
from bot.knowledge.library import load_library
from bot.settings import PROJECT, Settings
from tests.unit.gateway.conftest import NoEngines


async def start_and_stop(folder: Path, knowledge: Path) -> None:
    settings = dataclasses.replace(
        Settings.from_environment({"WEGWIJS_VAR": str(folder)}),
        database_url=f"sqlite:///{folder / 'wegwijs.sqlite'}",
        knowledge=knowledge,
    )
    async with TestClient(TestServer(create_app(settings, engines=NoEngines()))) as client:
        assert (await client.get("/demo")).status == 200


async def test_the_knowledge_and_the_hours_were_read_before_anybody_asked(tmp_path: Path):
    knowledge = shutil.copytree(PROJECT / "knowledge", tmp_path / "knowledge")
    await start_and_stop(tmp_path, knowledge)
    for load in (load_library, load_opening):
        before = load.cache_info().misses
        load(knowledge)
        assert load.cache_info().misses == before


async def test_with_broken_knowledge_the_server_starts_all_the_same(tmp_path: Path):
    await start_and_stop(tmp_path, tmp_path / "nowhere")
