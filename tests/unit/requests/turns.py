"""A message read behind a question of a form."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.knowledge.catalogue import Audience
from bot.knowledge.library import load_library
from bot.nlu.wordlists import WordLists
from bot.requests.kinds import Field, RequestKind
from bot.requests.reading import Turn, read_turn
from bot.requests.said import Heard, Said
from bot.settings import Settings

TODAY = date(2026, 11, 25)
KNOWLEDGE = Settings.from_environment().knowledge
LISTS = WordLists.load(KNOWLEDGE)
GENT, AALST = "44021", "41002"


def turn(
    asked: Field | None,
    text: str = "x",
    *,
    choice: str | None = None,
    kind: RequestKind = RequestKind.PLAATSBEZOEK,
    decision: str = "clarify",
    intent: str = "",
    changing: bool = False,
    known: dict[Field, Any] | None = None,
    who: Audience | None = None,
    role: str | None = None,
    **about: Any,
) -> Turn:
    found = [one for one in LISTS.find(text) if one.kind == "municipality"]
    said = Said(
        text,
        value=choice.partition(":")[2] if choice else None,
        municipalities=tuple(one.value for one in found),
        **about,
    )
    heard = Heard(said, choice=choice, decision=decision, intent=intent, who=who, role=role)
    library = load_library(KNOWLEDGE)
    return read_turn(kind, asked, heard, library, today=TODAY, changing=changing, known=known)
