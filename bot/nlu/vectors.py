"""Small word vectors from our own questions and articles: words used alike lie close together.

Positive pointwise mutual information of words within a window, with the context distribution raised to 0.75, reduced by
singular value decomposition (Levy, Goldberg and Dagan, "Improving Distributional Similarity with Lessons Learned from
Word Embeddings", TACL 2015).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.utils.extmath import randomized_svd

from bot.nlu.features import Floats

DIMENSIONS = 150
WINDOW = 8
"""Words on each side that count as context."""
SEEN = 3
"""How often a word must have been seen."""


def word_vectors(rows: Sequence[Sequence[str]], vocabulary: Sequence[str]) -> Floats:
    """One row for each entry of `vocabulary`, of length 1; zero for word pairs and rare words."""
    counts = Counter(word for row in rows for word in row)
    kept = [
        place for place, word in enumerate(vocabulary) if " " not in word and counts[word] >= SEEN
    ]
    place = {vocabulary[entry]: number for number, entry in enumerate(kept)}
    matrix = _ppmi(
        _pairs([np.array([place.get(word, -1) for word in row]) for row in rows], len(kept))
    )
    size = min(DIMENSIONS, max(len(kept) - 1, 1))
    left, strengths, _ = randomized_svd(matrix, size, random_state=0, n_iter=3)
    reduced = left * np.sqrt(strengths)
    reduced /= np.linalg.norm(reduced, axis=1, keepdims=True) + 1e-9
    vectors = np.zeros((len(vocabulary), reduced.shape[1]), np.float32)
    vectors[kept] = reduced
    return vectors


def _pairs(rows: Sequence[NDArray[np.int64]], size: int) -> csr_matrix:
    """How often each two words stand within the window of each other."""
    left, right = [], []
    for row in rows:
        for distance in range(1, WINDOW + 1):
            one, other = row[:-distance], row[distance:]
            known = (one >= 0) & (other >= 0)
            left.append(one[known])
            right.append(other[known])
    first, second = np.concatenate(left), np.concatenate(right)
    counted = csr_matrix((np.ones(len(first)), (first, second)), shape=(size, size))
    return (counted + counted.T).tocsr()


def _ppmi(pairs: csr_matrix) -> csr_matrix:
    total = np.asarray(pairs.sum(axis=1)).ravel() + 1
    smooth = total**0.75
    cells = pairs.tocoo()
    values = np.log(cells.data * smooth.sum() / (total[cells.row] * smooth[cells.col]))
    return csr_matrix((np.maximum(values, 0), (cells.row, cells.col)), shape=pairs.shape)
