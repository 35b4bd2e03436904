"""Our model behind a spelling corrector: a word that was never seen becomes the most similar one that was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from benchmarks.candidates.kernel import Kernel
from bot.nlu.decisions import Ranking
from bot.nlu.normalise import normalise
from bot.nlu.trainingdata import Example

SEEN = 3
"""How often a word must have been seen to be taken for right."""

SHORT, LONG = 5, 9
"""Letters from which a word may have one error, and two."""


class Spelling(Kernel):
    """Corrects what is asked, not what is learnt: the model has to know errors too."""

    def fit(self, examples: Sequence[Example]) -> None:
        """Learn the model and the vocabulary."""
        super().fit(examples)
        counts = Counter(word for one in examples for word in normalise(one.text).split())
        known = frozenset(counts)
        frequent = sorted(word for word, count in counts.items() if count >= SEEN)

        @cache
        def correct(word: str) -> str:
            errors = (len(word) >= SHORT) + (len(word) >= LONG)
            if word in known or not errors:
                return word
            found = process.extractOne(
                word, frequent, scorer=DamerauLevenshtein.distance, score_cutoff=errors
            )
            return word if found is None else str(found[0])

        self._correct = correct

    def rank(self, text: str) -> Ranking:
        """Every intent of the corrected text."""
        return super().rank(" ".join(self._correct(word) for word in normalise(text).split()))
