"""One colleague at the console, and visitors whose conversations exist already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp.test_utils import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.audit.models import AuditLine
from bot.gateway.keys import DATABASE
from bot.staff.accounts import by_login
from tests.unit.conversations.talk import Talk


@dataclass
class Desk:
    """A browser in which somebody is logged in."""

    client: TestClient
    login: str
    headers: dict[str, str]

    async def get(self, path: str) -> tuple[int, str]:
        """Open a page; gives status and HTML."""
        response = await self.client.get(f"/console{path}", headers=self.headers)
        return response.status, await response.text()

    async def post(self, path: str, **form: str) -> tuple[int, str]:
        """Send a form and follow to the page behind it."""
        response = await self.client.post(f"/console{path}", data=form, headers=self.headers)
        return response.status, await response.text()

    async def act(self, talk: Talk, act: str, **form: str) -> tuple[int, str]:
        """Act in a conversation."""
        return await self.post(f"/gesprek/{talk.id}/{act}", **form)

    @property
    def id(self) -> str:
        """Id of the account."""

        def find(session: Session) -> str:
            account = by_login(session, self.login)
            assert account is not None
            return account.id

        return self.read(find)

    def audited(self) -> list[tuple[str, str | None, bool]]:
        """What the audit log holds of this colleague, without logins."""
        mine = select(AuditLine).where(AuditLine.actor == self.id).order_by(AuditLine.seq)
        lines = self.read(
            lambda session: [(one.act, one.object, one.allowed) for one in session.scalars(mine)]
        )
        return [one for one in lines if one[0] != "aangemeld"]

    def read(self, work: Callable[[Session], Any]) -> Any:
        """Look into the database."""
        with Session(self.client.app[DATABASE]._reader) as session:
            return work(session)
