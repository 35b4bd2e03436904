"""What the model makes of one line by a colleague: who asked, about what, and to whom that is referred.

The line passes the privacy filter and then the engine, as a visitor's message does. It is written nowhere: what counts
has no text, and who registers a call needs none afterwards.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aiohttp import web

from bot.engine.client import EngineDown, EngineFailed
from bot.engine.protocol import EngineAnswer, EngineRequest
from bot.errors import InvalidInput, Unavailable
from bot.gateway.filtering import FILTER
from bot.gateway.keys import ENGINES, SETTINGS
from bot.knowledge.catalogue import Audience, ContactId, TopicId
from bot.knowledge.library import Library
from bot.nlu.wordlists import WordLists
from bot.privacy.cleaning import mask
from bot.privacy.persons import Persons
from bot.privacy.text import CleanText
from bot.registration.models import Outcome
from bot.registration.referring import routed

LONGEST = 300
"""Characters of a line."""


_lists = cache(WordLists.load)


def warm(request: web.Request) -> None:
    """Read the lists in a thread while a colleague still types: the first time that takes seconds."""
    folder = request.config_dict[SETTINGS].knowledge
    asyncio.get_running_loop().run_in_executor(None, _named, folder, "in Gent")


@dataclass(frozen=True)
class Suggestion:
    """What a colleague may change before it counts."""

    note: CleanText
    """The line as the filter lets it through."""
    topics: tuple[TopicId, ...]
    referrals: tuple[ContactId, ...]
    """What the assistant would refer to."""
    fitting: tuple[ContactId, ...]
    """What the routing names for who wants a contact; nothing is filled in with these."""
    audience: Audience
    municipality: str | None
    sure: bool
    """Whether the assistant would have answered this by itself."""
    alarming: bool
    """Whether it reads as acute danger."""


async def suggest(
    request: web.Request, line: str, library: Library, *, told: Audience
) -> Suggestion:
    """Understand a line, with who asks when a colleague told that; raises InvalidInput, FilterFailed, Unavailable."""
    if len(line) > LONGEST:
        raise InvalidInput(f"Houd de nota kort: hoogstens {LONGEST} tekens.")
    note = mask(await request.config_dict[FILTER].find(line), Persons.alone()).text
    folder = request.config_dict[SETTINGS].knowledge
    named = await asyncio.to_thread(_named, folder, note)
    audience = told
    if told is Audience.ONBEKEND and "audience" in named:
        audience = Audience(named["audience"])
    known = None if audience is Audience.ONBEKEND else audience.value
    try:
        asked = EngineRequest(text=note, audience=known)
        answer = await request.config_dict[ENGINES].reply(asked)
    except (EngineDown, EngineFailed):
        raise Unavailable("Het model antwoordt nu niet. Kies zelf waarover het ging.") from None
    return _suggestion(note, answer, library, audience, named.get("municipality"))


def _named(folder: Path, note: str) -> dict[str, str]:
    """What a line names, by kind: the first of each. A note begins with who asked: "burgemeester wil een plan"."""
    lists = _lists(folder)
    found = [*lists.find(note), *lists.find(f"als {note}")]
    return {one.kind: one.value for one in reversed(found)}


def _suggestion(
    note: CleanText,
    answer: EngineAnswer,
    library: Library,
    audience: Audience,
    municipality: str | None,
) -> Suggestion:
    heard = answer.questions or tuple(str(one["name"]) for one in answer.ranking[:1])
    topics = tuple(TopicId(one) for one in heard if one in library.catalogue.topics)
    ways = [id for one in topics for id in routed(one, audience, library)]
    return Suggestion(
        note=note,
        topics=topics,
        referrals=tuple(dict.fromkeys(ContactId(one.contact) for one in answer.referrals)),
        fitting=tuple(dict.fromkeys(ways)),
        audience=audience,
        municipality=municipality,
        sure=bool(answer.questions),
        alarming=answer.outcome == Outcome.SAFETY,
    )
