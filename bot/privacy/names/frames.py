"""Training text: sentences of our own with a gap for a name, filled from the lists and roughened.

The sentences are in `frames/`, one a line. Gaps: {naam} any way to name a person, {voornaam},
{familienaam}, {initialen}, {bezit} (Yassines); and, never a name, {gemeente}, {straat}, {organisatie},
{titel} and {merk} (films, books, shops, clubs), {gegeven} (what the other recognisers masked before),
{woord} and {samenstelling} (words nobody lists).
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from pathlib import Path

from bot.privacy.folding import FENCE
from bot.privacy.names.lexicon import fold_name, items, names_of

FRAMES = Path(__file__).parent / "frames"
REGISTERS = (
    "formeel",
    "chat",
    "tussentaal",
    "notitie",
    "mail",
    "varia",
    "nummers",
    "gesprek",
    "andere-talen",
    "woordnamen",
    "werken-namen",
)
NAMELESS = ("negatief", "geen-namen", "geen-nummers", "geen-andere-talen", "werken")
_GAP = re.compile(r"\{(\w+)\}")
_MORE = ("vlaams", "vlaams", "vlaams", "vlaams", "overig")
"""Origins that come more often: their names are ordinary words oftenest, and so the hardest to learn."""
_ORDINARY = 0.12
"""Share of Flemish family names that are made of an ordinary word: "Mees", "De Molen", "Vos"."""
_ALSO_WORD = 0.12
"""Share of Flemish names that are drawn from those which the dictionary knows as a word: "Roos", "Koning"."""
_KNOWN = {"titel": "titels", "merk": "merken"}
"""Gaps that a list fills."""
_SHORT, _DRAWS = 8, 20
_PARTICLES = {
    "vlaams": ("van", "van de", "van den", "de", "van der", "vanden", "ter", "D'"),
    "marokkaans": ("el", "ben", "El", "Ben", "ait", "Aït", "bou", "al"),
    "arabisch": ("al", "Al", "abu", "bin", "el"),
}
_OUTSIDE = re.compile("\x01.*?\x02|[^\x01]+", re.DOTALL)
_MARK = re.compile("\x01(.*?)\x02", re.DOTALL)


@dataclass(frozen=True)
class Example:
    """A text and where its names stand."""

    text: str
    spans: tuple[tuple[int, int], ...]
    origin: str
    register: str


def frames(stem: str) -> list[str]:
    """The sentences of one register."""
    return (FRAMES / f"{stem}.txt").read_text(encoding="utf-8").splitlines()


@dataclass
class Filler:
    """Fills the gaps of a sentence, with persons of one origin."""

    first: dict[str, list[str]]
    last: dict[str, list[str]]
    words: list[str]
    random: random.Random
    hard: bool = True
    """Whether Flemish names are drawn oftener from ordinary words than they are found among them."""
    places: list[str] = field(default_factory=lambda: sorted(items("plaatsen")))
    known: dict[str, list[str]] = field(
        default_factory=lambda: {gap: sorted(items(name)) for gap, name in _KNOWN.items()}
    )
    _words: dict[int, list[str]] = field(default_factory=dict, repr=False)

    @classmethod
    def of_lists(
        cls, seed: int, words: list[str], keep: set[str] | None = None, *, hard: bool = True
    ) -> Filler:
        """From all names in the lists, or from those in `keep`; `words` are ordinary ones."""
        first, last = (
            {
                origin: [name for name in names if keep is None or name in keep]
                for origin, names in names_of(kind).items()
            }
            for kind in ("voornaam", "familienaam")
        )
        return cls(first, last, words, random.Random(seed), hard)  # noqa: S311 - training text, no secret

    def fill(self, frame: str, register: str) -> Example:
        """The sentence with invented persons in its gaps."""
        origin = self.random.choice([*self.first, *_MORE])
        marked = _GAP.sub(lambda gap: self._gap(gap[1], origin), frame)
        return unmark(marked, origin, register)

    def _gap(self, gap: str, origin: str) -> str:
        if gap == "gemeente":
            return self.random.choice(self.places).title()
        if gap in _KNOWN:
            return self.random.choice(self.known[gap]).title()
        if gap == "gegeven":
            return FENCE
        if gap.lower() in ("woord", "samenstelling"):
            word = self._word() if gap.lower() == "woord" else self._compound()
            return word.capitalize() if gap[0].isupper() else word
        if gap in ("straat", "organisatie"):
            stem = "straten" if gap == "straat" else "organisaties"
            name = self.random.choice(frames(stem))
            return re.sub("[\x01\x02]", "", _GAP.sub(lambda one: self._gap(one[1], "vlaams"), name))
        return f"\x01{self._person(gap, origin)}\x02" + self._behind(gap)

    def _word(self) -> str:
        return self.random.choice(self.words)

    def _short(self) -> str:
        """A word as short as family names that are words mostly are; the last one drawn when none is."""
        drawn = (self._word() for _ in range(_DRAWS))
        return next((one for one in drawn if 2 < len(one) < _SHORT), self._word())

    def _compound(self) -> str:
        return f"{self._word()}{self.random.choice(('', '', 's', '-'))}{self._word()}"

    def _behind(self, gap: str) -> str:
        return "'s" if gap == "bezit" and self.random.random() < 0.15 else ""

    def _person(self, gap: str, origin: str) -> str:
        first, last = self._first(origin), self._last(origin)
        if gap == "voornaam":
            return first
        if gap == "familienaam":
            return last
        if gap == "bezit":
            return first if first[-1] in "sxz" else f"{first}s"
        if gap == "initialen":
            return self._initials(first, last)
        return self._any(first, last)

    def _any(self, first: str, last: str) -> str:
        draw = self.random.random()
        if draw < 0.5:
            return f"{first} {last}"
        if draw < 0.7:
            return first
        if draw < 0.78:
            return f"{last} {first}"
        if draw < 0.86:
            return f"{first[0]}. {last}"
        if draw < 0.93:
            return f"{first} {last[0].upper()}."
        return last if draw < 0.96 else self._initials(first, last)

    def _initials(self, first: str, last: str) -> str:
        dots = (
            f"{first[0]}.{last[0].upper()}.",
            f"{first[0]}. {last[0].upper()}.",
            f"{first} {last[0].upper()}.",
        )
        return self.random.choice(dots)

    def _name(self, names: list[str], origin: str) -> str:
        """One of the names; of the Flemish ones that are a word too rather more than there are."""
        if not self._harder(origin, _ALSO_WORD):
            return self.random.choice(names)
        if id(names) not in self._words:
            words = set(self.words)
            self._words[id(names)] = [one for one in names if fold_name(one) in words]
        return self.random.choice(self._words[id(names)] or names)

    def _harder(self, origin: str, share: float) -> bool:
        return self.hard and origin == "vlaams" and self.random.random() < share

    def _first(self, origin: str) -> str:
        name = self._name(self.first[origin], origin)
        if self.random.random() < 0.03:
            name = f"{name}-{self.random.choice(self.first[origin])}"
        return name

    def _last(self, origin: str) -> str:
        name = self._name(self.last[origin], origin)
        if self._harder(origin, _ORDINARY):
            name = self._short().capitalize()
        if origin in _PARTICLES and self.random.random() < 0.22:
            particle = self.random.choice(_PARTICLES[origin])
            return f"{particle}{'' if particle.endswith(chr(39)) else ' '}{name}"
        return (
            f"{name}-{self.random.choice(self.last[origin])}"
            if self.random.random() < 0.03
            else name
        )


def unmark(marked: str, origin: str, register: str) -> Example:
    """The text without the marks, with their places."""
    spans: list[tuple[int, int]] = []
    text = ""
    position = 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        position = match.end()
    return Example(text + marked[position:], tuple(spans), origin, register)


def roughen(example: Example, random: random.Random) -> Example:
    """As people type: lower case, capitals, no punctuation, a letter too many or too few."""
    marked = _remark(example)
    draw = random.random()
    register = example.register
    if draw < 0.34:
        marked, register = marked.lower(), "klein"
    elif draw < 0.46:
        marked, register = marked.upper(), "hoofdletters"
    if random.random() < 0.15:
        marked = re.sub(r"[,?!;:]|\.(?= |$)(?<![A-Za-z]\.[A-Za-z]\.)(?<!\b[A-Za-z]\.)", "", marked)
    if random.random() < 0.15:
        marked = _MARK.sub(lambda name: f"\x01{slip(name[1], random)}\x02", marked)
        register = "tikfout" if register == example.register else register
    if random.random() < 0.08:
        marked = _OUTSIDE.sub(
            lambda part: part[0] if part[0][0] == "\x01" else _slips(part[0], random), marked
        )
    return unmark(marked, example.origin, register)


def _remark(example: Example) -> str:
    text = example.text
    for start, end in reversed(example.spans):
        text = f"{text[:start]}\x01{text[start:end]}\x02{text[end:]}"
    return text


def _slips(text: str, random: random.Random) -> str:
    """One ordinary word in six is mistyped."""
    return re.sub(
        r"\w+", lambda one: slip(one[0], random) if random.random() < 0.17 else one[0], text
    )


def slip(name: str, random: random.Random) -> str:
    """One letter left out, doubled or exchanged with the next; short names stay."""
    places = [i for i in range(1, len(name) - 2) if name[i].isalpha() and name[i + 1].isalpha()]
    if len(name) < 5 or not places:
        return name
    i = random.choice(places)
    return random.choice(
        (
            name[:i] + name[i + 1 :],
            name[:i] + name[i] + name[i:],
            name[:i] + name[i + 1] + name[i] + name[i + 2 :],
        )
    )
