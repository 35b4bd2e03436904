"""Hidden counts of made tables, attacked: `python -m benchmarks.suppression [--tables N]`.

Makes random tables of one way, of two ways, linked by a finer one and nested in it, hides in them as a publication
does, and then tries to work each hidden count out. The attack shares nothing with what hides: it sees only what is
shown, and solves a linear programme for the least and the most that each count can be. It is made again by insiders,
who each know one row for sure and want to know another. Prints one JSON object; ends with 1 if one is found.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence, Set
from math import ceil, floor

from scipy.optimize import linprog

from bot.publication.reader import Linked, Sum
from bot.publication.suppression import INSIDE, PUBLIC, hide

Table = Linked[str]

_ROUNDING = 1e-6
_FAR = 10**6
"""More than any made count: what a reader finds without an upper end."""

INSIDERS = 2
"""Readers of each table who know one hidden row for sure: who knows the largest, and one drawn from the others."""


def main() -> int:
    """Hide in tables, attack each, print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=1000)
    chosen = parser.parse_args()
    draw = random.Random(7)  # noqa: S311 - made figures, no secret
    # Apart, so that the tables are the same ones whatever was hidden in those before.
    pick = random.Random(8)  # noqa: S311 - made attacks, no secret
    kinds: Sequence[Callable[[random.Random], Table]] = (one_way, two_ways, linked, nested)
    result: Counter[str] = Counter()
    seconds, slowest = 0.0, 0.0
    for number in range(chosen.tables):
        kind = kinds[number % len(kinds)]
        table = kind(draw)
        threshold = PUBLIC if number // len(kinds) % 2 else INSIDE
        began = time.perf_counter()
        rows = rows_of(table) if kind in WITH_INSIDERS else frozenset()
        hidden = hide(table, threshold, known=rows)
        took = time.perf_counter() - began
        seconds, slowest = seconds + took, max(slowest, took)
        small = {key for key, count in table.counts.items() if 0 < count < threshold}
        ends = attack(table, hidden)
        inside = [
            end
            for insider in insiders(pick, table, hidden & rows)
            for end in attack(table, hidden - {insider}, of=rows)
        ]
        result += Counter(
            tables=1,
            cells=len(table.counts),
            small=len(small),
            hidden=len(hidden),
            small_shown=len(small - hidden),
            recovered=sum(ceil(low) == floor(high) for low, high in ends),
            known_to_be_small=sum(high < threshold for _, high in ends),
            attacked_by_insiders=len(inside),
            recovered_by_insiders=sum(ceil(low) == floor(high) for low, high in inside),
            known_by_insiders_to_be_small=sum(high < threshold for _, high in inside),
        )
    times = {"seconds": round(seconds, 2), "slowest_ms": round(1000 * slowest)}
    wrong = (
        "small_shown",
        "recovered",
        "known_to_be_small",
        "recovered_by_insiders",
        "known_by_insiders_to_be_small",
    )
    print(json.dumps({**result, **{one: result[one] for one in wrong}, **times}))
    return int(any(result[one] for one in wrong))


def rows_of(table: Table) -> frozenset[str]:
    """The counts that are no sum of others."""
    return frozenset(table.counts) - {one.whole for one in table.ties}


def insiders(draw: random.Random, table: Table, hidden: Set[str]) -> list[str]:
    """Hidden rows of which a reader knows the count."""
    ordered = sorted(hidden, key=lambda key: (-table.counts[key], key))
    others = ordered[1:]
    return [*ordered[:1], *draw.sample(others, min(len(others), INSIDERS - 1))]


def one_way(draw: random.Random) -> Table:
    """Rows and their total."""
    rows = {f"r{number}": _count(draw) for number in range(draw.randint(2, 30))}
    return Linked({**rows, "som": sum(rows.values())}, [Sum("som", tuple(rows))])


def two_ways(draw: random.Random) -> Table:
    """Rows and columns with their totals."""
    height, width = draw.randint(2, 8), draw.randint(2, 8)
    counts = {f"{r},{c}": _count(draw) for r in range(height) for c in range(width)}
    lines = {f"rij {r}": tuple(f"{r},{c}" for c in range(width)) for r in range(height)}
    lines |= {f"kolom {c}": tuple(f"{r},{c}" for r in range(height)) for c in range(width)}
    sums = [Sum(whole, parts) for whole, parts in lines.items()]
    counts |= {one.whole: sum(counts[key] for key in one.parts) for one in sums}
    ways = [tuple(key for key in lines if key.startswith(way)) for way in ("rij", "kolom")]
    counts["som"] = sum(counts[key] for key in ways[0])
    return Linked(counts, [*sums, *(Sum("som", way) for way in ways)])


def linked(draw: random.Random) -> Table:
    """Topics that two other tables add up in their own ways, as natures and samples do."""
    topics = {f"onderwerp {number}": _count(draw) for number in range(draw.randint(4, 40))}
    counts, sums = {**topics, "som": sum(topics.values())}, [Sum("som", tuple(topics))]
    for kind in ("aard", "steekproef"):
        group = {key: f"{kind} {draw.randrange(draw.randint(2, 8))}" for key in topics}
        own = [
            Sum(whole, tuple(key for key in topics if group[key] == whole))
            for whole in sorted(set(group.values()))
        ]
        counts |= {one.whole: sum(topics[key] for key in one.parts) for one in own}
        sums += [*own, Sum("som", tuple(one.whole for one in own))]
    return Linked(counts, sums)


def nested(draw: random.Random) -> Table:
    """Municipalities, and provinces that add them up."""
    towns = {f"gemeente {number}": _count(draw) for number in range(draw.randint(4, 40))}
    group = {key: f"provincie {draw.randrange(6)}" for key in towns}
    own = [
        Sum(whole, tuple(key for key in towns if group[key] == whole))
        for whole in sorted(set(group.values()))
    ]
    counts = {**towns, "som": sum(towns.values())}
    counts |= {one.whole: sum(towns[key] for key in one.parts) for one in own}
    sums = [Sum("som", tuple(towns)), Sum("som", tuple(one.whole for one in own)), *own]
    return Linked(counts, sums)


WITH_INSIDERS = (one_way, nested)
"""Tables of which somebody may know a row for sure."""


def attack(
    table: Table, hidden: Set[str], *, of: Set[str] | None = None
) -> list[tuple[float, float]]:
    """The least and the most that each hidden count can be (of some rows), for who sees the others and adds up."""
    keys = sorted(hidden)
    factors, rights = [], []
    for tie in table.ties:
        signed = {**dict.fromkeys(tie.parts, 1), tie.whole: -1}
        factors.append([signed.get(key, 0) for key in keys])
        rights.append(
            -sum(sign * table.counts[key] for key, sign in signed.items() if key not in hidden)
        )
    ends = []
    for place, key in enumerate(keys):
        if of is not None and key not in of:
            continue
        cost = [float(other == place) for other in range(len(keys))]
        least, most = (
            linprog([sign * one for one in cost], A_eq=factors, b_eq=rights, bounds=(1, _FAR)).fun
            for sign in (1, -1)
        )
        ends.append((least - _ROUNDING, _ROUNDING - most))
    return ends


def _count(draw: random.Random) -> int:
    """Nothing, a few or many, as tables of rare things have."""
    return draw.choice((0, draw.randint(1, 4), draw.randint(1, 12), int(draw.expovariate(1 / 60))))


if __name__ == "__main__":
    raise SystemExit(main())
