"""Whoever erases a conversation has the text gone from the disk at once, as the panel promises."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.audit.models import AuditLine
from bot.audit.verify import verify
from bot.gateway.keys import AUDIT, DATABASE
from tests.unit.gateway.conftest import Chat

CANARY = "kanariewoord"


def holders(folder: Path) -> list[str]:
    """The files of the database that hold the text."""
    return [
        one.name for one in sorted(folder.glob("*.sqlite*")) if CANARY.encode() in one.read_bytes()
    ]


async def test_what_was_erased_is_in_no_file_of_the_database(chat: Chat, tmp_path: Path):
    await chat.say(f"wat is een {CANARY}?")
    assert holders(tmp_path)
    response = await chat.client.delete(chat.address(""), headers=chat.headers)
    assert response.status == 204
    assert holders(tmp_path) == []


async def test_what_was_erased_while_someone_listens_is_gone_too(chat: Chat, tmp_path: Path):
    async with chat.client.get(chat.address("events"), headers=chat.headers) as stream:
        await chat.say(f"wat is een {CANARY}?")
        await chat.client.delete(chat.address(""), headers=chat.headers)
        await asyncio.wait_for(stream.content.read(), 5)
    assert holders(tmp_path) == []


async def test_what_a_visitor_erased_is_a_line_of_the_audit_log(chat: Chat):
    app = chat.client.app
    assert app is not None
    await chat.client.delete(chat.address(""), headers=chat.headers)

    def lines(session: Session) -> list[tuple[str, str, str | None]]:
        assert verify(session, app[AUDIT]) == []
        rows = session.scalars(select(AuditLine).where(AuditLine.actor == "bezoeker"))
        return [(one.actor, one.act, one.object) for one in rows]

    assert await app[DATABASE].read(lines) == [("bezoeker", "gewist", f"gesprek:{chat.id}")]
