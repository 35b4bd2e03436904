"""The wish to be called, in whatever words it is said: it opens the form, whatever else the model hears in them."""

from __future__ import annotations

from typing import Any

from bot.nlu.decisions import Decision
from bot.requests.reaching import asks_call, may_be_called

PERSON = "medewerker_spreken"
"""The intent whose action opens the form for a call (actions.beginning)."""


def with_wish(parsed: dict[str, Any], known: str | None) -> dict[str, Any]:
    """What the pipeline made of a message, led to that form when it asks for a call and no danger was heard.

    Whom the helpdesk does not call back gets the answer to what was asked besides, else the way to a person.
    """
    found = parsed.get("understanding") or {}
    told = (one["value"] for one in parsed.get("entities") or () if one["entity"] == "audience")
    answered = bool(found.get("questions"))
    asks = asks_call(parsed.get("text") or "", answered=answered)
    if found.get("decision") == Decision.SAFETY or not asks:
        return parsed
    if (found.get("beside") or {}).get("call"):
        # What is asked is answered first; the form is offered behind it.
        return parsed
    if answered and not may_be_called(known or next(told, None)):
        return parsed
    return {**parsed, "intent": {"name": PERSON, "confidence": 1.0}}
