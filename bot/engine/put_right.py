"""A message that gives a sent request another value, as the choice that changes it."""

from __future__ import annotations

from typing import Any

from bot.engine.chosen import chosen
from bot.engine.protocol import EngineRequest
from bot.nlu.contrast import contrasted
from bot.nlu.entities.found import Found
from bot.requests.kinds import Status
from bot.requests.rectifying import rectified
from bot.requests.said import Said
from bot.requests.sent import Wish


def put_right(request: EngineRequest, parsed: dict[str, Any]) -> dict[str, Any] | None:
    """The parse of that choice, with the new value as `new`; of more than one request the last is meant."""
    found = [
        Found(one["entity"], str(one["value"]), one["start"], one["end"])
        for one in parsed.get("entities") or ()
    ]
    contrast = contrasted(request.text, found)
    towns = [one.value for one in found if one.kind == "municipality"]
    questions = (parsed.get("understanding") or {}).get("questions") or []
    said = Said(
        request.text,
        municipalities=(contrast.meant,) if contrast else tuple(dict.fromkeys(towns)),
        topic=questions[0]["topic"] if questions else None,
    )
    denied = contrast.denied if contrast else None
    for place, sent in reversed(list(enumerate(request.sent, start=1))):
        right = rectified(said, sent, denied=denied) if sent.status == Status.OPEN else None
        if right is not None:
            new = {"words": right.words, "towns": list(said.municipalities), "topic": said.topic}
            return {**chosen(f"{Wish.CHANGE}:{place}_{right.field}"), "new": new}
    return None
