"""Telephone numbers.

Format: the Belgian numbering plan (royal decree of 27 April 2007, BIPT) and those of other
countries, as libphonenumber knows them (`phonenumbers`). Its matcher reads running text as
a Belgian; the pattern below adds Dutch numbers without country code, and what the matcher leaves
out on purpose: numbers glued to letters ("gsm0474...") or followed by another number
("0474 12 34 56 3 keer"). A letter O for a nought and underscores are read as what they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import Leniency, PhoneNumber, PhoneNumberMatcher, PhoneNumberType
from stdnum.be import vat

from bot.privacy.digits import has_number
from bot.privacy.folding import PERSON
from bot.privacy.recognisers.mistyped import as_digits
from bot.privacy.spans import Kind, Span

_REGIONS = ("BE", "NL")
_GAP = r"[ \t.,/()\-]{0,3}"
_CANDIDATE = re.compile(
    rf"(?<![\d+])(?=((?:\+ ?|00 ?|\(0|0|(?<!\w)(?=3[12]))[1-9](?:{_GAP}\d){{7,12}})(?!\d))"
)
_SHAPES = (
    # with country code, national with a trunk zero; the lengths are tried by the library
    re.compile(rf"(?:\+ ?|00 ?)?3[12]{_GAP}(?:\(?0\)?)?{_GAP}(?:[1-9](?:{_GAP}\d){{7,8}})(?!\d)"),
    re.compile(rf"\(?0[1-9](?:{_GAP}\d){{8}}(?!\d)"),
    re.compile(rf"\(?0[1-9](?:{_GAP}\d){{7}}(?!\d)"),
)
# Numbers that anybody may call belong to a service, never to one person.
_PUBLIC = frozenset(
    {
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.UAN,
    }
)
_ABOUT_PHONE = re.compile(r"\b(?:tel|telefoon\w*|gsm\w*|bel|belt|mobiel|whatsapp|sms|fax)\b", re.I)
_ABOUT_FILE = re.compile(
    r"\b(?:\w*dossier|referentie|ref|factuur|kbo|ondernemings|btw|isbn|issn|pv|klantn|notitie|bestel|"
    r"rolnummer|kenmerk|numac|lidnummer|polis|nis)(?:-?nummer|-?nr|-?code|nummer|ummer|r)?\.?"
    r"[ :.#°(]{0,3}(?:(?:nr\.?|nummer|is|be)[ :]{0,2}){0,2}(?:\d{2,4}[/-])?$",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    rf"\b(?:algeme(?:en|ne)|centra(?:al|le)|onthaal)[ -]?(?:(?:telefoon|info|onthaal)-?)?(?:nummer|lijn)\b"
    rf"[^.!?\n\d{PERSON}]{{0,40}}$",
    re.IGNORECASE,
)
"""What says that a number is that of an organisation: "het algemeen nummer van de politie is"."""
_SOMEBODYS = re.compile(r"\b(?:mijn|zijn|haar|hun|en|of)\b", re.IGNORECASE)
_MOBILE = re.compile(r"(?:(?:\+|00) ?32 ?(?:\(0\) ?)?|\(?0)4[5-9]")
_SHORTEST = 8
"""Digits of the shortest number."""
_FAR = 90
_OWNER = 6
"""Characters before it in which "mijn" may stand."""
# Only digits without the gaps of a telephone number, or with the points of an enterprise number, can be one of a file.
_UNGAPPED = re.compile(r"\d+|[01]\d{3}\.\d{3}\.\d{3}")
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d(?!\d)|\d\d \d\d (?:19|20)\d\d \d|(?:19|20)\d\d([./-])\d{1,2}\2\d)"
)


def find(text: str) -> Iterator[Span]:
    """Numbers of people, of Belgium and the Netherlands, and of other countries when written with their code."""
    if not has_number(text):
        return
    text = as_digits(text)
    if not has_number(text, _SHORTEST):
        return
    for found in PhoneNumberMatcher(text, _REGIONS[0], leniency=Leniency.VALID, max_tries=500):
        if _personal(found.number) and not _other(text, found.start, found.end):
            yield Span(found.start, found.end, Kind.TELEFOON)
    for candidate in _CANDIDATE.finditer(text):
        for shape in _SHAPES:
            match = shape.match(text, candidate.start())
            if match and _valid(match[0]) and not _other(text, *match.span()):
                yield Span(*match.span(), Kind.TELEFOON)
                break


def _valid(raw: str) -> bool:
    """Whether the library knows the number in one of our regions."""
    digits = re.sub(r"\D", "", raw.replace("(0)", ""))
    if digits.startswith(("31", "32")):
        digits = "+" + re.sub(r"^(3[12])0", r"\1", digits)
    for region in _REGIONS:
        try:
            number = phonenumbers.parse(digits, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number) and _personal(number):
            return True
    return False


def _personal(number: PhoneNumber) -> bool:
    """Whether the number can be that of one person."""
    return phonenumbers.number_type(number) not in _PUBLIC


def _general(before: str, raw: str) -> bool:
    """Whether a number on a fixed line is announced as the one by which an organisation is reached."""
    told = _GENERAL.search(before)
    whose = before[max(0, told.start() - _OWNER) :] if told else ""
    return told is not None and not _SOMEBODYS.search(whose) and not _MOBILE.match(raw)


def _other(text: str, start: int, end: int) -> bool:
    """Whether the digits are a date, an organisation's number or the number of a file."""
    raw = text[start:end]
    if _general(text[max(0, start - _FAR) : start], raw):
        return True
    if raw.startswith("+"):
        return False
    if text.endswith("++", 0, start) or any(
        date.start() < end and date.end() > start
        for date in _DATE.finditer(text, max(0, start - 8), end + 6)
    ):
        return True
    before = text[max(0, start - 40) : start]
    if not _UNGAPPED.fullmatch(raw) or _ABOUT_PHONE.search(before[-20:]):
        return False
    return bool(_ABOUT_FILE.search(before)) or ("." in raw and vat.is_valid(raw))
