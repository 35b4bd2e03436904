"""What a reader of tables with hidden counts can work out, who knows all that ties the counts together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from math import inf
from typing import Generic, TypeVar

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from bot.errors import WegwijsError

Key = TypeVar("Key")
Other = TypeVar("Other")

_SOLVED, _NO_END = 0, (3, 4)
"""How milp ends; 4 is 'no end or no solution', and a solution there always is: the true counts."""


class TiesDisagree(WegwijsError):
    """Counts are not what ties them together says, so nothing can be proved about what is hidden."""

    title = "De cijfers kloppen niet"


@dataclass(frozen=True)
class Sum(Generic[Key]):
    """A count that is the sum of others, as every reader knows."""

    whole: Key
    parts: tuple[Key, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        """All counts that it ties together."""
        return (self.whole, *self.parts)

    def renamed(self, name: Callable[[Key], Other]) -> Sum[Other]:
        """The same tie between counts of other names."""
        kind = Limit if isinstance(self, Limit) else Sum
        return kind(name(self.whole), tuple(name(one) for one in self.parts))


@dataclass(frozen=True)
class Limit(Sum[Key]):
    """A count that is at most the sum of others."""


@dataclass(frozen=True)
class Linked(Generic[Key]):
    """Counts with all that ties them together for a reader."""

    counts: Mapping[Key, int]
    ties: Sequence[Sum[Key]]

    def check(self) -> None:
        """Raises TiesDisagree when the counts are not what the ties say."""
        for tie in self.ties:
            over = sum(self.counts[key] for key in tie.parts) - self.counts[tie.whole]
            if over < 0 or (over and not isinstance(tie, Limit)):
                raise TiesDisagree(
                    f"De cijfers kloppen niet: {tie.whole} is {self.counts[tie.whole]}, "
                    f"en de delen ervan verschillen {abs(over)}."
                )


class Reader(Generic[Key]):
    """Somebody who sees the counts that are not hidden, and knows that a hidden one is a whole number and not zero."""

    def __init__(self, linked: Linked[Key], hidden: Set[Key]) -> None:
        """Raises TiesDisagree when the counts are not what the ties say."""
        linked.check()
        self.hidden = [key for key in linked.counts if key in hidden]
        self._place = {key: number for number, key in enumerate(self.hidden)}
        rows = list(self._equations(linked))
        factors, least, most = zip(*rows, strict=True) if rows else ((), (), ())
        self._known = [LinearConstraint(np.array(factors), least, most)] if rows else []

    def least(self, key: Key) -> float:
        """The least that a hidden count can be."""
        return self._extreme(key, 1)[key]

    def most(self, key: Key) -> float:
        """The most that it can be; without end when nothing shown limits it."""
        return self.at_most_of(key)[key]

    def at_most_of(self, key: Key) -> dict[Key, float]:
        """What all hidden counts may be, with this one as large as possible."""
        return self._extreme(key, -1)

    def _equations(self, linked: Linked[Key]) -> Iterator[tuple[list[int], float, float]]:
        """Each tie with a hidden count in it: factors of the hidden counts, and between what their sum lies."""
        for tie in linked.ties:
            row, shown = [0] * len(self.hidden), 0
            for key, sign in [(tie.whole, -1), *((part, 1) for part in tie.parts)]:
                if key in self._place:
                    row[self._place[key]] += sign
                else:
                    shown += sign * linked.counts[key]
            if any(row):
                yield row, -shown, inf if isinstance(tie, Limit) else -shown

    def _extreme(self, key: Key, sign: int) -> dict[Key, float]:
        cost = np.zeros(len(self.hidden))
        cost[self._place[key]] = sign
        solved = milp(
            cost, integrality=np.ones_like(cost), bounds=Bounds(1, inf), constraints=self._known
        )
        if solved.status == _SOLVED:
            return {one: float(round(solved.x[self._place[one]])) for one in self.hidden}
        if solved.status in _NO_END and sign < 0:
            return {key: inf}
        raise TiesDisagree("De cijfers kloppen niet: wat verborgen is, kan niet nagerekend worden.")
