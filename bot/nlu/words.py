"""Text to words: abbreviations written out, compounds cut by the words of the training data, lemmas."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

import simplemma

from bot.nlu.normalise import normalise

COMPOUND, PART, SEEN = 9, 4, 3
"""Letters of a word that may be a compound, letters of its parts, and how often a part must have been seen."""

REMEMBERED = 50_000
"""Words whose lemmas are kept: most of a language, and a bound for years of typing errors."""

_LINKS = ("", "s", "en", "e", "-")
_TOKEN = re.compile(r"[\w?]+")


class Words:
    """The vocabulary that texts are cut with."""

    def __init__(
        self, abbreviations: Mapping[str, str], parts: Mapping[str, int] | None = None
    ) -> None:
        self.abbreviations = dict(abbreviations)
        self.parts = dict(parts or {})
        """Words that may be part of a compound, with how often they were seen."""
        self._cache: dict[str, list[str]] = {}

    def learn(self, texts: Iterable[str]) -> None:
        """Take the words of the training data as possible parts of compounds."""
        counts = Counter(word for text in texts for word in self.expand(text).split())
        self.parts = {
            word: count
            for word, count in counts.items()
            if count >= SEEN and len(word) >= PART and word.isalpha()
        }
        self._cache.clear()

    def expand(self, text: str) -> str:
        """Normalised text with abbreviations and chat spellings written out."""
        return " ".join(self._written_out(word) for word in normalise(text).split())

    def _written_out(self, word: str) -> str:
        """A word that may end in a question mark: "wat is een ltf?"."""
        short = word.rstrip("?")
        return self.abbreviations.get(short, short) + word[len(short) :]

    def lemmas(self, expanded: str) -> list[str]:
        """The lemmas of an expanded text, parts of compounds apart."""
        return _TOKEN.findall(
            " ".join(lemma for word in expanded.split() for lemma in self._word(word))
        )

    def _word(self, word: str) -> list[str]:
        found = self._cache.get(word)
        if found is None:
            parts = self._split(word) if len(word) >= COMPOUND else [word]
            found = [simplemma.lemmatize(part, lang="nl").lower() for part in parts]
            if len(self._cache) < REMEMBERED:
                self._cache[word] = found
        return found

    def _split(self, word: str) -> list[str]:
        """The two parts whose rarer one is seen most; the word itself when no cut gives two known parts."""
        best, parts = 0, [word]
        for cut in range(PART, len(word) - PART + 1):
            right = word[cut:]
            for link in _LINKS if right in self.parts else ():
                left = word[:cut].removesuffix(link) if word[:cut].endswith(link) else ""
                seen = min(self.parts.get(left, 0), self.parts[right]) if len(left) >= PART else 0
                if seen > best:
                    best, parts = seen, [left, right]
        return parts
