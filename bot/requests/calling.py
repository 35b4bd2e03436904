"""Who wants to be called back, in any words: what it is about and when, as far as the message tells."""

from __future__ import annotations

import re

from bot.requests.options import LONGEST_SUBJECT
from bot.requests.periods import is_moment, is_only_period

_US = r"(?:mij|me|ons)"
_CALL = r"(?:(?:terug|op)\s?)?(?:bellen|telefoneren|contacteren per telefoon)"
_ASKS = re.compile(
    rf"^\W*(?:(?:ja|nee|ok|oke|hallo|dag|hoi|en|maar|dan|gewoon|graag|aub|alstublieft)\b\W*)*bel(?:t u)? {_US}\b"
    rf"|\b(?:kunt|kan|kunnen|kunde|zou|zouden|wilt|willen|mag|mogen)\b[^.?!]*\b{_US}\b[^.?!]*\b{_CALL}\b"
    rf"|\blaat {_US} (?:\w+ )?{_CALL}\b"
    r"|\b(?:wil|wou|willen|wens|wensen|graag|zou|zouden)\b[^.?!]*\b(?:(?:terug|op)?gebeld) (?:te )?word(?:en)?\b"
    rf"|[.,!?;]\s*(?:graag |gelieve )?bel {_US}\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:niet|geen|nooit|zonder)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:over|rond|betreffende|in verband met|i\.?v\.?m\.?) (?P<what>[^.?!,;\[\]]+)",
    re.IGNORECASE,
)
_DETAILS = re.compile(r"\[(?:TELEFOON|EMAIL)-\d+\]")
_PIECE = 5
"""Words of a moment at most: "dinsdag tussen 10 en 12"."""


def wants_call(text: str) -> bool:
    """Whether a message asks to be called: "bel mij morgen op …", "kan iemand mij bellen over …"."""
    return bool(_ASKS.search(text)) and not _DENIES.search(text)


def holds_details(text: str) -> bool:
    """Whether a message holds a number or an address, which nobody keeps outside a form."""
    return _DETAILS.search(text) is not None


def call_about(text: str) -> str | None:
    """What the call is to be about; None when the message does not tell."""
    found = next(
        (one["what"].strip() for one in _ABOUT.finditer(text) if not is_only_period(one["what"])),
        None,
    )
    words = re.sub(
        rf"\s+(?:aub|alstublieft|{_CALL}|(?:terug|op)?gebeld worden|op|via)$",
        "",
        found or "",
        flags=re.IGNORECASE,
    )
    return words if 2 < len(words) <= LONGEST_SUBJECT else None


def call_when(text: str) -> str | None:
    """The moment that a message names, as the longest piece of it that is nothing else."""
    words = re.sub(r"[,;.?!]|\[[^\]]*\]", " ", text).split()
    pieces = (
        " ".join(words[start : start + length])
        for length in range(_PIECE, 0, -1)
        for start in range(len(words) - length + 1)
    )
    small = ("op", "om", "in", "de", "en", "of", "bij", "kan", "best", "graag", "rond", "na")
    found = (
        one
        for one in pieces
        if is_moment(one) and not one.casefold().endswith(tuple(f" {w}" for w in small))
    )
    return next(
        (re.sub(r"^(?:op|kan|best|en|graag) ", "", one, flags=re.IGNORECASE) for one in found), None
    )
