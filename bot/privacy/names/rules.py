"""What the lists and a few fixed turns of phrase say about names, and what is never the name of a person."""

from __future__ import annotations

from dataclasses import dataclass

from bot.privacy.names.foreign import is_foreign
from bot.privacy.names.foreign_words import is_foreign_word
from bot.privacy.names.lexicon import Lexicon, case, fold_name, items, near_place, shouted
from bot.privacy.names.model import REACH
from bot.privacy.names.tokens import Token

Range = tuple[int, int]
_LISTED = frozenset("FLBH")
_MAYBE = frozenset("flbhm")
_NAMED = frozenset(["politiezone", "hulpverleningszone", "eerstelijnszone", "project"])
"""What bears a name that is no person's, however it is written."""
_BEARERS = frozenset(
    [
        "groep",
        "groepje",
        "beweging",
        "organisatie",
        "vereniging",
        "vzw",
        "project",
        "kanaal",
        "server",
        "pagina",
        "partij",
        "campagne",
        "app",
        "boek",
        "film",
        "website",
        "site",
        "blog",
        "zaak",
        "cafe",
        "school",
        "ploeg",
        "club",
        "merk",
        "lied",
        "nummer",
    ]
)
"""What has a name without being a person: "een groep met de naam Wolfsbrigade"."""
_FAR = 5
_INTRODUCES = frozenset(["heet", "heette", "noemt", "naam", "voornaam", "familienaam", "genaamd"])


@dataclass(frozen=True)
class Sentence:
    """A sentence with what its words can be."""

    words: list[Token]
    kinds: list[str]
    cases: list[str]

    @classmethod
    def read(cls, words: list[Token], lexicon: Lexicon) -> Sentence:
        """Look the words up."""
        loud = shouted(words)
        cases = [case(one.text, first=i == 0, shouted=loud) for i, one in enumerate(words)]
        return cls(words, [lexicon.kind(one.text) for one in words], cases)

    def folded(self, start: int, end: int) -> str:
        """The words of a range as the lists know them."""
        return " ".join(fold_name(one.text) for one in self.words[start:end])

    def kind(self, place: int) -> str:
        """The class of a word; nothing outside the sentence."""
        return self.kinds[place] if 0 <= place < len(self.kinds) else ""


def stretches(sentence: Sentence) -> list[Range]:
    """The words that could be a name, each with the neighbours that the model sees; it need not look at the others."""
    found: list[Range] = []
    for place, word in enumerate(sentence.words):
        if _possible(word.text, sentence.kinds[place], sentence.cases[place]):
            start, end = max(0, place - REACH), min(len(sentence.words), place + REACH + 1)
            if found and start <= found[-1][1]:
                start = found.pop()[0]
            found.append((start, end))
    return found


def _possible(word: str, kind: str, case: str) -> bool:
    return (
        kind in "FLBHVUflbhm"
        or (kind == "W" and case in "TC")
        or (kind == "I" and (case != "l" or word.endswith(".")))
    )


def sharpened(sentence: Sentence, seen: list[Range]) -> list[Range]:
    """What the model saw and what the lists say, whole names, without what is no person."""
    every = [grown(sentence, *one) for one in (*seen, *listed(sentence), *told(sentence))]
    return [one for one in every if is_person(sentence, *one)]


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
        elif titled(sentence, place) and _particle_and_capital(sentence, place):
            found.append((place, place + 2))
        elif _capital(sentence, place) and (
            titled(sentence, place) or _introduced(sentence, place)
        ):
            found.append((place, place + 1))
    return found


def _introduced(sentence: Sentence, place: int, *, bearer: bool = False) -> bool:
    """Whether "heet" or "met de naam" stands right before, of a person or of what else can bear a name."""
    before = [fold_name(one.text) for one in sentence.words[max(0, place - _FAR) : place]]
    return before[-1:] != [] and before[-1] in _INTRODUCES and bearer != _BEARERS.isdisjoint(before)


