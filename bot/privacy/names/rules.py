"""What the lists and a few fixed turns of phrase say about names, and what is never the name of a person."""

from __future__ import annotations

from collections.abc import Callable

from bot.privacy.names.announced import before_age, behind_role, town_behind, town_name
from bot.privacy.names.lexicon import fold_name, items
from bot.privacy.names.model import REACH
from bot.privacy.names.nobody import is_person
from bot.privacy.names.sentence import Range, Sentence, close, introduced, related, titled

_LISTED = frozenset("FLBH")
_MAYBE = frozenset("flbhm")
_HALF = frozenset("UVRfb")
_SURELY = frozenset("LBFlV")
"""What stands first in a find, and what may stand before it as the other half of the name."""
_FAITH = frozenset(["islam", "ramadan", "jihad"])
"""Words of faith that are first names and family names too: beside a name they are part of it ("islam dudaev")."""
_LIKE_A_NAME = 2
"""Level of letters from which a rare word may be a name."""


def possible(sentence: Sentence, level: Callable[[str], int]) -> frozenset[int]:
    """The words that could be a name; `level` says how much a rare word looks like one by its letters."""
    return frozenset(
        place
        for place, (word, kind, case) in enumerate(
            zip(sentence.words, sentence.kinds, sentence.cases, strict=True)
        )
        # Most words are ordinary ones in small letters: asked first, that is quick.
        if (
            _close_word(sentence, place)
            if kind == "W" and case == "l"
            else _possible(word.text, kind, case)
            or (kind == "R" and (level(word.text) >= _LIKE_A_NAME or close(sentence, place)))
        )
    )


def _close_word(sentence: Sentence, place: int) -> bool:
    """Whether this common word stands where a name does ("meneer wijn"), and is none that only grammar needs."""
    return close(sentence, place) and _free(sentence, place)


def stretches(sentence: Sentence, places: frozenset[int]) -> list[Range]:
    """Words that could be a name, each with the neighbours that the model sees; it need not look at the others."""
    found: list[Range] = []
    for place in sorted(places):
        start, end = max(0, place - REACH), min(len(sentence.words), place + REACH + 1)
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _possible(word: str, kind: str, case: str) -> bool:
    return (
        kind in "FLBHVUflbhm"
        or (kind in "WR" and case in "TC")
        or (kind == "I" and (case != "l" or word.endswith(".")))
    )


def sharpened(sentence: Sentence, seen: list[Range]) -> list[Range]:
    """What the model saw and what the lists say, whole names, without what is no person."""
    # The three mostly find the same names.
    every = {grown(sentence, *one) for one in (*seen, *listed(sentence), *told(sentence))}
    return joined(sentence, [one for one in every if is_person(sentence, *one)])


def joined(sentence: Sentence, found: list[Range]) -> list[Range]:
    """Names that stand right behind one another as one: the first name and the family name, each seen alone.

    Particles may stand between them ("yaro van verkade"), but not before a first name: that is somebody else's.
    """
    whole: list[Range] = []
    for start, end in sorted(found):
        last = whole[-1][1] if whole else 0
        between = sentence.kinds[last:start]
        if whole and (set(between) <= {"P"}) and (not between or sentence.kinds[start] not in "FB"):
            start, end = whole[-1][0], max(end, whole[-1][1])
            whole.pop()
        whole.append((start, end))
    return whole


def listed(sentence: Sentence) -> list[Range]:
    """Names by the lists: a known name, with initials, particles and capitalised neighbours."""
    found: list[Range] = []
    place = 0
    while place < len(sentence.words):
        end = _known(sentence, place)
        if end > place:
            found.append((place, end))
        place = max(end, place + 1)
    return found


def _known(sentence: Sentence, start: int) -> int:
    """Where the listed name that begins here ends, or `start`."""
    end = start
    sure = False
    while end < len(sentence.words):
        kind, case = sentence.kinds[end], sentence.cases[end]
        particle = kind == "P" and (end > start or case == "T")
        initial = kind == "I" and case != "l"
        if (particle and _nameish(sentence, end + 1)) or (
            initial and (end > start or _nameish(sentence, end + 1))
        ):
            end += 1
        elif (
            kind in _LISTED
            or (kind in _MAYBE and case in "TC")
            or (kind in "UV" and case in "TC" and sure)
        ):
            sure = sure or kind in _LISTED or (kind in _MAYBE and end > start)
            end += 1
        else:
            break
    while end > start and sentence.kinds[end - 1] == "P":
        end -= 1
    return end if sure else start


def _nameish(sentence: Sentence, place: int) -> bool:
    kind = sentence.kind(place)
    return (
        kind in (*_LISTED, "V")
        or (kind in ("U", *_MAYBE) and sentence.cases[place] in "TC")
        or (kind == "P" and _nameish(sentence, place + 1))
    )


