"""An act and its line in the audit log in one transaction: there is never the one without the other."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from aiohttp import web
from sqlalchemy.orm import Session

from bot.audit.models import Act
from bot.console.render import COLLEAGUE
from bot.gateway.filtering import FILTER
from bot.gateway.keys import AUDIT, DATABASE, SETTINGS
from bot.knowledge.library import Library, load_library
from bot.privacy.cleaning import Cleaned, Found, mask
from bot.privacy.own_name import without_own_name
from bot.privacy.persons import Persons

T = TypeVar("T")

_ID = re.compile(r"[0-9a-f]{32,64}|[\w-]{22}", re.ASCII)
"""As ids are made here; whatever else stands in an address was typed by somebody, and may be a name."""

_NAMED = frozenset({"antwoord", "cijfers", "maandverslag", "site"})
"""Kinds whose ids are words of ours, looked up before they are noted."""

STILL_VIEWING = timedelta(hours=1)
"""A page that refreshes itself is one view for so long."""

VIEWS = web.AppKey("views", dict[tuple[str, str], datetime])
"""When who last opened what; a hint against flooding the log, so it may live in memory."""


async def act(
    request: web.Request, what: Act, object: str | None, work: Callable[[Session], T]
) -> T:
    """Do something in the name of who is logged in."""
    audit, actor = request.config_dict[AUDIT], request[COLLEAGUE].id

    def write(session: Session) -> T:
        result = work(session)
        audit.note(session, actor=actor, act=what, object=object)
        return result

    done: T = await request.config_dict[DATABASE].write(write)
    return done


async def found(request: web.Request, typed: str) -> Found:
    """Where personal data of others stand in a text of a colleague; raises FilterFailed."""
    every: Found = await request.config_dict[FILTER].find(typed)
    return without_own_name(every, request[COLLEAGUE].name)


async def cleaned(request: web.Request, typed: str) -> Cleaned:
    """What may be stored of a text that belongs to no conversation; raises FilterFailed."""
    return mask(await found(request, typed), Persons.alone())


async def note(
    request: web.Request, what: Act, object: str | None, *, allowed: bool = True
) -> None:
    """Note something that changes nothing, or that was refused."""
    audit, colleague = request.config_dict[AUDIT], request.get(COLLEAGUE)
    actor = "onbekend" if colleague is None else colleague.id
    told = _told(object)
    await request.config_dict[DATABASE].write(
        lambda session: audit.note(session, actor=actor, act=what, object=told, allowed=allowed)
    )


async def note_view(request: web.Request, object: str, *, refreshed: bool = False) -> None:
    """Note that a page was opened; one that refreshes itself is noted again after an hour only."""
    views, key, at = request.app[VIEWS], (request[COLLEAGUE].id, object), datetime.now(UTC)
    if refreshed and key in views and at - views[key] < STILL_VIEWING:
        return
    for old in [one for one, seen in views.items() if at - seen > STILL_VIEWING]:
        del views[old]
    views[key] = at
    await note(request, Act.VIEWED, object)


def _told(object: str | None) -> str | None:
    """What the log holds of an object: its kind, and its id when that is one."""
    kind, _, id = (object or "").partition(":")
    return object if not id or kind in _NAMED or _ID.fullmatch(id) else f"{kind}:?"


def library(request: web.Request) -> Library:
    """What Wegwijs knows."""
    return load_library(request.config_dict[SETTINGS].knowledge)
