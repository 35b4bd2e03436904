"""bot.nlu.products: inner products of one text with all that was learnt."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from bot.nlu.features import Weights
from bot.nlu.products import Products

PIECES = csr_matrix(np.array([[1, 0, 2], [0, 3, 0], [0, 0, 0], [4, 5, 6]], np.float32))


def test_they_are_those_of_the_matrices():
    places, values = np.array([3, 0], np.int32), np.array([0.5, 2], np.float32)
    found = Products(PIECES)(Weights(places, values))
    assert found.tolist() == (PIECES[places].T @ values).tolist() == [4, 2.5, 7]


def test_a_text_of_unknown_pieces_is_like_nothing():
    nothing = Weights(np.zeros(0, np.int32), np.zeros(0, np.float32))
    assert Products(PIECES)(nothing).tolist() == [0, 0, 0]


def test_a_piece_that_no_text_holds_adds_nothing():
    alone = Weights(np.array([2], np.int32), np.ones(1, np.float32))
    assert Products(PIECES)(alone).tolist() == [0, 0, 0]
