"""A message that gives a sent request another value, as the choice that changes it."""

from __future__ import annotations

from typing import Any

from bot.engine.chosen import chosen
from bot.engine.protocol import EngineRequest, SentRequest
from bot.nlu.contrast import contrasted, says_only
from bot.nlu.entities.found import Found
from bot.requests.kinds import LOCAL, Field, Status
from bot.requests.moving import says_only_when
from bot.requests.rectifying import Rectified, rectified
from bot.requests.said import Said
from bot.requests.sent import Wish


def put_right(request: EngineRequest, parsed: dict[str, Any]) -> dict[str, Any] | None:
    """The parse of that choice, with the new value as `new`; where two requests may be meant, which one is asked."""
    found = _found(parsed)
    contrast = contrasted(request.text, found)
    towns = [one.value for one in found if one.kind == "municipality"]
    questions = (parsed.get("understanding") or {}).get("questions") or []
    said = Said(
        request.text,
        municipalities=(contrast.meant,) if contrast else tuple(dict.fromkeys(towns)),
        topic=questions[0]["topic"] if questions else None,
    )
    denied = contrast.denied if contrast else None
    other = any(one.kind == "audience" and one.value not in LOCAL for one in found)
    right = {
        place: one
        for place, sent in enumerate(request.sent, start=1)
        if sent.status == Status.OPEN
        and (one := rectified(said, sent, denied=denied)) is not None
        # Who turns out to be somebody else is heard as such first.
        and not (other and one.field is Field.FUNCTIE)
    }
    named = [place for place in right if _names_old(request.text, request.sent[place - 1])]
    places = named or list(right)
    if not places:
        return None
    if len(places) > 1:
        return chosen(Wish.CHANGE)
    return _change(places[0], right[places[0]], said)


def no_danger(text: str, parsed: dict[str, Any]) -> bool:
    """Whether a message says no more than that a request is for another time or municipality."""
    found = _found(parsed)
    return says_only_when(text) or (contrasted(text, found) is not None and says_only(text, found))


def _change(place: int, right: Rectified, said: Said) -> dict[str, Any]:
    new = {"words": right.words, "towns": list(said.municipalities), "topic": said.topic}
    return {**chosen(f"{Wish.CHANGE}:{place}_{right.field}"), "new": new}


def _names_old(text: str, sent: SentRequest) -> bool:
    """Whether a message names the time or the function as it was sent."""
    old = (sent.period, sent.function)
    return any(one is not None and one.casefold() in text.casefold() for one in old)


def _found(parsed: dict[str, Any]) -> list[Found]:
    return [
        Found(one["entity"], str(one["value"]), one["start"], one["end"])
        for one in parsed.get("entities") or ()
    ]