def titled(sentence: Sentence, place: int) -> bool:
    """Whether "mevrouw" or "dhr." stands right before."""
    point = place > 0 and sentence.words[place - 1].text == "."
    return sentence.kind(place - 2 if point else place - 1) == "T"


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
    parts = text.split(".")
    return (
        len(parts) in (3, 4)
        and text.isupper()
        and fold_name(text) not in items("namen/geen-voorletters")
    )


def grown(sentence: Sentence, start: int, end: int) -> Range:
    """The range with the particles, initials and capitalised words that belong to the same name."""
    while start > 0 and _before(sentence, start - 1):
        start -= 1
    while end < len(sentence.words) and (grown := _behind(sentence, end)) > end:
        end = grown
    return start, end


def _before(sentence: Sentence, place: int) -> bool:
    kind, case = sentence.kinds[place], sentence.cases[place]
    return (
        (kind == "I" and case != "l")
        or (kind in _LISTED and case in "Ts")
        or (kind == "P" and case == "T")
        or (kind == "P" and case == "s" and sentence.kind(place + 1) in ("L", "l", "B"))
    )


def _behind(sentence: Sentence, place: int) -> int:
    end = place
    while sentence.kind(end) == "P":
        end += 1
    if sentence.kind(end) in (*_LISTED, "V", "U") and (
        sentence.cases[end] in "TC" or (end > place and sentence.kind(end) != "U")
    ):
        return end + 1
    return (
        end + 1
        if sentence.kind(end) == "I" and sentence.cases[end] != "l" and end == place
        else place
    )


def is_person(sentence: Sentence, start: int, end: int) -> bool:
    """False for institutions, streets, places and figures of history."""
    kinds = sentence.kinds[start:end]
    if kinds == ["I"] and sentence.cases[start] == "l":
        return False
    if _introduced(sentence, start, bearer=True):
        return False
    if set(kinds) <= set("PNODSKTX") or set(kinds) <= {"M", "P"} or "K" in kinds:
        return False
    if kinds[0] == "O" or kinds[-1] in ("O", "S"):
        return False
    if kinds == ["m"] and not titled(sentence, start):
        return False
    if _misspelt_place(sentence, start, end):
        return False
    lists = ("vakwoorden", "geen-naam", "namen/geen-voorletters")
    if all(
        any(fold_name(one.text) in items(name) for name in lists) or is_foreign_word(one.text)
        for one in sentence.words[start:end]
    ):
        return False
    if not titled(sentence, start) and is_foreign(
        [one.text for one in sentence.words], sentence.kinds, sentence.cases, (start, end)
    ):
        return False
    return not (_historic(sentence, start, end) or _institution(sentence, start, end))


def _misspelt_place(sentence: Sentence, start: int, end: int) -> bool:
    """One word that is a place but for a slip. If it is a name but for a slip too, only where it stands alone."""
    kinds = sentence.kinds[start:end]
    alone = len(sentence.words) == 1 and kinds == ["V"]
    return (
        (kinds == ["U"] or alone)
        and not titled(sentence, start)
        and near_place(sentence.folded(start, end))
    )


def _historic(sentence: Sentence, start: int, end: int) -> bool:
    """Whether this is a figure of history, or the half of one that the model saw."""
    return any(
        sentence.folded(first, last) in items("namen/openbaar")
        for first in range(max(0, start - 1), start + 1)
        for last in range(end, min(end + 3, len(sentence.words)) + 1)
    )


def _institution(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the name is part of that of an institution or a street: "Jan Palfijn ziekenhuis"."""
    word = sentence.words[start - 1].text if start else ""
    before = word.lower() in _NAMED or (sentence.kind(start - 1) == "O" and not word.islower())
    while sentence.kind(end) == "P" and sentence.cases[end + 1 : end + 2] == ["T"]:
        end += 1
    while (
        end < len(sentence.words) and sentence.cases[end] == "T" and sentence.kinds[end] not in "OS"
    ):
        end += 1
    return before or sentence.kind(end) in ("O", "S")
