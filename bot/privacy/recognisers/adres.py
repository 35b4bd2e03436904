"""Addresses: a street with a house number, and what follows it: box, postcode and place.

Format: the street endings of the Flemish address register (CRAB, Digitaal Vlaanderen) and the order
of bpost, "Kerkstraat 12 bus 3, 9000 Gent". A street alone is no address of a person and stays. Many
endings are also ends of other words ("onderweg 3 keer", "arbeidsmarkt 2024", "gerechtshof 12"):
those need a capital or a word about living somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.privacy.digits import NearDigits
from bot.privacy.spans import Kind, Span
from bot.privacy.wordlists import words

_SURE = (
    r"straat|str\.?|steenweg|stwg\.?|plein|laan|kaai|dreef|singel|wegel|steeg|begijnhof|"
    r"boulevard|esplanade"
)
_PERHAPS = (
    r"weg|baan|lei|hof|berg|pad|markt|plaats|veld|park|poort|vest|wal|ring|dam|brug|dorp|heide|"
    r"kouter|gracht|rei|dijk|akker|meers|bos|donk"
)
_BEFORE_STREET = (
    r"(?:(?:[Oo]ude|[Nn]ieuwe|[Gg]rote|[Kk]leine|[Ll]ange|[Kk]orte|[Hh]oge|[Ll]age|[Ss]int|"
    r"[Ss]t\.?|[Kk]oning(?:in)?|[Pp]rins(?:es)?|"
    r"[A-Z][\w']*|[A-Z][a-z]{0,2}\.|van|de|der|den|ter|ten)[ -]){0,4}"
)
_NUMBER = (
    r"(?:,? ?(?:op )?(?:huis)?(?:nummer|nr\.?|n°) ?|,? {0,2})(?P<number>\d{1,4})(?: ?[a-hA-H](?![\w'])|"
    r"[a-hA-H]?(?:[/\-]\d{1,3}))?"
    r"(?:,? ?(?:bus|bte|box|b\.?|/) ?[\dA-Za-z][\d.]{0,4}(?!\w))?"
)
_TOWN = (
    r"(?P<town>(?:,? (?:te |in )?|,|\n)(?:\(?[Bb]-? ?)?[1-9]\d{3} (?!euro|mensen|inwoners|leden|"
    r"jongeren)[A-Za-zÀ-ÿ][\wÀ-ÿ'-]+"
    r"(?:[ -](?:(?-i:[A-Z])[\w'-]+|aan|op|den|de|ter|Zee|Leie)(?!\w)){0,3}"
    r"|,? (?:te|in) (?-i:[A-Z])[\w'-]+|, (?-i:[A-Z])(?!\w*(?:straat|laan|steenweg|plein)\b)[\w'-]+)?"
)
# From the ending on; the search begins here, since few words end so and all begin somehow.
_TAIL = re.compile(
    rf"(?:(?P<sure>{_SURE})|(?P<perhaps>{_PERHAPS})){_NUMBER}(?![\d€%]|[.,:]\d|-\d){_TOWN}",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"(?<![\w'-]){_BEFORE_STREET}[\w'-]{{0,40}}$")
_LONGEST = 80
_TO_NUMBER = 30
"""Characters from the ending of a street to its number at most: "begijnhof, op huisnummer 3"."""
_FRENCH = re.compile(
    r"\b(?:rue|avenue|boulevard|bd\.?|chauss[ée]e|quai|clos|square|all[ée]e)(?: (?:de|du|des|la|le|les|"
    r"aux?))*(?: d'| l'| )[\w'-]+(?: [A-Z][\w'-]+)?"
    rf"{_NUMBER}(?![\d€%]|[.,:]\d){_TOWN}",
    re.IGNORECASE,
)
_ROAD_TO = re.compile(
    rf"\b(?:steenweg|stwg\.?|stw\.) (?:op|naar|van) [\w'-]+{_NUMBER}"
    rf"(?![\d€%]|[.,:]\d|-\d){_TOWN}",
    re.IGNORECASE,
)
"""The roads between towns: "Steenweg op Gent 112, Aalst"."""
_IN_TOWN = re.compile(
    r"\b[A-Z][\w'-]+(?: [A-Z][\w'-]+)? \d{1,3}[a-z]?(?: bus \w{1,4})?, (?:te |in )?(?P<town>[A-Z][\w'-]+)"
)
"""A name without any ending, with a number and a town, where somebody lives: "verblijft op Kouter 7, Gent"."""
# Names without any of the endings ("Hof ter Zee 12, 9000 Gent", "woont op Ten Bosse 140").
_NAME = r"[A-Z][\w'-]+(?: (?:[A-Z][\w'-]+|van|de|der|den|het|ter|ten|op)){0,4}"
_OTHER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_NAME},? \d{{1,4}}[a-zA-Z]?(?:,? ?(?:bus|b\.?|/) ?\w{{1,5}})?(?:, ?| )(?:B-)?"
        r"(?!(?:19|20)\d\d (?!Antwerpen|Zaventem))[1-9]\d{3} [A-Z][\w'-]+",
        r"(?:(?<=\bwoont )|(?<=\bverblijft )|(?<=\bwonende )|(?<=\bwoonachtig )|(?<=\bwoonde ))"
        r"(?:op |in |aan |te )?(?:de |het )?"
        rf"{_NAME} \d{{1,3}}[a-zA-Z]?(?!\w|[.,:/-]\d)",
        rf"(?<=\b[Aa]dres: )(?:op |in |aan |te )?(?:de |het )?{_NAME} \d{{1,3}}[a-zA-Z]?(?!\w|[.,:/-]\d)",
    )
)
_LODGED = re.compile(
    r"\b(?:woont|woonde|verblijft|verbleef|wonende|woonachtig) (?:[a-zà-ÿ'-]+ ){0,5}?"
    r"(?P<street>(?:(?:(?<=\bop )|(?<=\bin )|(?<=\baan )|(?<=\bte )|(?<=\bde )|(?<=\bhet ))"
    rf"{_NAME}|(?:[Hh]of )?[Tt]e[rn] [\w'-]+) \d{{1,3}}[a-zA-Z]?(?!\w|[.,:/-]\d))"
)
"""With other words between: "woont bij zijn oma op Ter Heide 12", or "ter heide 12" without a capital."""
_NUMBER_FIRST = re.compile(
    rf"\b(?:huis)?(?:nummer|nr\.?) ?\d{{1,4}} ?[a-h]?(?: ?bus \d+)? (?:in|van|"
    rf"op) de [\w'-]{{2,40}}(?:{_SURE})(?!\w)",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"\b(?:woon\w*|wonen\w*|adres\w*|verblij\w+|gevestigd|gedomicilieerd|domicilie|huis|"
    r"appartement|ingeschreven|gelegen|"
    r"verhuis\w*|thuis|pand)\b[^.!?\n]{0,40}$",
    re.IGNORECASE,
)
# What follows a number that counts something, instead of naming a house.
_COUNTED = re.compile(
    r" ?(?:jaar|jaren|keer|maal|euro|eur|dagen|dag|uur|u\b|km|kilometer|meter|m\b|m2|jongeren|"
    r"personen|mensen|procent|maand\w*|weken|week|"
    r"minuten|leden|gemeenten|steden|inwoners|plaatsen|punten|stappen|deelnemers|ha\b|stuks|"
    r"kandidaten|meldingen|ongeval\w*|slachtoffers|incidenten|auto\w*|wagens|winkels|"
    + r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|"
    r"december)\b|%| ?€",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"^(?:(?:de|den|der|van|ter|ten|in|op|het|te|aan|adres|naar|is|woont|en|hij|ze|zij|mijn|bij|"
    r"langs|wij|onze) )+",
    re.I,
)


def find(text: str) -> Iterator[Span]:
    """Street, number, box, postcode and place as one span."""
    near = NearDigits(text, before=140, behind=120)
    end = 0
    for match in NearDigits(text, before=_TO_NUMBER, behind=0).beginning(_TAIL):
        start = _start(text, end, match.end("sure") if match["sure"] else match.end("perhaps"))
        end = match.end()
        if _address(text, start, match):
            yield Span(start, match.end(), Kind.ADRES)
    for match in near.matches(_IN_TOWN):
        if match["town"].casefold() in words("plaatsen") and _lived_in(text, match.start()):
            yield Span(match.start(), match.end(), Kind.ADRES)
    for match in near.matches(_LODGED):
        if not _COUNTED.match(text, match.end()):
            yield Span(match.start("street"), match.end(), Kind.ADRES)
    for pattern in (_FRENCH, _ROAD_TO, _NUMBER_FIRST, *_OTHER):
        for match in near.matches(pattern):
            if not _COUNTED.match(text, match.end()):
                yield Span(match.start(), match.end(), Kind.ADRES)


def _lived_in(text: str, place: int) -> bool:
    """Whether a word about living somewhere stands shortly before a place."""
    return _LIVES.search(text[max(0, place - 61) : place]) is not None


def _start(text: str, previous: int, end: int) -> int:
    """Where the name of the street that ends here begins ("In de" is no part of it)."""
    begin = max(previous, end - _LONGEST)
    # "Kerkstr." ends with a dot that is no part of a word.
    head = _HEAD.search(text[begin:end].rstrip("."))
    if not head:
        return end
    filler = _FILLER.match(head[0])
    skipped = filler.end() if filler and filler.end() < len(head[0]) else 0
    return begin + head.start() + skipped


def _address(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the number is that of a house."""
    street = text[start : match.end("sure") if match["sure"] else match.end("perhaps")]
    last = re.split(r"[ -]", street)[-1].casefold().rstrip(".")
    lives = bool(match["town"]) or _lived_in(text, start + 1)
    with_postcode = bool(re.search(r"\d{4}", match["town"] or ""))
    if not street or (last in words("geen-straat") and not with_postcode):
        return False
    if last == street.casefold().rstrip(".") and last in _ALONE:
        return False
    if match["perhaps"] and not lives and _apart(text, match):
        return False
    if _COUNTED.match(text, match.end("number")):
        return False
    if 1900 <= int(match["number"]) <= 2099 and not lives:
        return False
    return bool(match["sure"]) or lives or street[:1].isupper()


def _apart(text: str, match: re.Match[str]) -> bool:
    """Whether the number stands between commas, as an age does: "Bertje Kanariebos, 17, Kerkstraat 12"."""
    return text.startswith(",", match.end("perhaps")) and text.startswith(",", match.end())


_ALONE = frozenset(re.sub(r"\\.\??", "", f"{_SURE}|{_PERHAPS}").split("|")) - {
    "markt",
    "dorp",
    "begijnhof",
}
"""An ending alone is a plain word: "op het plein 12 jongeren", "de baan 3"."""
