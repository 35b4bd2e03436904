"""National register numbers and BIS numbers.

Format: royal decree of 3 April 1984 on the composition of the identification number of natural
persons, and of 8 February 1991 for BIS numbers (month + 20 or + 40): YYMMDD, a serial number of
three, and 97 minus the rest modulo 97, with a 2 in front for those born from 2000 on. python-stdnum
checks date and check digits (`stdnum.be.ssn`); its own `compact` knows no slash, comma or
underscore, so all that is not a digit goes before. Beside the word ("mijn INSZ is ...") a number with a slip in it
is masked as well: one digit too many or too few, wrong check digits, a letter O. Without the word so is one with wrong
check digits that has the points and the hyphen of a card ("85.07.30-033.29").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.be import ssn

from bot.privacy.digits import has_number
from bot.privacy.recognisers.mistyped import as_digits, beside, run_of
from bot.privacy.spans import Kind, Span

# A lookahead, because a number may begin in the middle of a wrong candidate ("2 kinderen: 1,
# 85.07.30-..."). Letters may be glued to it ("RR:00.01.05-642.20"), digits may not, nor the + of a
# telephone number.
_CANDIDATE = re.compile(r"(?<![\d+])(?=(\d(?:[ \t\n.,\-/_:*|]{0,3}\d){10})(?!\d))")

_WORD = re.compile(
    r"(?<![^\W\d_])(?:rijksregister(?:-?nummers?|-?nr\.?)?|rijksnummer|registernummer|insz(?:-?nummer|-?nr\.?)?|"
    r"niss|rrn(?:r\.?|-?nummer)?|rr(?:-?nummer|-?nr\.?)?|"
    r"bis-?(?:nummer|nr\.?)|nationaal nummer|nationaal nr\.?)(?![^\W\d_])",
    re.IGNORECASE,
)
_LIKE_ONE = re.compile(run_of(10, 12))
_UNLIKE = re.compile(
    r"kbo|ondernem|btw|dossier|factuur|\btel|\bbel|gsm|nis-?code|rekening|iban|wet\b|staatsblad|numac",
    re.IGNORECASE,
)
"""What tells, between the word and a number, that the number is another."""

_DOTTED = re.compile(
    r"(?<![\w+])(?<!\d[.\-/])\d\d\.(?:0\d|1[0-2]|2\d|3[0-2]|4\d|5[0-2])\.(?:[0-2]\d|3[01])-\d{3}[.\-]\d\d(?![\w]|[.\-/]\d)"
)
"""The way in which a card writes the number and nothing else is written: masked whatever its check digits."""
_VERSION = re.compile(
    r"\b(?:versie|version|release|build|ref(?:erentie)?|kenmerk|artikel(?:nummer)?)[ :.]{1,2}$",
    re.IGNORECASE,
)
"""What right before such a number with wrong check digits makes it another."""
_ABOUT_FILE = re.compile(
    r"(?:dossier|parket|zaak|factuur|notitie|pv|bestel|referentie|kenmerk|rol)-?(?:nummer|nr\.?|kenmerk)?[ :.#°]{0,3}"
    r"(?:(?:nr\.?|nummer|is)[ :]{0,2})?$",
    re.IGNORECASE,
)
"""What right before a number makes it that of a file, unless it is written as a card does."""
_BACK = 40


def find(text: str) -> Iterator[Span]:
    """Every spelling of eleven digits with valid date and check digits; beside the word, also what is nearly one."""
    if not has_number(text):
        return
    for start, stop in beside(text, _WORD, _LIKE_ONE, _UNLIKE):
        yield Span(start, stop, Kind.RIJKSREGISTER)
    text = as_digits(text)
    for match in _DOTTED.finditer(text):
        if not _VERSION.search(text, max(0, match.start() - _BACK), match.start()):
            yield Span(match.start(), match.end(), Kind.RIJKSREGISTER)
    end = 0
    for match in _CANDIDATE.finditer(text):
        start, stop = match.span(1)
        if (
            start >= end
            and ssn.is_valid(re.sub(r"\D", "", match[1]))
            and not _ABOUT_FILE.search(text, max(0, start - _BACK), start)
        ):
            yield Span(start, stop, Kind.RIJKSREGISTER)
            end = stop
