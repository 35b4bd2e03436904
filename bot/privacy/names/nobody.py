"""What looks like a name and is no person: institutions, streets, places, figures of history, ordinary words."""

from __future__ import annotations

import re

from bot.privacy.names.announced import has_role, is_somebody, town_name
from bot.privacy.names.foreign import is_foreign
from bot.privacy.names.foreign_words import is_foreign_word
from bot.privacy.names.lexicon import fold_name, items, near_place
from bot.privacy.names.sentence import Sentence, close, introduced, related, titled

_NAMED = frozenset(
    [
        "politiezone",
        "hulpverleningszone",
        "eerstelijnszone",
        "project",
        "wet",
        "decreet",
        "omzendbrief",
    ]
)
"""What bears a name that is no person's, however it is written."""
_WORDS = ("vakwoorden", "geen-naam", "namen/geen-voorletters", "namen/wie-andere-talen")
"""Lists of ordinary words."""
_ALSO_NAMES = ("volkeren", "engels", "titels", "merken")
"""Peoples, English words, titles and brands: behind "mevrouw" or "mijn zoon" such a word is a name."""
_KNOWN = ("namen/openbaar", "titels", "merken")
"""Lists of names that everybody knows, of several words too: figures of history, films and books, shops and clubs."""
_AROUND = 2
"""Words to either side of a find that such a name may have more."""
_OF_A_NAME = re.compile(r"[a-z]{3,}-[A-Z]")
"""What is called after somebody, by its first letter: "wet-Franchimont", "commissie-Moureaux"."""
_THING = re.compile(r"[A-Z][\w'-]*-(?:[a-z]{3,})")
_SHORT = 5
"""Letters of an abbreviation at most."""
_VOWEL = re.compile("[aeiouy]")
_STREET_END = re.compile(r"(?:straat|laan|plein|steenweg|dreef)$")


def is_person(sentence: Sentence, start: int, end: int) -> bool:
    """False for institutions, streets, places and figures of history."""
    kinds = sentence.kinds[start:end]
    if kinds == ["I"] and sentence.cases[start] == "l":
        return False
    if introduced(sentence, start, bearer=True):
        return False
    if not titled(sentence, start) and (
        _common_words(sentence, start, end) or _abbreviation(sentence, start, end)
    ):
        return False
    if set(kinds) <= set("PNODSKTX") or "K" in kinds:
        return False
    role = has_role(sentence, start)
    if set(kinds) <= {"M", "P"} and not (_named_after_a_place(sentence, start) or role):
        return False
    if kinds[0] == "O" or kinds[-1] in ("O", "S"):
        return False
    if kinds == ["m"] and not (titled(sentence, start) or role):
        return False
    if _misspelt_place(sentence, start, end) or _joined_place(sentence, start, end):
        return False
    somebody = is_somebody(sentence, start, end)
    known = titled(sentence, start) or close(sentence, start) or somebody
    lists = _WORDS if known else (*_WORDS, *_ALSO_NAMES)
    if all(_no_name(one.text, lists, somebody) for one in sentence.words[start:end]):
        return False
    announced = (
        titled(sentence, start)
        or related(sentence, start)
        or introduced(sentence, start)
        or somebody
    )
    if not announced and is_foreign(
        [one.text for one in sentence.words], sentence.kinds, sentence.cases, (start, end)
    ):
        return False
    return not (
        (_well_known(sentence, start, end) and not somebody)
        or _called_after(sentence, start, end)
        or _institution(sentence, start, end)
    )


def _named_after_a_place(sentence: Sentence, start: int) -> bool:
    """Whether a family name begins here that is a place too: "mevrouw Van Damme"; an office is "van Damme"."""
    behind_title = titled(sentence, start) and sentence.kinds[start] == "P"
    return (behind_title and sentence.cases[start] == "T") or town_name(sentence, start) > start


def _no_name(text: str, lists: tuple[str, ...], somebody: bool) -> bool:
    """Whether a word is an ordinary one; of somebody "Love" may be the name, and "Mercedes" too."""
    word = fold_name(text)
    if somebody and word in items("namen/woord-voornaam"):
        return False
    return any(word in items(name) for name in lists) or (is_foreign_word(text) and not somebody)


