"""What a word can be, by the lists alone: a first name, a family name, a place, an ordinary word, nothing known.

The classes are features of the model, so it learns how far to trust them: "roos" is in a list of
names and in the dictionary, and only its neighbours tell which it is here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from bot.privacy.folding import FENCES
from bot.privacy.names.tokens import Token

LISTS = Path(__file__).parent.parent / "lists"
_STREET = re.compile(
    r".{3,}(?:straat|laan|plein|steenweg|dreef|weg|baan|kaai|lei|park|singel)$|.{5,}(?:wijk|brug|poort)$"
)
_LAW = re.compile(r".{5,}(?:wet|decreet|taks|doctrine|commissie|akkoord)$")
"""Laws are called after people: "de Salduzwet"."""
_MADE_OF_NAMES = re.compile(
    r".{3,}(?:school|college|instituut|ziekenhuis|museum|fonds|parochie|kazerne|zaal|kerk|moskee)$"
)
_SHORTEST_TYPO = 5
_LONGEST = 40
"""Letters of the longest word that is looked at from within: more is no name and no word, and would take long."""
_SHORTEST_PART = 4
"""Letters of the first part of a compound; the second has one more."""


@cache
def items(name: str) -> frozenset[str]:
    """The items of `lists/<name>.txt`, folded."""
    lines = (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold_name(line) for line in lines if line.strip())


def names_of(kind: str) -> dict[str, list[str]]:
    """The names of a kind, `voornaam` or `familienaam`, by origin, as they are written."""
    return {
        path.stem.partition("-")[2]: path.read_text(encoding="utf-8").split()
        for path in sorted((LISTS / "namen").glob(f"{kind}-*.txt"))
    }


def fold_name(name: str) -> str:
    """Lower case without accents: how names are looked up."""
    if name.isascii():
        return name.strip().lower()
    plain = unicodedata.normalize("NFKD", name.strip().lower().replace("ı", "i").replace("ł", "l"))
    return "".join(one for one in plain if not unicodedata.combining(one))


def deletions(word: str) -> set[str]:
    """The word with each one of its letters left out: two words one slip apart share one of these."""
    return {word[:i] + word[i + 1 :] for i in range(len(word))} | {word}


def near_place(word: str) -> bool:
    """Whether a word is a place but for one slip: a visitor who types "Antwerpn" names no person."""
    return _SHORTEST_TYPO <= len(word) <= _LONGEST and not _place_slips().isdisjoint(
        deletions(word)
    )


@cache
def _place_slips() -> frozenset[str]:
    places = (one for one in items("plaatsen") if len(one) >= _SHORTEST_TYPO)
    return frozenset(short for one in places for short in deletions(one))


@dataclass(frozen=True)
class Lexicon:
    """Names and words, all folded."""

    first: frozenset[str]
    last: frozenset[str]
    words: frozenset[str]
    common: frozenset[str]
    """The words that people often write: "zelf", not "loran", which only a dictionary has."""
    _kinds: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    """Classes of words of the dictionary: told once, and no word of a visitor's own is kept."""

    @classmethod
    def load(
        cls,
        words: frozenset[str],
        common: frozenset[str] = frozenset(),
        without: frozenset[str] = frozenset(),
    ) -> Lexicon:
        """The lists of this package; `without` leaves names out, to measure unseen ones."""
        first, last = (
            frozenset(fold_name(name) for names in names_of(kind).values() for name in names)
            for kind in ("voornaam", "familienaam")
        )
        also_words = words | items("namen/ook-woord") | items("vakwoorden")
        words = also_words - items("namen/vooral-naam")
        return cls(first - without, last - without, words, common | items("vakwoorden"))

    @cached_property
    def places(self) -> frozenset[str]:
        """Municipalities, provinces, countries."""
        return items("plaatsen") | items("buitenland")

    @cached_property
    def titles(self) -> frozenset[str]:
        """Words before a name: mevrouw, dokter, imam."""
        return items("namen/aanspreking")

    @cached_property
    def particles(self) -> frozenset[str]:
        """Small words inside a name: van, el, ben."""
        return items("namen/tussenvoegsel")

    @cached_property
    def institutions(self) -> frozenset[str]:
        """Words that make a name beside them that of an institution."""
        return items("namen/instelling")

    @cached_property
    def foreign(self) -> frozenset[str]:
        """Common words of English, French, German and Turkish that are no Dutch ones."""
        return items("vreemd")

    @cached_property
    def typos(self) -> frozenset[str]:
        """Every longer name with one letter left out."""
        long = {name for name in self.first | self.last if len(name) >= _SHORTEST_TYPO}
        return frozenset(short for name in long for short in deletions(name))

    @cached_property
    def _fixed(self) -> dict[str, str]:
        """The words that are of one class, whatever else they may be."""
        classes = {
            "D": items("kalender"),
            "O": self.institutions,
            "T": self.titles,
            "P": self.particles,
        }
        return {word: kind for kind, words in classes.items() for word in words}

    def stem(self, word: str) -> str:
        """The name inside a possessive ("yassines"), or the word itself; the word is folded."""
        if word.endswith("s") and not self.is_name(word) and word not in self.words:
            return word[:-1] if self.is_name(word[:-1]) else word
        return word

    def _compound(self, word: str) -> bool:
        """Whether a longer word ends in a common one and begins with an ordinary one: "boksclubs"."""
        return any(
            word[cut:] in self.common
            and (
                word[:cut] in self.words or (word[: cut - 1] in self.words and word[cut - 1] == "s")
            )
            for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART)
        )

    def ordinary(self, word: str) -> str:
        """The class of an ordinary word: W when people often write it, R when it is rare."""
        return "W" if word in self.common else "R"

    def is_name(self, word: str) -> bool:
        """Whether a list has it."""
        return word in self.first or word in self.last

    def kind(self, text: str) -> str:
        """The class of a word: one letter, small when the dictionary knows the word too."""
        word = fold_name(text)
        if word not in self.words:
            return self._kind(text, word)
        if word not in self._kinds:
            self._kinds[word] = self._kind(text, word)
        return self._kinds[word]

    def _kind(self, text: str, word: str) -> str:
        if not text[0].isalpha() or not word:
            return "K" if text in FENCES else "N" if text[0].isdigit() else "X"
        if not word.isalpha() and any(one.isdigit() or one == "_" for one in word):
            return "N"
        if text.endswith(".") or len(word) == 1:
            return "I"
        if kind := self._fixed.get(word):
            return kind
        if word.startswith(("sint-", "st-")) or word == "sint":
            return "O"
        return self._listed(self.stem(word)) or self._shaped(word)

    def _listed(self, word: str) -> str:
        first, last = word in self.first, word in self.last
        letter = "B" if first and last else "F" if first else "L" if last else ""
        if word in self.places:
            return "M" if not letter else "m"
        return letter.lower() if letter and word in self.words else letter

    def _shaped(self, word: str) -> str:
        if word in self.words:
            return self.ordinary(word)
        if word in self.foreign:
            return "E"
        if _STREET.match(word):
            return "S"
        if _MADE_OF_NAMES.match(word) or _LAW.match(word):
            return "O"
        if "-" in word:
            parts = word.split("-")
            if all(part in self.words for part in parts if part):
                return "W"
            if parts[-1] in self.common and not any(map(self.is_name, parts)):
                return "W"
            kinds = {self._listed(part) for part in parts}
            return "H" if kinds & {"F", "L", "B"} and "" not in kinds else "U"
        if len(word) > _LONGEST:
            return "X"
        if self._compound(word):
            return "W"
        if len(word) >= _SHORTEST_TYPO and any(one in self.typos for one in deletions(word)):
            return "V"
        return "U"


def shouted(words: list[Token]) -> bool:
    """Whether capitals say nothing here, because nearly all of it is in capitals."""
    letters = [one.text for one in words if one.text[0].isalpha()]
    long = [text for text in letters if len(text) > 1]
    return (
        len(letters) > 1
        and sum(text.isupper() for text in letters) > 0.7 * len(letters) > 0
        and bool(long)
    )


def case(text: str, *, first: bool, shouted: bool) -> str:
    """How a word is written: l(ower), T(itle), C(apitals), or s: a capital at the start, which says little."""
    if shouted or text == text.lower():
        return "l"
    if len(text) > 1 and text.isupper() and not text.endswith("."):
        return "C"
    return "s" if first else "T"
