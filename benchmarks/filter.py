"""`python -m benchmarks.filter [FILE…]`: what the filter finds of each kind, into docs/privacy.json for `wegwijs dpia`.

Recall counts a value whose every character is masked as its own kind; precision, a mark that touches such a value.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.privacy.cleaning import clean
from bot.settings import PROJECT

FILES = (
    "tests/unit/privacy/gold.jsonl",
    "tests/unit/privacy/names.jsonl",
    "tests/unit/privacy/indirect.jsonl",
)
Line = dict[str, Any]

OUT = PROJECT / "docs" / "privacy.json"


def main() -> None:
    """Measure and write."""
    files = sys.argv[1:] or list(FILES)
    sets = [list(read(Path(file))) for file in files]
    measured = {
        "measured_on": f"{datetime.now(UTC):%Y-%m-%d}",
        "files": files,
        "messages": sum(map(len, sets)),
        "kinds": kinds(sets),
    }
    text = json.dumps(measured, ensure_ascii=False, indent=2)
    OUT.write_text(f"{text}\n", encoding="utf-8")
    print(text)


def read(path: Path) -> Iterator[Line]:
    """Messages with the places of what must be masked."""
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def kinds(sets: list[list[Line]]) -> dict[str, dict[str, int]]:
    """Of each kind: how many there are, are masked whole, are marked, and are marked where there is none."""
    counted: Counter[tuple[str, str]] = Counter()
    for lines in sets:
        # A file says nothing of the kinds that nobody marked in it.
        told = {span["kind"] for line in lines for span in line["spans"]}
        for line in lines:
            counted.update(in_line(line, told))
    return {
        kind: {what: counted[kind, what] for what in ("present", "masked", "marked", "wrong")}
        for kind in sorted({kind for kind, _ in counted})
    }


def in_line(line: Line, told: set[str]) -> Counter[tuple[str, str]]:
    """The counts of one message, of the kinds that its file tells of."""
    counted: Counter[tuple[str, str]] = Counter()
    marked = [(one.kind.value, one.start, one.end) for one in clean(line["text"]).spans]
    there = [(one["kind"], one["start"], one["end"]) for one in line["spans"]]
    for kind, start, end in there:
        counted[kind, "present"] += 1
        counted[kind, "masked"] += any(
            mark == kind and begin <= start and stop >= end for mark, begin, stop in marked
        )
    for kind, start, end in (one for one in marked if one[0] in told):
        counted[kind, "marked"] += 1
        counted[kind, "wrong"] += not any(
            one == kind and begin < end and start < stop for one, begin, stop in there
        )
    return counted


if __name__ == "__main__":
    main()
