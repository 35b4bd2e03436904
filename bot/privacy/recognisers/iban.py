"""Bank account numbers.

IBAN: ISO 13616 with the country structures of the SWIFT IBAN registry, as python-stdnum holds them
(`stdnum.iban`; for Belgium also `stdnum.be.iban`, whose extra check digits are not asked for here,
since a number that passes ISO 7064 is far more often a real account with a slip than anything
else). The Belgian notation from before IBAN, 3-7-2 digits with the last two modulo 97 (Febelfin,
protocol of 1972), still stands on old files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdnum import iban, numdb

from bot.privacy.digits import NearDigits, has_number
from bot.privacy.spans import Kind, Span

_START = re.compile(r"[A-Za-z]{2}[ .\-_]{0,2}[\dOo][ .\-_]?[\dOo](?=[ .\-_]{0,2}[A-Za-z0-9])")
_SEPARATORS = frozenset(" .-/_\t\n")
_MOST_SEPARATORS = 2
_CLOSE = 12
"""Characters from a digit within which a number begins, with letters O for its noughts."""
_OLD = re.compile(r"(?<![\d-])(\d{3})[-. ](\d{7})[-. ](\d{2})(?![\d-])")


def find(text: str) -> Iterator[Span]:
    """IBANs of any country, in any case, with or without separators, and old Belgian accounts."""
    if not has_number(text):
        return
    near = NearDigits(text, before=_CLOSE, behind=_CLOSE)
    end = 0
    for match in near.matches(_START):
        if match.start() >= end and (stop := _end(text, match.start())):
            yield Span(match.start(), stop, Kind.IBAN)
            end = stop
    for match in near.matches(_OLD):
        if (int(match[1] + match[2]) % 97 or 97) == int(match[3]):
            yield Span(match.start(), match.end(), Kind.IBAN)


def _end(text: str, start: int) -> int:
    """Where the IBAN that begins at `start` ends, or 0 when there is none."""
    if not (length := _length(text[start : start + 2].upper())):
        return 0
    signs = ""
    gap = 0
    for position in range(start, len(text)):
        character = text[position]
        if character.isascii() and character.isalnum():
            signs += character
            gap = 0
        elif character in _SEPARATORS and gap < _MOST_SEPARATORS:
            gap += 1
            continue
        else:
            return 0
        if len(signs) == length:
            glued = text[position + 1 : position + 2].isdigit()
            return 0 if glued or not _valid(signs) else position + 1
    return 0


def _valid(signs: str) -> bool:
    """Whether the check digits are right, also when a nought is typed as the letter O."""
    with_noughts = signs[:2] + signs[2:].upper().replace("O", "0")
    return any(iban.is_valid(one, check_country=False) for one in (signs, with_noughts))


@cache
def _length(country: str) -> int:
    """How many signs an IBAN of the country has, 0 for a country without."""
    known = numdb.get("iban").info(country)[0][1]
    parts = re.findall(r"(\d+)!?[nac]", known.get("bban", ""))
    return 4 + sum(map(int, parts)) if parts else 0
