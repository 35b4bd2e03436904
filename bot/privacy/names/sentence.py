"""A sentence as the lists know it, and what in it announces a person."""

from __future__ import annotations

from dataclasses import dataclass

from bot.privacy.names.lexicon import Lexicon, case, fold_name, items, shouted
from bot.privacy.names.tokens import Token

Range = tuple[int, int]
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
    plain: list[str]
    """Each word as the lists know it: the rules ask for the same one over and over."""

    @classmethod
    def read(cls, words: list[Token], lexicon: Lexicon) -> Sentence:
        """Look the words up."""
        loud = shouted(words)
        cases = [case(one.text, first=i == 0, shouted=loud) for i, one in enumerate(words)]
        kinds = [lexicon.kind(one.text) for one in words]
        return cls(words, kinds, cases, [fold_name(one.text) for one in words])

    def folded(self, start: int, end: int) -> str:
        """The words of a range as the lists know them."""
        return " ".join(self.plain[start:end])

    def word(self, place: int) -> str:
        """One word as the lists know it; nothing outside the sentence."""
        return self.plain[place] if 0 <= place < len(self.plain) else ""

    def kind(self, place: int) -> str:
        """The class of a word; nothing outside the sentence."""
        return self.kinds[place] if 0 <= place < len(self.kinds) else ""


def introduced(sentence: Sentence, place: int, *, bearer: bool = False) -> bool:
    """Whether "heet" or "met de naam" stands right before, of a person or of what else can bear a name."""
    before = sentence.plain[max(0, place - _FAR) : place]
    return sentence.word(place - 1) in _INTRODUCES and bearer != _BEARERS.isdisjoint(before)


def titled(sentence: Sentence, place: int) -> bool:
    """Whether "mevrouw" or "dhr." stands right before."""
    point = place > 0 and sentence.words[place - 1].text == "."
    return sentence.kind(place - 2 if point else place - 1) == "T"


def close(sentence: Sentence, place: int) -> bool:
    """Whether "mevrouw", "dhr." or "mijn zoon" stands right before: behind it even an ordinary word can be a name."""
    before = place - 2 if place > 1 and sentence.words[place - 1].text == "." else place - 1
    return sentence.word(before) in items("namen/nabij")


def related(sentence: Sentence, place: int) -> bool:
    """Whether a word of another language for somebody stands right before: "my neighbour", "mein Schüler"."""
    before = sentence.word(place - 1).rpartition("'")[2]
    return before in items("namen/wie-andere-talen")
