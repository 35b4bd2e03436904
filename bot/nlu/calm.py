"""Messages without danger, whatever a model hears in them: a word, a moment, a greeting, going on, stopping."""

from __future__ import annotations

import re

from bot.requests.periods import is_only_period

_GREETING = re.compile(
    r"\W*(?:(?:hallo|hoi|hey|hé|dag|goede?(?:dag|morgen|middag|namiddag|avond)|goeie(?:dag|morgen|middag|namiddag|avond)|"
    r"mevrouw|meneer|iedereen|allemaal|wegwijs)\b\W*)+",
    re.IGNORECASE,
)


_ONE_WORD = re.compile(r"\W*[\w'’-]+\W*")
"""Too little for a model, which heard danger in "hij". The rules name the words that are danger by themselves."""
_ONWARD = re.compile(
    r"\W*(?:(?:ok[eé]?|ja|goed)\W+)?(?:doe|ga|gaan we)\W+(?:maar\W+|eens\W+)?(?:door|verder|voort)\W*",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"\W*(?:(?:nee|neen|ok[eé]?|sorry|laat maar)\W+)?(?:"
    r"(?:stop|annuleer|wis|verwijder)(?: maar| nu)? (?:alles|dit|dat)|(?:ik|k) hoef (?:dit|dat) niet meer|"
    r"bel (?:maar|gerust) naar (?:het|de) \w+)\W*",
    re.IGNORECASE,
)
"""What is said to a form or of an appointment, and of a life in other words: "het hoeft voor mij niet meer"."""


def is_calm(text: str) -> bool:
    """Whether a text is a word, a moment, a greeting, "ga door" or "stop alles". The rules read it before."""
    return is_only_period(text) or any(
        one.fullmatch(text) for one in (_GREETING, _ONE_WORD, _ONWARD, _STOPS)
    )