def told(sentence: Sentence) -> list[Range]:
    """Names by what stands before them: a title, "mijn naam is", or nothing but initials."""
    found: list[Range] = []
    for place, word in enumerate(sentence.words):
        if _initials(word.text):
            found.append((place, place + 1))
        elif (end := max(_behind_title(sentence, place), town_name(sentence, place))) > place:
            found.append((place, end))
        elif _word_as_first_name(sentence, place):
            found.append((place, place + 2))
        elif behind_role(sentence, place) or before_age(sentence, place):
            found.append((place, place + 1))
        elif sentence.cases[place] != "T":
            continue
        elif titled(sentence, place) and _particle_and_capital(sentence, place):
            found.append((place, place + 2))
        elif (
            _capital(sentence, place)
            and (
                titled(sentence, place)
                or introduced(sentence, place)
                or (related(sentence, place) and sentence.kind(place) in "UVflbm")
            )
        ) or (sentence.kind(place) in "WR" and close(sentence, place) and _free(sentence, place)):
            found.append((place, place + 1))
    return found


def _word_as_first_name(sentence: Sentence, place: int) -> bool:
    """Whether a word that is a first name too stands before a family name: "Storm Claeys", "hope mukasa"."""
    told = sentence.cases[place] in "Ts" or sentence.kinds[place] != "W"
    return (
        told
        and sentence.kind(place + 1) in _SURELY
        and sentence.word(place) in items("namen/woord-voornaam")
    )


def _behind_title(sentence: Sentence, place: int) -> int:
    """Where a family name that is an ordinary word ends, however it is written: "mevrouw de wilde", "MENEER WOLF"."""
    if sentence.kind(place - 1) not in ("T", "X") or not titled(sentence, place):
        return place
    end = place
    while sentence.kind(end) == "P":
        end += 1
    return end + 1 if sentence.word(end) in items("namen/achter-titel") else place


def _particle_and_capital(sentence: Sentence, place: int) -> bool:
    """ "meneer De Witte": behind a title even a dictionary word is a name."""
    return (
        place > 0
        and sentence.kinds[place] == "P"
        and sentence.cases[place : place + 2] == ["T", "T"]
    )


def _capital(sentence: Sentence, place: int) -> bool:
    return place > 0 and sentence.cases[place] == "T" and sentence.kind(place) in "FLBHflbhmVU"


def _initials(text: str) -> bool:
    return (
        text.count(".") in (2, 3)
        and text.isupper()
        and fold_name(text) not in items("namen/geen-voorletters")
    )


def grown(sentence: Sentence, start: int, end: int) -> Range:
    """The range with the particles, initials and capitalised words that belong to the same name."""
    while start > 0 and _before(sentence, start - 1):
        start -= 1
    if start > 0 and sentence.kinds[start] in "LBUV" and _of_faith(sentence, start - 1):
        start -= 1
    while end < len(sentence.words) and (grown := _behind(sentence, end)) > end:
        end = grown
    if sentence.kinds[end - 1] in "FB" and _of_faith(sentence, end):
        end += 1
    return start, end


def _of_faith(sentence: Sentence, place: int) -> bool:
    """Whether a word of faith stands here that is a name too, without the "de" that makes it the faith."""
    return sentence.word(place) in _FAITH and sentence.word(place - 1) != "de"


def _before(sentence: Sentence, place: int) -> bool:
    kind, case = sentence.kinds[place], sentence.cases[place]
    return (
        (kind == "I" and case != "l")
        or (kind in _LISTED and case in "Ts")
        or (kind in _HALF and sentence.kind(place + 1) in _SURELY and _half(sentence, place))
        or (kind == "P" and titled(sentence, place))
        or (kind == "P" and case == "T")
        or (kind == "P" and case == "s" and sentence.kind(place + 1) in ("L", "l", "B"))
    )


def _half(sentence: Sentence, place: int) -> bool:
    """Whether what stands before a name is the rest of it: "Codin Krasniqi", "roos vermeulen"."""
    kind, case = sentence.kinds[place], sentence.cases[place]
    announces = related(sentence, place + 1) or close(sentence, place + 1)
    if announces or not _free(sentence, place):
        return False
    return case == "T" if kind == "R" else case in "Ts" or kind in "fb"


def _free(sentence: Sentence, place: int) -> bool:
    """Whether an ordinary word with a capital may end a name ("Elin Doden"), and is no office or term."""
    word = sentence.word(place)
    return not any(word in items(name) for name in ("functiewoorden", "namen/drager", "vakwoorden"))


def _behind(sentence: Sentence, place: int) -> int:
    if (end := town_behind(sentence, place)) > place:
        return end
    end = place
    while sentence.kind(end) == "P":
        end += 1
    if sentence.kind(end) in (*_LISTED, "V", "U") and (sentence.cases[end] in "TC" or end > place):
        return end + 1
    if sentence.kind(end) in ("W", "R") and sentence.cases[end] == "T" and _free(sentence, end):
        return end + 1
    return (
        end + 1
        if sentence.kind(end) == "I" and sentence.cases[end] != "l" and end == place
        else place
    )
