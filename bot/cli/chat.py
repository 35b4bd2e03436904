"""Voer gesprekken zonder databank: per lijn {"turns": [beurt…], "audience"?, "municipality"?} elke beurt beantwoord.

Een beurt is een tekst, of {"text", "choice"} voor een knop. Contactgegevens in een aanvraag worden nergens bewaard.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import secrets
from collections.abc import Container
from functools import cache
from typing import Any

from bot.cli.lines import read_lines, write_line
from bot.cli.model import newest_engine
from bot.engine.protocol import (
    Dialogue,
    EngineAnswer,
    EngineRequest,
    SealedContact,
    SentRequest,
)
from bot.gateway.schemas import LONGEST_TEXT
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import load_library
from bot.nlu.wordlists import WordLists
from bot.privacy.cleaning import clean
from bot.privacy.contact import contact_line
from bot.privacy.persons import Persons
from bot.replies import CHOICE
from bot.requests.kinds import FORMS, Status, asks_contact
from bot.requests.reaching import keeps_details
from bot.requests.speaker import is_for, role_beside
from bot.safety.card import card
from bot.safety.rules import check
from bot.settings import Settings

_lists = cache(WordLists.load)


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
        write_line({"turns": asyncio.run(converse(engine, line))})
    return 0


def wrong_shape(line: dict[str, Any], municipalities: Container[str]) -> str | None:
    """What is wrong with a conversation, in Dutch, or None."""
    for place, turn in enumerate(line["turns"], start=1):
        text, choice = _turn(turn)
        if not isinstance(text, str):
            return f"beurt {place} is geen tekst"
        if choice is not None and not (isinstance(choice, str) and re.fullmatch(CHOICE, choice)):
            return f"beurt {place} heeft een keuze die niet bestaat"
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


def _turn(turn: Any) -> tuple[Any, Any]:
    """Text and choice of a turn."""
    return (turn.get("text"), turn.get("choice")) if isinstance(turn, dict) else (turn, None)


def _request(
    text: str,
    choice: str | None,
    dialogue: Dialogue,
    line: dict[str, Any],
    persons: Persons,
    sent: list[SentRequest],
) -> EngineRequest:
    """The message as the gateway and the log would hand it on; contact details end here."""
    cleaned, contact = clean(text, persons), None
    stored = cleaned.text
    role = role_beside(cleaned.text, _lists(Settings.from_environment().knowledge))
    offered = contact_line(text, cleaned, role=None if role is None else role.word)
    alarmed = check(text) is not None
    keeps = keeps_details(cleaned.text, dialogue.slots, dialogue.active_loop)
    if offered is not None and keeps and not alarmed:
        stored = offered.text if asks_contact(dialogue.slots, dialogue.active_loop) else stored
        fits = is_for(None if role is None else role.audience, dialogue.slots, dialogue.active_loop)
        contact = None if not fits else SealedContact(id=f"niet-bewaard-{secrets.token_hex(4)}")
    return EngineRequest(
        text=stored,
        choice=choice,
        alarmed=alarmed,
        contact=contact,
        dialogue=dialogue,
        audience=line.get("audience"),
        municipality=line.get("municipality"),
        attended=bool(line.get("attended")),
        sent=tuple(sent),
    )


def _take_in(sent: list[SentRequest], answer: EngineAnswer) -> None:
    """What the log would do with the requests of an answer (bot.requests.changing)."""
    if answer.withdrawn is not None:
        place = answer.withdrawn - 1
        gone = {"status": Status.REFUSED.value, "contact": None}
        sent[place] = sent[place].model_copy(update=gone)
    made = answer.request
    if made is None or made.kind not in FORMS:
        return
    told = SentRequest(status=Status.OPEN.value, **made.model_dump(exclude={"nature", "replaces"}))
    if made.replaces is None:
        sent.append(told)
    else:
        sent[made.replaces - 1] = told


async def converse(engine: Any, line: dict[str, Any]) -> list[dict[str, Any]]:
    """Hold one conversation; a turn with a request to the helpdesk shows it, and it goes no further.

    `attended` in the line tells whether a colleague is there; without it nobody is.
    """
    dialogue, state, turns = Dialogue(), "bot", []
    persons = Persons.alone()
    sent: list[SentRequest] = []
    for text, choice in map(_turn, line["turns"]):
        danger = check(text)
        cards = [] if danger is None else [card(danger)]
        answer = await engine.reply(_request(text, choice, dialogue, line, persons, sent))
        dialogue = answer.dialogue
        _take_in(sent, answer)
        # As the log does: what a turn tells about the asker holds for the turns behind it.
        line = {
            **line,
            "audience": answer.audience or line.get("audience"),
            "municipality": answer.municipality or line.get("municipality"),
        }
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
                **({} if answer.request is None else {"request": answer.request.model_dump()}),
                **({} if answer.withdrawn is None else {"withdrawn": answer.withdrawn}),
            }
        )
    return turns
