"""The municipality that someone says to be of: "preventieambtenaar in Mechelen", "wij in Genk", below a mail.

A municipality that a message only speaks of ("hoe pakt Gent dit aan?") is not the asker's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.nlu.entities.found import Found

KIND = "own_municipality"

_BETWEEN = re.compile(
    r"[\s,(]*(?:(?:in|van|uit|bij|te|voor|op|de|het|een|stad|gemeente|ocmw|lokaal bestuur|gemeentebestuur|stadsbestuur"
    r"|politie|politiezone|zone|lokale|dienst|team|preventie|samenleven|secundair|lager|middelbaar)\b[\s,]*){0,5}",
    re.IGNORECASE,
)
"""What may stand between who someone is and where."""

_OF_US = re.compile(
    r"\b(?:w(?:ij|e)|ons|hier|ik(?: \w+)?|w(?:ij|e) \w+|(?:kom|werk|woon)(?: ik)?)\s+(?:in|van|vanuit|uit|te|bij|voor)"
    r"(?:\s+(?:de|het|stad|gemeente|ocmw|lokaal bestuur|politiezone|politie))*\s*$",
    re.IGNORECASE,
)
"""What stands before one's own municipality: "bij ons in …", "ik werk voor de stad …"."""


def hometown(
    text: str, towns: Sequence[Found], *, who: Found | None, signed: int | None
) -> Found | None:
    """The asker's own among the municipalities of a text, given the sign of who asks and where the signature begins."""
    for town in towns:
        told = (
            who is not None
            and who.end <= town.start
            and _BETWEEN.fullmatch(text, who.end, town.start)
        )
        below = signed is not None and town.start >= signed
        if told or below or _OF_US.search(text[: town.start]):
            return Found(KIND, town.value, town.start, town.end)
    return None
