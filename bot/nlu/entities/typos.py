"""Words of a list with a small typing error in them; an ordinary Dutch word is never taken for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA
from simplemma import is_known

SHORTEST = 6
"""Letters of a word that typing errors are looked for in; shorter ones resemble too much."""

SHORTEST_STEM = 8
"""Letters of the first part of a compound that typing errors are looked for in."""

LONG = 10
"""Letters from which a word may hold two errors."""

REMEMBERED = 20_000
"""Words whose outcome is kept; a bound for years of typing errors."""


class Typos:
    """Finds which word of a list was meant."""

    def __init__(self, words: Iterable[str], stems: Iterable[str] = ()) -> None:
        self._words = _by_letter(words, SHORTEST)
        self._stems = _by_letter(stems, SHORTEST_STEM)
        self._remembered: dict[str, str | None] = {}

    def meant(self, word: str) -> str | None:
        """The one listed word that a misspelt word (lower case) is nearest to; None for any other word."""
        if len(word) < SHORTEST or not word.isalpha():
            return None
        if word not in self._remembered:
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
            self._remembered[word] = self._look(word)
        return self._remembered[word]

    def _look(self, word: str) -> str | None:
        if is_known(word, lang="nl"):
            return None
        near = process.extract(
            word,
            self._words.get(word[0], ()),
            scorer=OSA.distance,
            score_cutoff=2 if len(word) >= LONG else 1,
            limit=2,
        )
        if near and not (len(near) == 2 and near[0][1] == near[1][1]):
            meant, distance, _ = near[0]
            if distance == 1 or len(meant) >= LONG:
                return str(meant)
        return self._compound(word)

    def _compound(self, word: str) -> str | None:
        """A compound whose first part is a listed stem with one error in it, the error mended."""
        for stem in self._stems.get(word[0], ()):
            for length in (len(stem), len(stem) - 1, len(stem) + 1):
                if len(word) > length and OSA.distance(word[:length], stem, score_cutoff=1) <= 1:
                    return stem + word[length:]
        return None


def _by_letter(words: Iterable[str], shortest: int) -> dict[str, list[str]]:
    """Words of some length by their first letter, in which few people err."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words)):
        if len(word) >= shortest:
            found[word[0]].append(word)
    return found
