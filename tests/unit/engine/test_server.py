"""What an engine that breaks on a message tells: that it broke and where, never the message."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.engine.protocol import EngineAnswer, EngineRequest

if TYPE_CHECKING:
    from bot.engine.agent import RasaEngine

pytestmark = pytest.mark.engine


class Broken:
    """Breaks on every message, and quotes it."""

    async def reply(self, request: EngineRequest) -> EngineAnswer:
        raise KeyError(request.text)


async def test_an_engine_that_breaks_logs_no_text(caplog: pytest.LogCaptureFixture):
    from bot.engine.server import create_app

    app = create_app(cast("RasaEngine", Broken()))
    async with TestClient(TestServer(app)) as client:
        response = await client.post("/reply", json={"text": "kanarie"})
        assert response.status == 500
        assert "kanarie" not in await response.text()
    assert "no reply: KeyError" in caplog.text
    assert "kanarie" not in caplog.text
