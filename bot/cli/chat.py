"""Voer gesprekken zonder databank: per lijn {"turns": [tekst…], "audience"?, "municipality"?} elke beurt beantwoord."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Container
from typing import Any

from bot.cli.lines import read_lines, write_line
from bot.cli.model import newest_engine
from bot.engine.protocol import Dialogue, EngineRequest
from bot.gateway.schemas import LONGEST_TEXT
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import load_library
from bot.privacy.cleaning import clean
from bot.privacy.persons import Persons
from bot.safety.card import card
from bot.safety.rules import check
from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None: lines in, lines out."""


def run(chosen: argparse.Namespace) -> int:
    """Hold each conversation with the newest model, through safety and privacy as visitors do."""
    settings = Settings.from_environment()
    municipalities = load_library(settings.knowledge).municipalities
    engine = newest_engine(settings)

    def complaint(line: dict[str, Any]) -> str | None:
        return wrong_shape(line, municipalities)

    for line in read_lines(field="turns", kind=list, complaint=complaint):
        write_line({"turns": asyncio.run(_converse(engine, line))})
    return 0


def wrong_shape(line: dict[str, Any], municipalities: Container[str]) -> str | None:
    """What is wrong with a conversation, in Dutch, or None."""
    for place, text in enumerate(line["turns"], start=1):
        if not isinstance(text, str):
            return f"beurt {place} is geen tekst"
        if len(text) > LONGEST_TEXT:
            return f"beurt {place} is langer dan {LONGEST_TEXT} tekens"
    audience, municipality = line.get("audience"), line.get("municipality")
    if audience is not None and (not isinstance(audience, str) or audience not in set(Audience)):
        return f"'{audience}' is geen doelgroep; kies uit: {', '.join(Audience)}"
    if municipality is not None and (
        not isinstance(municipality, str) or municipality not in municipalities
    ):
        return f"'{municipality}' is geen NIS-code van een Vlaamse gemeente"
    return None


async def _converse(engine: Any, line: dict[str, Any]) -> list[dict[str, Any]]:
    dialogue, state, turns = Dialogue(), "bot", []
    persons = Persons.alone()
    for text in line["turns"]:
        danger = check(text)
        cards = [] if danger is None else [card(danger)]
        answer = await engine.reply(
            EngineRequest(
                text=clean(text, persons).text,
                alarmed=danger is not None,
                dialogue=dialogue,
                audience=line.get("audience"),
                municipality=line.get("municipality"),
            )
        )
        dialogue = answer.dialogue
        state = "waiting" if answer.state == "waiting" else state
        replies = [*cards, *answer.replies]
        turns.append(
            {
                "replies": [reply.data() for reply in replies],
                "questions": list(answer.questions),
                "referrals": list(
                    dict.fromkeys(
                        one.id for reply in replies for one in reply.contacts if one.referral
                    )
                ),
                "state": state,
            }
        )
    return turns
