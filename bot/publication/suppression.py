"""Which counts are hidden, so that no small one can be read or worked out.

Small counts are hidden first. A reader also has the sums: with the total and all other rows, a hidden one is what is
left. So further counts are hidden until the reader can work out no more of a hidden count than that it is hidden: at
least two values remain possible, and not only small ones. What remains possible is found by integer programming, the
usual audit of such tables (Hundepool et al., "Statistical Disclosure Control", 2012, §4.3).

Some readers know one hidden count for sure: a municipality knows its own. In a sum that is shown, they subtract it. So
of such a sum at least three parts are hidden, or none, and whichever part a reader knows, each of the others may still
be as large as what is no small count. When no part is left to hide, the sum itself is hidden (see `insiders`).

Each count is hidden because of what can be seen at that moment, so some turn out to be one too many. In the end each
of these is shown again when nothing can be worked out with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TypeVar

from bot.publication import insiders
from bot.publication.reader import Linked, Reader

Key = TypeVar("Key")

INSIDE, PUBLIC = 5, 10
"""Counts below this are hidden: in a municipality's own view, and in what anybody may read (DESIGN.md §8)."""


def hide(
    linked: Linked[Key],
    threshold: int,
    *,
    before: Set[Key] = frozenset(),
    shown: Set[Key] = frozenset(),
    known: Set[Key] = frozenset(),
) -> frozenset[Key]:
    """The keys whose counts are hidden; a zero is never hidden, since it is nobody.

    `before` was hidden already and `shown` was not, so that it can be hidden no more. Of each of `known` there is a
    reader who knows it, whether it is hidden or not.
    """
    small = {key for key, count in linked.counts.items() if 0 < count < threshold}
    hidden = small | before
    while True:
        more = insiders.besides(linked, hidden, threshold, known)
        if not more:
            told = exposed(linked, hidden, threshold)
            more = {one for key in told if (one := _next(key, linked, hidden, shown)) is not None}
        if not more:
            return _spared(linked, hidden, small | before, threshold, known)
        hidden |= more


def _spared(
    linked: Linked[Key], hidden: Set[Key], needed: Set[Key], threshold: int, known: Set[Key]
) -> frozenset[Key]:
    """Without the counts, the largest first, that were hidden on the way to what is safe and that it does not take."""
    left = frozenset(hidden)
    more = [key for key in linked.counts if key in hidden and key not in needed]
    for key in sorted(more, key=lambda one: -linked.counts[one]):
        fewer = left - {key}
        if insiders.besides(linked, fewer, threshold, known):
            continue
        if next(_exposed(linked, fewer, threshold), None) is None:
            left = fewer
    return left


def exposed(linked: Linked[Key], hidden: Set[Key], threshold: int) -> list[Key]:
    """The hidden counts that a reader works out, or knows to be small."""
    return list(_exposed(linked, hidden, threshold))


def _exposed(linked: Linked[Key], hidden: Set[Key], threshold: int) -> Iterator[Key]:
    """The same one by one, for who wants to know whether there is any."""
    counts, reader = linked.counts, Reader(linked, hidden)
    safe: set[Key] = set()
    for key in reader.hidden:
        if key in safe:
            continue
        # Each time that is looked how far one count can go, it shows what others may be too.
        safe |= {
            one
            for one, value in reader.at_most_of(key).items()
            if value != counts[one] and max(value, counts[one]) >= threshold
        }
        if key not in safe and (counts[key] < threshold or reader.least(key) == counts[key]):
            yield key


def _next(key: Key, linked: Linked[Key], hidden: Set[Key], shown: Set[Key]) -> Key | None:
    """The smallest count to hide besides: a part of a sum with this one, else a whole, else one linked to them."""
    shared = [tie for tie in linked.ties if key in tie.keys]
    reached = [tie for tie in linked.ties if not hidden.isdisjoint(tie.keys)]
    for candidates in (
        [part for tie in shared for part in tie.parts],
        [tie.whole for tie in shared],
        [one for tie in reached for one in tie.keys],
    ):
        left = [one for one in candidates if linked.counts[one] and one not in hidden | shown]
        if left:
            return min(left, key=lambda one: linked.counts[one])
    return None
