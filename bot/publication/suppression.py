"""Which counts are hidden, so that no small one can be read or worked out.

Small counts are hidden first. A reader also has the sums: with the total and all other rows, a hidden one is what is
left. So further counts are hidden until, whatever the reader works out, at least two values remain possible for each.
What remains possible is found by linear programming, the usual audit of such tables (Hundepool et al., "Statistical
Disclosure Control", 2012, §4.3).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

Key = TypeVar("Key")

INSIDE, PUBLIC = 5, 10
"""Counts below this are hidden: in a municipality's own view, and in what anybody may read (DESIGN.md §8)."""

_NEARLY = 1e-6


@dataclass(frozen=True)
class Sum(Generic[Key]):
    """A count that is the sum of others, as every reader knows."""

    whole: Key
    parts: tuple[Key, ...]


def hide(counts: Mapping[Key, int], sums: Sequence[Sum[Key]], threshold: int) -> frozenset[Key]:
    """The keys whose counts are hidden; a zero is never hidden, since it is nobody."""
    hidden = {key for key, count in counts.items() if 0 < count < threshold}
    while True:
        known = [key for key, (low, high) in possible(counts, sums, hidden).items() if low == high]
        more = {one for key in known if (one := _next(key, counts, sums, hidden)) is not None}
        if not more:
            return frozenset(hidden)
        hidden |= more


def possible(
    counts: Mapping[Key, int], sums: Sequence[Sum[Key]], hidden: set[Key] | frozenset[Key]
) -> dict[Key, tuple[float, float]]:
    """The least and the most that each hidden count can be, for who knows the others, the sums and that it is not 0."""
    order = [key for key in counts if key in hidden]
    matrix, right = _equations(counts, sums, order)
    return {
        key: (
            _extreme(matrix, right, place, least=True),
            _extreme(matrix, right, place, least=False),
        )
        for place, key in enumerate(order)
    }


def _next(
    key: Key, counts: Mapping[Key, int], sums: Sequence[Sum[Key]], hidden: set[Key]
) -> Key | None:
    """The smallest count to hide besides: a part of a sum with this one, else a whole, else one linked to them."""
    shared = [one for one in sums if key == one.whole or key in one.parts]
    linked = [one for one in sums if not hidden.isdisjoint((one.whole, *one.parts))]
    for candidates in (
        [part for one in shared for part in one.parts],
        [one.whole for one in shared],
        [one for sum_ in linked for one in (sum_.whole, *sum_.parts)],
    ):
        left = [one for one in candidates if counts[one] and one not in hidden]
        if left:
            return min(left, key=lambda one: counts[one])
    return None


def _equations(
    counts: Mapping[Key, int], sums: Sequence[Sum[Key]], order: Sequence[Key]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The sums with a hidden count, as matrix · hidden = right."""
    place = {key: number for number, key in enumerate(order)}
    rows, right = [], []
    for one in sums:
        row, known = np.zeros(len(order)), 0
        for key, sign in [*((part, 1) for part in one.parts), (one.whole, -1)]:
            if key in place:
                row[place[key]] += sign
            else:
                known += sign * counts[key]
        if row.any():
            rows.append(row)
            right.append(-known)
    return np.array(rows).reshape(len(rows), len(order)), np.array(right, np.float64)


def _extreme(
    matrix: NDArray[np.float64], right: NDArray[np.float64], place: int, *, least: bool
) -> float:
    cost = np.zeros(matrix.shape[1])
    cost[place] = 1 if least else -1
    solved = linprog(cost, A_eq=matrix, b_eq=right, bounds=(1, None), method="highs")
    if not solved.success:
        # Without an upper end; the true counts themselves solve the equations, so a solution there is.
        return 1.0 if least else inf
    value = float(solved.x[place])
    return round(value) if abs(value - round(value)) < _NEARLY else value
