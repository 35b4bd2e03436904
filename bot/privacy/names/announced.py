"""What makes somebody of a name that the lists hold for something else: a role before it, an age or address behind it.

"Boudewijn" is a king and "Van Damme" a town, until a message says "mijn leerling Boudewijn" or "Tom Van Damme, 17".
"""

from __future__ import annotations

import re

from bot.privacy.folding import FENCE, PERSON
from bot.privacy.names.lexicon import items
from bot.privacy.names.sentence import Sentence

_OWNERS = frozenset(
    ["mijn", "onze", "ons", "zijn", "haar", "hun", "je", "jouw", "uw", "m'n", "z'n"]
)
_OWNED = frozenset(
    ["moeder", "vader", "mama", "papa", "man", "vrouw", "kind", "ex", "lief", "klant"]
)
"""Roles only where they are somebody's: "zijn moeder Teresa" is at home, "moeder Teresa" in Calcutta."""
_WORK = "namen/rol-werk"
"""Roles with a field or an employer behind them: "medewerker Integratie", "student Rechten"."""
_IS_CALLED = frozenset(["heet", "heette", "genaamd"])
_OF_AGE = re.compile(r"\d{1,2}-?jarige")
_END = r"(?= ?(?:[,;.:)!?]|$| (?:en|die|maar|uit|geworden|want|dus)\b))"
_YEARS = r"[1-4]?\d"
"""Up to what age: "Trump is 78" is about the one of the news."""
_AGED = re.compile(
    rf"(?:[,(] {_YEARS}(?: (?:jaar|jr|j|ans))?(?: oud)?{_END}|{_YEARS} (?:jaar|jr)(?: oud)?{_END}|"
    rf"(?:is|wordt) (?:(?:nu|nog|net|pas|al|amper|maar) )*{_YEARS}(?: (?:jaar|jr))?(?: oud)?{_END})"
)
"""Words and signs, each with a space behind it, that give who stands before them an age."""
_HOUSED = re.compile(
    rf"(?:[,(] |(?:woont|woonachtig|wonende|verblijft|adres|nu|momenteel|op|in|te|aan|de|het|:) )+{FENCE}"
)
_FAR = 8
_CALLS = frozenset(
    [
        "belde",
        "belt",
        "zei",
        "zegt",
        "vroeg",
        "vraagt",
        "weigert",
        "weigerde",
        "dreigt",
        "dreigde",
        "praat",
        "praatte",
        "post",
        "postte",
        "deelt",
        "deelde",
        "vertelde",
        "vertelt",
        "mailde",
        "mailt",
        "sloeg",
        "liep",
        "loopt",
        "schreef",
        "schrijft",
        "wou",
        "klaagt",
        "klaagde",
        "reageert",
        "reageerde",
    ]
)
"""What persons do and towns do not: "Van Lier belde"."""
_ROUTE = frozenset(["tot", "naar"])
_FIRST_NAMES = frozenset("FBH")


def has_role(sentence: Sentence, place: int) -> bool:
    """Whether "mijn leerling", "de 15-jarige" or "mijn cliënt heet" stands right before, with at most a comma."""
    before = place - 2 if place > 1 and sentence.words[place - 1].text == "," else place - 1
    word = sentence.word(before)
    if word in _OWNED:
        return sentence.word(before - 1) in _OWNERS
    roles = word in items("namen/rol") or word in items(_WORK)
    return roles or _OF_AGE.fullmatch(word) is not None or word in _IS_CALLED


def has_age(sentence: Sentence, end: int) -> bool:
    """Whether an age stands right behind: ", 17,", "(16)", "is 13"."""
    return _AGED.match(_text(sentence, end)) is not None


def is_somebody(sentence: Sentence, start: int, end: int) -> bool:
    """Whether what stands around a name makes it that of somebody whom the message tells of."""
    return (
        has_role(sentence, start)
        or has_age(sentence, end)
        or _HOUSED.match(_text(sentence, end)) is not None
    )


def behind_role(sentence: Sentence, place: int) -> bool:
    """Whether a word with a capital, or a well-known name, is somebody's because of the role right before it."""
    word = sentence.word(place)
    if sentence.cases[place] != "T" and word not in items("namen/openbaar"):
        return False
    works = sentence.word(place - 1) in items(_WORK)
    return (
        (_nameable(sentence, place) or (not works and _any_word(sentence, place)))
        and not any(word in items(name) for name in ("functiewoorden", "volkeren"))
        and (word not in items("plaatsen") or word in items("namen/woord-voornaam"))
        and sentence.words[place - 1].text != ","
        and has_role(sentence, place)
    )


def _any_word(sentence: Sentence, place: int) -> bool:
    """Whether this can be a name at all, and is none of what is counted: "leerling Klas 3"."""
    counted = sentence.kinds[place] in "WR" and sentence.kind(place + 1) == "N"
    return sentence.kinds[place] in "FLBHflbhmVUWREM" and not counted


def before_age(sentence: Sentence, place: int) -> bool:
    """Whether one word with a capital is a name because of the age behind it: "Blessing is 13"."""
    return (
        sentence.cases[place] in "Ts"
        and (sentence.kinds[place] == "U" or _nameable(sentence, place))
        and has_age(sentence, place + 1)
    )


def _nameable(sentence: Sentence, place: int) -> bool:
    """Whether a list has this word as a name, be it of a figure of history or of a word that is a first name too."""
    word = sentence.word(place)
    lists = ("namen/openbaar", "namen/woord-voornaam")
    return sentence.kinds[place] in "FLBHflbhmV" or any(word in items(name) for name in lists)


def town_name(sentence: Sentence, place: int) -> int:
    """Where a family name ends that is a place too and begins here with a capital ("Van Damme"), or `place`."""
    if not sentence.word(place).startswith("van"):
        return place
    end = place
    while sentence.kind(end) == "P":
        end += 1
    if sentence.kind(end) not in ("M", "m") or sentence.cases[end] == "l":
        return place
    behind = sentence.word(end + 1)
    if sentence.cases[place] == "s":
        return end + 1 if behind in _CALLS else place
    before = sentence.words[place - 1].text if place else ""
    apart = not (before.isalpha() or before == PERSON) or behind in _ROUTE
    bears = sentence.kind(place - 1) == "O" or before.lower() in items("namen/drager")
    return place if sentence.cases[place] != "T" or apart or bears else end + 1


def town_behind(sentence: Sentence, place: int) -> int:
    """Where the family name ends that stands behind a name and is a place too, or `place`.

    "Tom Van Damme" is one name; "Fatima van Gent" may be, and a name in clear is worse than a town masked.
    """
    first = place - 1 if place > 1 and sentence.kind(place - 1) == "P" else place
    end = place
    while sentence.kind(end) == "P":
        end += 1
    if end == first or sentence.kind(end) not in ("M", "m"):
        return place
    capital = sentence.cases[first] == "T" and sentence.cases[end] != "l"
    of_town = (
        sentence.kind(first - 1) in _FIRST_NAMES
        and sentence.word(first).startswith("van")
        and sentence.word(end) in items("plaatsen")
    )
    return end + 1 if capital or of_town else place


def _text(sentence: Sentence, start: int) -> str:
    """The next words and signs, with a space behind each."""
    return " ".join(one.text for one in sentence.words[start : start + _FAR])
