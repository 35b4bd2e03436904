"""Municipalities that a message names, by NIS code: present and former names, in any usual spelling.

A name that is also a word ("peer", "mol") counts only with a capital inside a sentence or behind a word of place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from simplemma import is_known

from bot.knowledge.municipalities import Municipality
from bot.nlu.entities.found import Found
from bot.nlu.entities.spellings import SAINT, endings, words
from bot.nlu.entities.tokens import Token
from bot.nlu.entities.typos import Typos

KIND = "municipality"

Words = tuple[str, ...]

_ACTS = frozenset(
    (
        "heeft",
        "had",
        "wil",
        "werkt",
        "vraagt",
        "kreeg",
        "start",
        "plant",
        "zoekt",
        "zet",
        "koos",
        "deed",
        "doet",
    )
)
"""Behind the first word of a sentence, these tell that it is a name."""

_AND = frozenset(("en", "of"))

_INSIDE = frozenset(" -–.'’")
"""What may stand between the words of one name."""


@dataclass(frozen=True)
class _Name:
    words: Words
    nis: str | None
    """None for a place that only resembles a municipality."""
    sure: bool
    """Whether it means nothing but the municipality."""


class Municipalities:
    """All names of all municipalities."""

    def __init__(self, known: Mapping[str, Municipality], other: Mapping[str, Any]) -> None:
        self._common = {words(one) for one in other["gewone_woorden"]}
        self._very_common = {words(one) for one in other["meestal_een_woord"]}
        self._before = {words(one) for one in other["plaatswoorden"]}
        self._before_common = {words(one) for one in other["bestuurswoorden"]}
        self._not_behind = {words(one) for one in other["geen_gemeente_achter"]}
        self._names: dict[str, list[_Name]] = defaultdict(list)
        self._seen: set[Words] = set()
        listed = _listed(known, other)
        self._fill(listed, other)
        sure = [one for one, _ in listed if one not in self._common]
        self._typos = Typos(one[0] for one in sure if len(one) == 1)
        self._saints = Typos(one[1] for one in sure if len(one) == 2 and one[0] == "sint")

    def find(self, text: str, said: Sequence[Token]) -> list[Found]:
        """Every municipality in a text, given with its tokens, in order of place."""
        shouted = text.isupper()
        read = [SAINT.get(one.plain, one.plain) for one in said]
        found, place, named = [], 0, -2
        while place < len(said):
            name = self._at(text, said, read, place)
            if name is None:
                place += 1
                continue
            end = place + len(name.words)
            listed = place == named or (place == named + 1 and read[named] in _AND)
            if name.nis is not None and (
                listed or self._meant(text, said, read, place, name, shouted)
            ):
                found.append(Found(KIND, name.nis, said[place].start, said[end - 1].end))
                named = end
            place = end
        return found

    def _at(self, text: str, said: Sequence[Token], read: list[str], place: int) -> _Name | None:
        for name in self._names.get(read[place], ()):
            end = place + len(name.words)
            if tuple(read[place:end]) == name.words and _together(text, said[place:end]):
                return name
        return self._misspelt(read, place)

    def _misspelt(self, read: list[str], place: int) -> _Name | None:
        if read[place] == "sint" and place + 1 < len(read):
            second = self._saints.meant(read[place + 1])
            return self._exactly(("sint", second)) if second else None
        meant = self._typos.meant(read[place])
        return self._exactly((meant,)) if meant else None

    def _exactly(self, wanted: Words) -> _Name | None:
        return next((one for one in self._names[wanted[0]] if one.words == wanted), None)

    def _meant(
        self,
        text: str,
        said: Sequence[Token],
        read: list[str],
        place: int,
        name: _Name,
        shouted: bool,
    ) -> bool:
        if _ends_with(self._not_behind, read[:place]) or _family_name(text, said, place):
            return False
        if name.sure:
            return True
        very = name.words in self._very_common
        if _ends_with(self._before_common if very else self._before, read[:place]):
            return True
        end = place + len(name.words)
        if shouted or not text[said[end - 1].start].isupper():
            return False
        if not _opens_sentence(text, said[place].start):
            return True
        if very or end >= len(read):
            return False
        counts_on = text[said[end - 1].end] == "," and text[said[end].start].isupper()
        return counts_on or read[end] in _ACTS | _AND

    def _fill(self, listed: list[tuple[Words, str]], other: Mapping[str, Any]) -> None:
        for strange in other["geen_gemeenten"]:
            self._add(words(strange), None, sure=True)
        for name, nis in listed:
            self._add(name, nis, sure=name not in self._common)
        for nis, many in other["andere_vormen"].items():
            for form in many:
                self._add(words(form), str(nis), sure=True)
        for name, nis in listed:
            for form in _forms(name, common=name in self._common):
                self._add(form, nis, sure=True)
        for names in self._names.values():
            names.sort(key=lambda one: -len(one.words))

    def _add(self, name: Words, nis: str | None, *, sure: bool) -> None:
        for form in (name, ("".join(name),)) if name[0] == "sint" else (name,):
            if form not in self._seen:
                self._seen.add(form)
                self._names[form[0]].append(_Name(form, nis, sure))


def _listed(known: Mapping[str, Municipality], other: Mapping[str, Any]) -> list[tuple[Words, str]]:
    listed = [(words(one.name), nis) for nis, one in known.items()]
    for section in ("vroegere_namen", "deelgemeenten"):
        listed += [(words(one), str(nis)) for nis, many in other[section].items() for one in many]
    return listed


def _forms(name: Words, *, common: bool) -> Iterator[Words]:
    """A name with its endings, save those that are words of their own; of a common word only "…se"."""
    for form in endings(name[-1]):
        if common and not form.endswith("se"):
            continue
        if len(name) > 1 or not is_known(form, lang="nl"):
            yield (*name[:-1], form)


def _together(text: str, said: Sequence[Token]) -> bool:
    """Whether nothing but hyphens and spaces stands between the words."""
    gaps = (text[one.end : two.start] for one, two in pairwise(said))
    return all(len(gap) <= 3 and set(gap) <= _INSIDE for gap in gaps)


def _ends_with(many: set[Words], before: list[str]) -> bool:
    return any(tuple(before[-length:]) in many for length in (1, 2, 3, 4))


def _family_name(text: str, said: Sequence[Token], place: int) -> bool:
    """ "Jan Van Gent": a name of a person when "Van" has a capital inside a sentence."""
    if place == 0:
        return False
    before = text[said[place - 1].start : said[place - 1].end]
    return before in ("Van", "Vande") and not _opens_sentence(text, said[place - 1].start)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t\"'«“(-•*")
    return not before or before[-1] in ".!?:;\n…"
