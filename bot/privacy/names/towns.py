"""Municipalities of before 2025 that are called like persons, where a message names them as a place: "gemeente Melle".

Every other municipality is known by the lists and the model; these two are a first name and a family name too.
"""

from __future__ import annotations

import re

_AS_PLACE = re.compile(
    r"(?:^\W*|\b(?:gemeente|stad|dorp|in|uit|voor|bij|(?:ben|zijn|kom|komen|werk|werken|gemeente|stad|Merelbeke|Nazareth)"
    r"(?: van| en| -)) ?)(?P<town>De Pinte|Melle)(?=\W*$|\s*[,;?!]| (?:en|of|is|heeft|doet)\b)",
    re.IGNORECASE,
)


def without_places(text: str) -> str:
    """The text with blanks in place of such a name, as long as it was."""
    return _AS_PLACE.sub(
        lambda found: found[0].replace(found["town"], " " * len(found["town"])), text
    )
