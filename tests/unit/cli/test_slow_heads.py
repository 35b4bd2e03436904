"""Who sends the head of a request drop by drop is cut off (RELIABILITY.md S10)."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import web

from bot.cli.serve import LONGEST_HEAD, runner_of


async def hello(request: web.Request) -> web.Response:
    return web.Response(text="hallo")


@pytest.mark.parametrize("before", [b"", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"])
async def test_a_head_that_does_not_arrive_in_time_ends_the_connection(before: bytes):
    app = web.Application()
    app.router.add_get("/", hello)
    runner = runner_of(app, head=0.3)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    reader, writer = await asyncio.open_connection(*runner.addresses[0])
    writer.write(before + b"GET / HTTP/1.1\r\n")

    async def drip() -> None:
        while True:
            writer.write(b"X-Langzaam: 1\r\n")
            await asyncio.sleep(0.05)

    dripping = asyncio.create_task(drip())
    async with asyncio.timeout(5):
        received = await reader.read()
    dripping.cancel()
    writer.close()
    await runner.cleanup()
    assert received.count(b"hallo") == (1 if before else 0)


def test_the_server_itself_waits_no_longer_than_fifteen_seconds():
    assert LONGEST_HEAD <= 15