def _common_words(sentence: Sentence, start: int, end: int) -> bool:
    """Whether these are words that everybody writes, with no capital that says something: whatever the model thinks."""
    places = range(start, end)
    if any(sentence.cases[place] in "TC" for place in places):
        return all(sentence.word(place) in items("functiewoorden") for place in places)
    return all(
        sentence.kinds[place] in "WP" or sentence.word(place) in items("functiewoorden")
        for place in places
    )


def _abbreviation(sentence: Sentence, start: int, end: int) -> bool:
    """Whether this is one unknown word without a vowel, or a short one in capitals among others: "kfc", "VREG"."""
    word = sentence.folded(start, end)
    short = sentence.cases[start] == "C" and len(word) <= _SHORT
    return sentence.kinds[start:end] == ["U"] and (short or not _VOWEL.search(word))


def _misspelt_place(sentence: Sentence, start: int, end: int) -> bool:
    """One word that is a place but for a slip. If it is a name but for a slip too, only where it stands alone."""
    kinds = sentence.kinds[start:end]
    alone = len(sentence.words) == 1 and kinds == ["V"]
    return (
        (kinds == ["U"] or alone)
        and not titled(sentence, start)
        and near_place(sentence.folded(start, end))
    )


def _joined_place(sentence: Sentence, start: int, end: int) -> bool:
    """Whether this is a place of joined names, or the half that looks like a person: "Nazareth-De Pinte"."""
    if titled(sentence, start) or related(sentence, start):
        return False
    stretches = (
        sentence.folded(first, last)
        for first in range(max(0, start - 1), start + 1)
        for last in range(end, min(end + 1, len(sentence.words)) + 1)
    )
    return any("-" in one and " " in one and one in items("plaatsen") for one in stretches)


def _street_of(words: str) -> str:
    """The name in "karel de grotelaan": what a street written in small letters is called after."""
    return _STREET_END.sub("", words)


def _well_known(sentence: Sentence, start: int, end: int) -> bool:
    """Whether this is a figure of history, a title or a shop, or the half of one that the model saw."""
    stretches = (
        _street_of(sentence.folded(first, last)).replace(" ' s", "'s")
        for first in range(max(0, start - _AROUND), start + 1)
        for last in range(end, min(end + _AROUND, len(sentence.words)) + 1)
    )
    return any(one in items(name) for one in stretches for name in _KNOWN)


def _called_after(sentence: Sentence, start: int, end: int) -> bool:
    """Whether this is a thing that bears a name, in one word: "wet-Franchimont", "Lonsdale-trui"."""
    first, last = sentence.words[start].text, sentence.words[end - 1].text
    bearer = fold_name(first.partition("-")[0]) in items("namen/drager")
    if (bearer and "-" in first) or _OF_A_NAME.match(first):
        return True
    thing = _THING.fullmatch(last)
    return thing is not None and fold_name(last.rpartition("-")[2]) in items("voorwerpen")


def _bears(sentence: Sentence, start: int, end: int) -> bool:
    """Whether what bears a name stands before it or begins it, with capitals: "Villa Rozerood", "vzw De Kleine Vos"."""
    before = start
    while before > 0 and sentence.cases[before - 1] == "T" and not _ends_name(sentence, before - 1):
        before -= 1
    return any(
        sentence.word(place) in items("namen/drager") and sentence.cases[place + 1] in "TC"
        for place in range(max(0, before - 1), end - 1)
    )


def _ends_name(sentence: Sentence, place: int) -> bool:
    """Whether a first name stands here: what comes behind it is a person's, whatever stands before."""
    return sentence.kinds[place] in "FB"


def _institution(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the name is part of that of an institution or a street: "Jan Palfijn ziekenhuis"."""
    word = sentence.words[start - 1].text if start else ""
    before = word.lower() in _NAMED or (sentence.kind(start - 1) == "O" and not word.islower())
    if _bears(sentence, start, end):
        return True
    while sentence.kind(end) == "P" and sentence.cases[end + 1 : end + 2] == ["T"]:
        end += 1
    while (
        end < len(sentence.words) and sentence.cases[end] == "T" and sentence.kinds[end] not in "OS"
    ):
        end += 1
    return before or sentence.kind(end) in ("O", "S")
