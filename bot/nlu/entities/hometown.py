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


_ONLY_THERE = re.compile(
    r"\W*(?:(?:dag|hallo|goeiedag|goedemorgen|goedemiddag|medewerk(?:er|ster)|\w*dienst|van|de|het|stad|gemeente|hier"
    r"|lokaal bestuur|gemeentebestuur|stadsbestuur|bestuur)\b[\s,:]*)*[.!\s]*",
    re.IGNORECASE,
)
"""What may stand around a municipality in a message that only says whose local government it is of."""


def only_there(text: str, town: Found) -> bool:
    """Whether a message names a municipality and says no more: "Preventiedienst Leuven", "gemeente Boom hier"."""
    return _ONLY_THERE.fullmatch(f"{text[: town.start]} {text[town.end :]}") is not None


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
