"""Belgian number plates.

Format: ministerial decree of 23 July 2001 on the registration of vehicles, with the series that the
DIV gives out: 1-ABC-123 since 2010, 123-ABC from 2008, ABC-123 before, and O, T, TX, M, Q, S, CD,
G, W and Z for oldtimers, taxis, motorcycles, trailers, mopeds, diplomats and others. There is no
check digit, and many things look alike ("500 EUR" was eaten by the plate pattern of
buerokratt/Presidio-Anonymizer). So a spelling that can be something else needs a word about
vehicles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.privacy.digits import NearDigits
from bot.privacy.spans import Kind, Span
from bot.privacy.wordlists import words

_LEFT, _RIGHT = r"(?<![\w€])(?<![\w][-./@])", r"(?![\w€%])(?![-/.,:]\d)"

_STRONG = tuple(
    re.compile(_LEFT + pattern + _RIGHT)
    for pattern in (
        # 1-ABC-123, in any case; glued or with dots as well
        r"[1-9][-.](?P<l1>[A-Za-z]{3})[-.]\d{3}",
        r"[1-9](?P<l2>[A-Za-z]{3})-?\d{3}",
        r"[1-9]-(?P<l3>[A-Za-z]{3}) ?\d{3}",
        r"[1-9] (?P<l4>[A-Z]{3}) \d{3}",
        # series with a letter: O-ABC-123, T-XAB-123, CD-AB-123
        r"(?:[OTMQSGUWZ]|TX|CD)-(?P<l5>[A-Z]{2,3})-\d{3}",
        # from before 2010, only as the plate itself is written
        r"(?P<l6>[A-Z]{3})-\d{3}",
        r"\d{3}-(?P<l7>[A-Z]{3})",
    )
)
_WEAK = tuple(
    re.compile(_LEFT + pattern + _RIGHT, re.IGNORECASE)
    for pattern in (
        r"[1-9][-. /]{0,3}(?P<l1>[a-z]{3})[-. /]{0,3}\d{3}",
        r"(?P<l2>[a-z]{3})[-. ]{0,3}\d{3}",
        r"\d{3}[-. ]{0,3}(?P<l3>[a-z]{3})",
        r"(?:[otmqsguwz]|tx|cd)[-. ]{0,3}(?P<l4>[a-z]{2,3})[-. ]{0,3}\d{3}",
        r"cd[-. ]?\d{2,3}[-. ]?\d{2,3}",
        r"(?:[otmqsguwz]|tx)[-. ]?\d{2,3}[-. ]?[a-z]{2,3}",
        # Dutch plates cross the border every day
        r"(?:\d{1,2}-[a-z]{2,3}-\d{1,2}|[a-z]{1,2}-\d{2,3}-[a-z]{1,2}|[a-z]{2}-[a-z]{2}-\d{2}|"
        r"\d{2}-[a-z]{2}-[a-z]{2})",
    )
)
_VEHICLE = re.compile(
    r"\b(?:nummer-?pla+te?n?|num+erpla+t|autoplaat|plaat|plaatnummer|kenteken(?:plaat)?|nrplaat|"
    r"nr\.? ?plaat|immatriculatie|auto|"
    r"autootje|wagen|bestelwagen|voertuig|camionette|bestelbusje|busje|vrachtwagen|moto|"
    r"motor(?:fiets)?|scooter|brommer|bromfiets|"
    r"bromfietsplaat|taxi|aanhangwagen|oldtimer|golf|bmw|audi|mercedes|volkswagen|vw|opel|peugeot|"
    r"renault|citro[eë]n|ford|"
    r"toyota|skoda|seat|volvo|polo|clio|geparkeerd|inschrijvingsbewijs)\b",
    re.IGNORECASE,
)
_NO_PLATE_BEFORE = re.compile(
    r"(?:\bart(?:ikel|\.)?|\bzaal|\blokaal|\bkamer|\bbus|\bversie|\bformulier|\bcursus|\bcode|"
    r"\bref(?:erentie)?\.?|\bdossier\w*|"
    r"\bnr\.?|\bwet|\bdecreet|\b§|\bmodule|\bnota|\bniveau|\blijn|\bmodel|\bvlucht|\bnorm|"
    r"\bblz\.?|\bp\.)[\s:(]{0,3}$",
    re.IGNORECASE,
)
_REACH_BEFORE, _REACH_BEHIND = 60, 25
_LONGEST = 15
"""More characters than any plate has."""


def find(text: str) -> Iterator[Span]:
    """Plates; a spelling that can be something else counts only near a word about vehicles."""
    if not re.search(r"\d\d", text):
        return
    near = NearDigits(text, before=_REACH_BEFORE + 40, behind=_REACH_BEHIND + 40)
    vehicles = [match.span() for match in near.matches(_VEHICLE)]
    here = NearDigits(text, before=_LONGEST, behind=_LONGEST)
    for pattern in _STRONG:
        for match in here.matches(pattern):
            before = text[max(0, match.start() - 20) : match.start()]
            if _plate(match) and (_near(match, vehicles) or not _NO_PLATE_BEFORE.search(before)):
                yield Span(match.start(), match.end(), Kind.NUMMERPLAAT)
    for pattern in _WEAK if vehicles else ():
        for match in near.matches(pattern):
            if _plate(match) and _near(match, vehicles):
                yield Span(match.start(), match.end(), Kind.NUMMERPLAAT)


def _near(match: re.Match[str], vehicles: list[tuple[int, int]]) -> bool:
    """Whether a word about vehicles stands not far before the plate, or close behind it."""
    return any(
        0 <= match.start() - end < _REACH_BEFORE or 0 <= start - match.end() < _REACH_BEHIND
        for start, end in vehicles
    )


def _plate(match: re.Match[str]) -> bool:
    """Whether the letters can be those of a plate: "500 EUR" and "art 352" are not."""
    letters = next((value for value in match.groupdict().values() if value), "")
    return letters.casefold() not in words("geen-nummerplaat")
