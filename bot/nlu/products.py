"""Inner products of one text with every text that was learnt, reading only the pieces that it holds."""

from __future__ import annotations

import numpy as np
from scipy.sparse import _sparsetools, csr_matrix

from bot.nlu.features import Floats, Weights


class Products:
    """The learnt texts, stored by piece: for each place in the vocabulary the texts that hold it.

    The two loops are those that scipy's matrices run for `pieces[places].T @ values`. Around them scipy makes and
    checks three matrices, which for one text costs more than the loops.
    """

    def __init__(self, pieces: csr_matrix) -> None:
        self.pieces = pieces
        """(vocabulary, texts)"""

    def __call__(self, text: Weights) -> Floats:
        """One number for each text that was learnt."""
        pieces, held = self.pieces, len(text.places)
        ends = np.zeros(held + 1, pieces.indptr.dtype)
        np.cumsum(pieces.indptr[text.places + 1] - pieces.indptr[text.places], out=ends[1:])
        texts = np.empty(ends[-1], pieces.indices.dtype)
        weights = np.empty(ends[-1], pieces.data.dtype)
        _sparsetools.csr_row_index(
            held, text.places, pieces.indptr, pieces.indices, pieces.data, texts, weights
        )
        total = np.zeros(pieces.shape[1], pieces.data.dtype)
        _sparsetools.csc_matvec(len(total), held, ends, texts, weights, text.values, total)
        return total
