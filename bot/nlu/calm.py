"""Messages that hold no danger by themselves, whatever a model hears in them: a moment, or a greeting."""

from __future__ import annotations

import re

from bot.requests.periods import is_only_period

_GREETING = re.compile(
    r"\W*(?:(?:hallo|hoi|hey|hé|dag|goede?(?:dag|morgen|middag|namiddag|avond)|goeie(?:dag|morgen|middag|namiddag|avond)|"
    r"mevrouw|meneer|iedereen|allemaal|wegwijs)\b\W*)+",
    re.IGNORECASE,
)


def is_calm(text: str) -> bool:
    """Whether a text is nothing but a moment or a greeting. The rules of danger have read it before."""
    return is_only_period(text) or bool(_GREETING.fullmatch(text))
