"""A choice, picked or said in words, as what the pipeline would make of a message."""

from __future__ import annotations

from typing import Any

from bot.engine.spoken import ON

CHOICE = "keuze"
"""Intent of a quick reply in domain.yml."""

TOLD = "zegt"
"""Choice that no button has: who asks was typed, and nothing else."""

JOB = "beroep"
"""The same for a function that does not tell who asks: "ik ben stafmedewerker"."""

DENIED = "ontkent"
"""The same for who is not who he was taken for: "ik ben geen ambtenaar"."""

LIVES = "woont"
"""The same for the municipality that someone lives in."""


def chosen(choice: str) -> dict[str, Any]:
    """The parse of a choice."""
    intent = {"name": CHOICE, "confidence": 1.0}
    kind, _, value = choice.partition(":")
    return {
        "text": choice,
        "intent": intent,
        "intent_ranking": [intent],
        "entities": [{"entity": "municipality", "value": value}] if kind == LIVES else [],
        "choice": choice,
        "follow_up": kind == ON,
    }
