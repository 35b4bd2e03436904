"""A gateway whose console has one account of each role."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiohttp.test_utils import TestClient

from bot.gateway.keys import DATABASE
from bot.staff import accounts
from bot.staff.passwords import hashed
from bot.staff.roles import Role
from tests.unit.gateway.conftest import client

__all__ = ["client"]

PASSWORD = "een lang wachtwoord"
HASH = hashed(PASSWORD)
HERE = {"Sec-Fetch-Site": "same-origin"}
"""What a browser adds to a form of the console itself."""

Login = Callable[..., Awaitable[dict[str, str]]]


@pytest.fixture
async def people(client: TestClient) -> None:
    """One account a role; the login is the name of the role."""
    for role in Role:
        await client.app[DATABASE].write(
            lambda session, role=role: accounts.create(
                session, login=role.value, name=role.label, role=role, password=HASH
            )
        )


@pytest.fixture
def login(client: TestClient, people: None) -> Login:
    """Logs in and gives the headers of a browser that did: http hides a secure cookie from the test's own jar."""

    async def enter(
        name: str = "medewerker", password: str = PASSWORD, **form: Any
    ) -> dict[str, str]:
        response = await client.post(
            "/console/aanmelden",
            data={"login": name, "password": password, **form},
            headers=HERE,
            allow_redirects=False,
        )
        assert response.status == 303, await response.text()
        return {**HERE, "Cookie": response.headers["Set-Cookie"].partition(";")[0]}

    return enter
