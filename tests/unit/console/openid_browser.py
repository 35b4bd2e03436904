"""A browser without a person: what a login by the organisation sends and gets, cookies by hand over http."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from aiohttp.test_utils import TestClient, TestServer

from bot.audit.models import AuditLine
from bot.gateway.app import create_app
from bot.gateway.keys import DATABASE
from bot.settings import Settings
from tests.unit.gateway.conftest import NoEngines

AWAY = {
    "Sec-Fetch-Site": "cross-site",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Dest": "document",
}
"""What a browser says when the provider sends it back."""


@asynccontextmanager
async def gateway(folder: Path, environment: dict[str, str]) -> AsyncIterator[TestClient]:
    """A gateway with an organisation's login."""
    settings = Settings.from_environment({"WEGWIJS_VAR": str(folder), **environment})
    async with TestClient(TestServer(create_app(settings, engines=NoEngines()))) as client:
        yield client


class Browser:
    """One browser at the console."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.cookies: dict[str, str] = {}
        self.asked: dict[str, str] = {}

    async def get(self, path: str, **headers: str) -> tuple[int, str, str]:
        """Status, address it is sent to, and HTML."""
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        response = await self.client.get(
            path, headers={**headers, **({"Cookie": kept} if kept else {})}, allow_redirects=False
        )
        for line in response.headers.getall("Set-Cookie", []):
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value.strip('"')
            if not self.cookies[name]:
                del self.cookies[name]
        return response.status, response.headers.get("Location", ""), await response.text()

    async def depart(self, target: str = "/console/accounts") -> str:
        """Press the button; gives the provider's address."""
        status, address, html = await self.get(f"/console/oidc/login?naar={target}")
        assert status == 302, html
        self.asked = {name: one[0] for name, one in parse_qs(urlsplit(address).query).items()}
        return address

    async def come_back(self, address: str, **headers: str) -> tuple[int, str, str]:
        """Follow the provider's way back."""
        parts = urlsplit(address)
        return await self.get(f"{parts.path}?{parts.query}", **{**AWAY, **headers})

    @property
    def is_in(self) -> bool:
        """Whether it has a session."""
        return "__Host-wegwijs" in self.cookies


async def audited(client: TestClient) -> list[tuple[str, str, str | None, bool]]:
    """What the audit log holds, but for the daily purge."""
    return await client.app[DATABASE].read(
        lambda session: [
            (one.actor, one.act, one.object, one.allowed)
            for one in session.query(AuditLine).order_by(AuditLine.seq)
            if one.actor != "systeem"
        ]
    )
