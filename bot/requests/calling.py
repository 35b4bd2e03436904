"""Who wants to be called back, in any words: what it is about and when, as far as the message tells."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.requests.options import LONGEST_SUBJECT
from bot.requests.periods import is_moment, is_only_period

_US = r"(?:mij|me|ons)"
_TO_CALL = r"(?:bellen|telefoneren)"
_CALL = rf"(?:(?:(?:terug|op)\s?)?{_TO_CALL}|(?:terug|op) te {_TO_CALL}|contacteren per telefoon)"
_CALLED = r"(?:terug|op)?gebeld"
_WANTS = r"(?:wil|wou|willen|wens|wensen|graag|zou|zouden)"
_MAY = r"(?:kunt|kan|kunnen|kunde|zou|zouden|wil|wilt|willen|wilde|mag|mogen)"
_BEGS = r"(?:gelieve|verzoek\w*|(?:ik|wij|we|de) vra(?:ag|gen)|mag ik (?:u )?vragen)"
_SOON = r"(?:eens|even|zo snel mogelijk|terug te|op te)"
_GAP = r"[^.?!]{0,100}"
"""Within a sentence, and never so far that a long message takes long to read."""
_ASKS = re.compile(
    rf"^\W*(?:(?:ja|nee|ok|oke|hallo|dag|hoi|en|maar|dan|gewoon|graag|aub|alstublieft)\b\W*)*bel(?:t u)? {_US}\b"
    rf"|\b{_MAY}\b{_GAP}\b{_US}\b{_GAP}\b{_CALL}\b"
    rf"|\blaat {_US} (?:\w+ )?{_CALL}\b"
    rf"|\b{_WANTS}\b{_GAP}\b{_CALLED} (?:te )?word(?:en)?\b"
    rf"|\b(?:{_WANTS}|{_BEGS})\b{_GAP}\b(?:worden {_CALLED}|{_US} (?:\w+ )?(?:terug|op)?bel(?:t|len))\b"
    rf"|\b(?:(?:mag|kan|word) ik|(?:mogen|kunnen|worden) w(?:ij|e))\b{_GAP}\b{_CALLED}\b"
    rf"|\b{_BEGS}\b{_GAP}\b{_US}\b{_GAP}\b(?:(?:terug|op) )?te {_TO_CALL}\b"
    r"|(?<!ik )(?<!wij )(?<!we )(?<!wil )(?<!willen )(?<!zou )(?<!zouden )\b(?:graag|gelieve)"
    rf"(?: {_SOON})*(?: {_US})?(?: {_SOON})* (?:(?:terug|op)\s?(?:te )?)?{_TO_CALL}\b"
    rf"|(?:[.,!?;:]|\b(?:en|dus|of|dan|ja|gelieve|graag))\s*(?:graag |gelieve )?(?:bel|telefoneer) {_US}\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:niet|geen|nooit|zonder)\b", re.IGNORECASE)
_CLAUSES = re.compile(r"[.,;!?]\s+|[;\n]|\s(?=(?:maar|want|dus)\s)")
_ABOUT = re.compile(
    r"\b(?:over|rond|betreffende|in verband met|i\.?v\.?m\.?) (?P<what>[^.?!,;\[\]]+)",
    re.IGNORECASE,
)
_PIECE = 5
"""Words of a moment at most: "dinsdag tussen 10 en 12"."""


def wants_call(text: str) -> bool:
    """Whether a message asks to be called: "bel mij morgen op …", "kan iemand mij bellen over …"."""
    return any(not _DENIES.search(_clause(text, one)) for one in _ASKS.finditer(text))


def _clause(text: str, found: re.Match[str]) -> str:
    """The clause that a match ends in, from where the match begins."""
    begins = found.end() - len(found[0].lstrip(" .,;:!?"))
    breaks = (one.end() for one in _CLAUSES.finditer(text))
    begins = max((one for one in breaks if one <= begins), default=0)
    after = _CLAUSES.search(text, found.end())
    return text[begins : after.start() if after else len(text)]


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
    found = time_told(text, is_moment)
    return found and re.sub(r"^(?:op|kan|best|en|graag) ", "", found, flags=re.IGNORECASE)


def time_told(text: str, is_time: Callable[[str], bool]) -> str | None:
    """The longest piece of a message that is such a time, without a small word behind it."""
    words = re.sub(r"[,;.?!]|\[[^\]]*\]", " ", text).split()
    pieces = (
        " ".join(words[start : start + length])
        for length in range(_PIECE, 0, -1)
        for start in range(len(words) - length + 1)
    )
    small = (
        *("op", "om", "in", "de", "een", "en", "of", "bij", "kan", "best", "graag", "rond", "na"),
        *("voor", "van", "aan", "ook", "te"),
    )
    return next(
        (
            one
            for one in pieces
            if is_time(one) and not one.casefold().endswith(tuple(f" {w}" for w in small))
        ),
        None,
    )
