"""Questions about another country: "hoe zit dat in Nederland?". Who only is from there asks about Flanders."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.nlu.entities.phrases import Hit

KIND = "abroad"

_THERE = re.compile(r"\b(?:in|voor|naar|bij|over|met) (?:heel )?$")
_ASKS = re.compile(
    r"^(?:(?:en|maar|dag|hallo),? )*(?:hoe|wat|welke?|wie|waar|wanneer|hoeveel|bestaat|bestaan|is er|zijn er"
    r"|krijg\w*|mag|mogen|kan|kunnen|heeft|hebben|en in|in)\b"
)
_HERE = re.compile(
    r"\b(?:hier|ons|onze|jullie|bij u|vlaams\w*|vlaanderen|belg\w*|brussel\w*|grens\w*|uit|vanuit|net zoals|anders"
    r"|ik (?:\w+ )?(?:woon|werk|ben|zit|kom|lees|las)|wij (?:wonen|werken|zijn|hebben|doen|zitten))\b"
)
"""Who speaks of himself, or of here, asks about Flanders."""
_AT_HOME = re.compile(r"\bbij ons (?=in )")
""" "Bij ons in Nederland" is there."""
_EVENT = re.compile(r"\b(?:na|sinds|zoals|aanslag\w*|gebeur\w*)\b")
"""What happened in a country is no question about how things are there."""


def asked_abroad(text: str, countries: Iterable[Hit]) -> Hit | None:
    """The country that a plain text asks about, if any."""
    if _HERE.search(_AT_HOME.sub("", text)):
        return None
    return next((one for one in countries if _asked(text, one)), None)


def _asked(text: str, country: Hit) -> bool:
    """Whether the sentence that names a country asks about it."""
    begin = max(text.rfind(sign, 0, country.start) for sign in ".!?\n;") + 1
    before = text[begin : country.start].lstrip()
    ends = re.search(r"[.!?\n;]|$", text[country.end :])
    asks = _ASKS.match(before) or (ends is not None and ends[0] == "?")
    return bool(asks and _THERE.search(before) and not _EVENT.search(before))
