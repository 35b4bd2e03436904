"""Danger that only the model of danger hears gets the card, also when another intent ranks first."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.cli.chat import converse
from bot.cli.parse import summary

if TYPE_CHECKING:
    from bot.engine.agent import RasaEngine

HEARD = "hij rijdt met nummerplaat [NUMMERPLAAT-1]"
"""A message that today's model takes for danger while it ranks "buiten bereik" first."""


def test_the_card_is_shown_whatever_ranks_first(engine: RasaEngine):
    parsed = summary(asyncio.run(engine.parse(HEARD)))
    assert parsed["decision"] == "safety"
    assert parsed["ranking"][0]["intent"] != parsed["intent"]
    [turn] = asyncio.run(converse(engine, {"turns": [HEARD]}))
    assert [one["kind"] for one in turn["replies"]] == ["safety"]
