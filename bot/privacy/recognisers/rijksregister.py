"""National register numbers and BIS numbers.

Format: royal decree of 3 April 1984 on the composition of the identification number of natural
persons, and of 8 February 1991 for BIS numbers (month + 20 or + 40): YYMMDD, a serial number of
three, and 97 minus the rest modulo 97, with a 2 in front for those born from 2000 on. python-stdnum
checks date and check digits (`stdnum.be.ssn`); its own `compact` knows no slash, comma or
underscore, so all that is not a digit goes before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.be import ssn

from bot.privacy.spans import Kind, Span

# A lookahead, because a number may begin in the middle of a wrong candidate ("2 kinderen: 1,
# 85.07.30-..."). Letters may be glued to it ("RR:00.01.05-642.20"), digits may not, nor the + of a
# telephone number.
_CANDIDATE = re.compile(r"(?<![\d+])(?=(\d(?:[ \t\n.,\-/_:*|]{0,3}\d){10})(?!\d))")


def find(text: str) -> Iterator[Span]:
    """Every spelling of eleven digits with valid date and check digits."""
    end = 0
    for match in _CANDIDATE.finditer(text):
        start, stop = match.span(1)
        if start >= end and ssn.is_valid(re.sub(r"\D", "", match[1])):
            yield Span(start, stop, Kind.RIJKSREGISTER)
            end = stop
