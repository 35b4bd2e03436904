"""Numbers of identity cards, passports, residence cards and driving licences, beside the word that announces them.

Format: a Belgian identity card bears 590-1234567-12, twelve digits of which the last two are the rest modulo 97 (the
check of an old bank account too, so a number that stands alone and passes is masked there), a passport two letters and
six digits (Doc 9303 of ICAO, part 4, leaves other countries up to nine signs), a card of a foreigner a letter with nine
digits, a driving licence ten digits, the file of a foreigner at the immigration office ("OV-nummer") seven. Slips are
masked too, since the word says it all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.privacy.digits import has_number
from bot.privacy.recognisers.mistyped import beside, run_of
from bot.privacy.spans import Kind, Span

_NUMMER = r"(?:-?(?:nummers?|nr\.?))?"
_NO_LETTER = r"(?![^\W\d_])"
_CARD = re.compile(
    rf"(?<![^\W\d_])(?:(?:identiteits|verblijfs|vreemdelingen|kids-?id|e?-?id)-?(?:kaart|bewijs|titel|card)?|eid|kids-?id|"
    rf"kaart(?=-?nummer|-?nr)|rijbewijs){_NUMMER}{_NO_LETTER}",
    re.IGNORECASE,
)
_PASSPORT = re.compile(
    rf"(?<![^\W\d_])(?:paspoort|passport|reispas|reisdocument|identiteitskaart|verblijfskaart|verblijfstitel){_NUMMER}{_NO_LETTER}",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"(?<![^\W\d_])(?:(?:o\.?v\.?|dvz|vreemdelingen)[ -]?(?:dossier(?:nummer)?|nummers?|nr\.?)|dossier(?:nummer)? dvz|"
    rf"openbare[ -]veiligheidsnummer){_NO_LETTER}",
    re.IGNORECASE,
)
"""The number of a foreigner's file at the immigration office: of one person, for life."""
_SEVEN = re.compile(run_of(6, 8))
_DIGITS = re.compile(rf"(?<![\w+])(?:[A-Z][ -]?(?=\d))?{run_of(9, 13, glued=True)}")
_LETTERS = re.compile(r"(?<!\w)[A-Za-z]{1,2}[ .\-_]?\d(?:[ .\-_]?[\dOo]){5,7}(?!\w)")
_UNLIKE = re.compile(
    r"kbo|ondernem|btw|dossier|factuur|tel\b|telefoon|gsm|nis-?code|rekening|iban|wet\b|rijksregister|insz|bel\b",
    re.IGNORECASE,
)
"""What tells, between the word and a number, that the number is another."""


def find(text: str) -> Iterator[Span]:
    """Numbers of a document, with or without their signs and slips."""
    if not has_number(text):
        return
    for word, number in ((_CARD, _DIGITS), (_PASSPORT, _LETTERS), (_FILE, _SEVEN)):
        for start, end in beside(text, word, number, _UNLIKE):
            yield Span(start, end, Kind.IDENTITEITSBEWIJS)
