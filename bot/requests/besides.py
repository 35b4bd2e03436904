"""Two answers in one message: pieces beside the answer that was asked for, which say themselves what field they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.requests.correcting import with_text
from bot.requests.kinds import TIMES, Field
from bot.requests.periods import is_only_period
from bot.requests.said import Said

_BREAKS = re.compile(
    r"\s*[,;.\n]\s+|\s+(?:en|want|maar)\s+(?=(?:ik ben|het gaat|liefst|graag|in|over)\b)", re.I
)
_TIME = re.compile(
    r"(?:(?:het |dit )?(?:liefst|graag|best|kan|past|bij voorkeur|ergens)\W+)*(?P<value>.+)", re.I
)
_ABOUT = re.compile(
    r"(?:(?:het|dit|de vraag|mijn vraag) (?:gaat|zou gaan|is) )?(?:vooral |wel )?(?:over|rond) (?P<value>.+)",
    re.I,
)
_JOB = re.compile(r"(?:ik|k) (?:ben|werk als) (?:de |een |hier )*(?P<value>.+)", re.I)


def told_besides(
    said: Said, asked: Field, missing: Sequence[Field]
) -> tuple[Said, dict[Field, Said]]:
    """The words for the field that is asked, and those for other fields that are still open."""
    pieces = [one for one in _BREAKS.split(said.text.strip()) if one]
    if said.value is not None or said.contact is not None or len(pieces) < 2:
        return said, {}
    found: dict[Field, Said] = {}
    rest = []
    for piece in pieces:
        which, words = _field(piece, [one for one in missing if one not in found])
        if which is None:
            rest.append(piece)
        else:
            found[which] = with_text(said, words)
    return (with_text(said, ", ".join(rest)), found) if rest and found else (said, {})


def _field(piece: str, missing: Sequence[Field]) -> tuple[Field | None, str]:
    """The field that a piece is an answer to by its own words."""
    when = next((one for one in missing if one in TIMES), None)
    time = _TIME.fullmatch(piece)
    if when and time and is_only_period(time["value"]):
        return when, time["value"]
    for which, words in ((Field.ONDERWERP, _ABOUT), (Field.FUNCTIE, _JOB)):
        told = words.fullmatch(piece)
        if which in missing and told:
            return which, told["value"]
    return None, piece
