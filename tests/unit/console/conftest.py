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
from tests.unit.console.desk import Desk
from tests.unit.conversations.talk import Talk
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


@pytest.fixture
async def anna(client: TestClient, login: Login) -> Desk:
    """A colleague who answers."""
    return Desk(client, "medewerker", await login())


@pytest.fixture
async def bas(client: TestClient, login: Login) -> Desk:
    """Another one, who also manages."""
    return Desk(client, "beheerder", await login("beheerder"))


@pytest.fixture
def waiting(client: TestClient) -> Talk:
    """A visitor who asked what OCAD is, and then for a person."""
    talk = Talk(client.app[DATABASE], municipality="44021")
    talk.say()
    talk.answer()
    talk.hand_over()
    return talk
