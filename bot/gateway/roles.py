"""Reads the role that a visitor names beside his contact details; the lists come when somebody gives details."""

from __future__ import annotations

import asyncio
from functools import cache
from pathlib import Path

from bot.nlu.wordlists import WordLists
from bot.privacy.cleaning import Found
from bot.privacy.spans import Kind
from bot.privacy.text import CleanText
from bot.requests.speaker import Role, role_beside

_lists = cache(WordLists.load)


class RoleReader:
    """Reads the role in a message once it is clean; without lists there is none to read."""

    def __init__(self, lists: WordLists | None) -> None:
        self._lists = lists

    def __call__(self, text: CleanText) -> Role | None:
        """Who writes, with the word for it as it stands in the text."""
        return None if self._lists is None else role_beside(text, self._lists)


async def role_reader(knowledge: Path, found: Found) -> RoleReader:
    """The reader for a message; the first one with details waits until the lists are read, apart from the loop."""
    gives = any(one.kind in (Kind.EMAIL, Kind.TELEFOON) for one in found.spans)
    return RoleReader(await asyncio.to_thread(_lists, knowledge) if gives else None)
