"""Counting pieces of text: sublinear TF-IDF over what at least two texts share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Floats = NDArray[np.float32]

CHARACTERS = (2, 3, 4, 5)
"""Lengths of the character n-grams."""


def bigrams(words: Sequence[str]) -> list[str]:
    """The words and each two that stand together."""
    return [*words, *(f"{one} {other}" for one, other in pairwise(words))]


@lru_cache(maxsize=2)
def pieces(text: str) -> tuple[str, ...]:
    """Character n-grams within words, their borders as spaces; a short word counts once as a whole.

    Kept for a moment, since the models of intents and of danger read the same message.
    """
    found: list[str] = []
    for word in text.split():
        padded = f" {word} "
        for length in CHARACTERS:
            if length >= len(padded):
                found.append(padded)
                break
            found += [padded[place : place + length] for place in range(len(padded) - length + 1)]
    return tuple(found)


class Weights(NamedTuple):
    """What a text holds: places in a vocabulary, and the weight of each."""

    places: NDArray[np.int32]
    values: Floats


class View:
    """Rows of weights, each of length 1: (1 + ln tf) · idf, with idf = ln((1 + n) / (1 + df)) + 1."""

    def __init__(self, vocabulary: Sequence[str] = (), idf: Floats | None = None) -> None:
        self.vocabulary = list(vocabulary)
        self.idf = np.zeros(0, np.float32) if idf is None else idf
        self._place = {piece: place for place, piece in enumerate(self.vocabulary)}

    @classmethod
    def fit(cls, rows: Sequence[Sequence[str]]) -> View:
        """The pieces that at least two rows hold."""
        seen = Counter(piece for row in rows for piece in set(row))
        vocabulary = sorted(piece for piece, count in seen.items() if count >= 2)
        counts = np.array([seen[piece] for piece in vocabulary], np.float64)
        return cls(vocabulary, (np.log((1 + len(rows)) / (1 + counts)) + 1).astype(np.float32))

    def weigh(self, row: Sequence[str]) -> Weights:
        """The weights of one text; pieces that were never seen do not count."""
        counts = Counter(map(self._place.get, row))
        del counts[None]
        places = np.fromiter(counts.keys(), np.int32, len(counts))
        times = np.fromiter(counts.values(), np.float64, len(counts))
        values = (1 + np.log(times)).astype(np.float32)
        values *= self.idf[places]
        return Weights(places, values / (math.sqrt(values @ values) or 1.0))


def matrix(rows: Sequence[Weights], width: int) -> csr_matrix:
    """The weights of many texts, (texts, width)."""
    starts = np.cumsum([0, *(len(row.places) for row in rows)], dtype=np.int32)
    values = np.concatenate([row.values for row in rows])
    places = np.concatenate([row.places for row in rows])
    return csr_matrix((values, places, starts), shape=(len(rows), width))
