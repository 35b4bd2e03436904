"""Text as the classifier sees it: one spelling for what means the same."""

from __future__ import annotations

import re
import unicodedata

_PLACEHOLDER = re.compile(r"\[([A-Z]+)-\d+\]")
_BESIDE = re.compile(r"\[(?:LEEFTIJD|SCHOOL)-\d+\]")
"""What is masked only because it stands beside a name: it tells of who is meant, and not of what is asked."""
_NUMBER = re.compile(r"\d+")
_NOT_WORD = re.compile(r"[^\w?+-]+")


def normalise(text: str) -> str:
    """Lower case without accents; placeholders of the privacy filter keep their kind, long numbers only their size.

    An age or a school that was masked is left out.
    """
    text = _BESIDE.sub(" ", text)
    text = _PLACEHOLDER.sub(lambda found: f" zz{found[1].lower()} ", text)
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = _NUMBER.sub(_shorten, plain)
    return _NOT_WORD.sub(" ", plain).strip()


def _shorten(found: re.Match[str]) -> str:
    digits = found[0]
    return digits if len(digits) <= 4 else "0" * 5
