"""Two learners on a matrix of likenesses between questions (a kernel): ridge regression and logistic regression."""

from __future__ import annotations

import numpy as np
from scipy.linalg import cho_factor, cho_solve

from bot.nlu.features import Floats

RIDGE = 0.3
"""Strength of the ridge."""

FREEDOM, CURVATURE, STEPS = 20.0, 0.15, 12
"""Logistic regression: inverse of the regularisation, bound on the curvature, and steps; it stops early on purpose."""


def ridge(kernel: Floats, targets: Floats) -> Floats:
    """Weights of the questions, (n, labels), that bring kernel · weights near the centred targets."""
    matrix = kernel.copy()
    matrix[np.diag_indices_from(matrix)] += RIDGE
    factor = cho_factor(matrix, lower=True, overwrite_a=True, check_finite=False)
    return np.asarray(cho_solve(factor, targets - 1 / targets.shape[1], check_finite=False))


def logistic(kernel: Floats, targets: Floats) -> Floats:
    """Weights of the questions for multinomial logistic regression in the dual.

    Newton steps with a fixed bound on the Hessian (Böhning, "Multinomial logistic regression algorithm", 1992), so that
    one factorisation serves them all, with Nesterov's momentum.
    """
    matrix = kernel * np.float32(CURVATURE * FREEDOM)
    matrix[np.diag_indices_from(matrix)] += 1
    factor = cho_factor(matrix, lower=True, overwrite_a=True, check_finite=False)
    weights = before = np.zeros_like(targets)
    for step in range(STEPS):
        ahead = weights + np.float32(step / (step + 3)) * (weights - before)
        gradient = np.float32(FREEDOM) * (targets - softmax(kernel @ ahead)) - ahead
        before, weights = weights, ahead + cho_solve(factor, gradient, check_finite=False)
    return np.asarray(weights, np.float32)


def softmax(scores: Floats) -> Floats:
    """Probabilities from scores, row by row."""
    exponents = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(exponents / exponents.sum(axis=1, keepdims=True))
