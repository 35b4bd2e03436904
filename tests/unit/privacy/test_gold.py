"""The gold set: invented persons, real ways of writing, and what only looks like personal data.

A found value counts when the span covers it; a find counts as false when it touches no marked value.
"""

from __future__ import annotations

import json
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from bot.privacy.cleaning import clean
from bot.privacy.spans import Kind, Span

FILES = ("gold.jsonl", "indirect.jsonl")
CHECKED = {Kind.RIJKSREGISTER, Kind.EMAIL, Kind.TELEFOON, Kind.IBAN}
Line = tuple[str, list[Span]]


def lines(files: tuple[str, ...] = FILES) -> list[Line]:
    """The messages with their marked spans."""
    written = [Path(__file__).with_name(name).read_text("utf-8").splitlines() for name in files]
    rows = map(json.loads, chain.from_iterable(written))
    return [
        (row["text"], [Span(one["start"], one["end"], Kind(one["kind"])) for one in row["spans"]])
        for row in rows
    ]


def test_the_set_is_large_and_holds_look_alikes() -> None:
    gold = lines(("gold.jsonl",))
    assert len(gold) >= 150
    assert sum(not spans for _, spans in gold) >= 0.4 * len(gold)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.NAAM])
def test_recall_and_precision(kind: Kind) -> None:
    count: Counter[str] = Counter()
    wrong: list[str] = []
    for text, marked in lines():
        found = [span for span in clean(text).spans if span.kind is kind]
        for one in (span for span in marked if span.kind is kind):
            hit = any(span.start <= one.start and span.end >= one.end for span in found)
            count["hit" if hit else "missed"] += 1
            wrong += [] if hit else [f"missed: {text}"]
        for span in found:
            if not any(span.start < one.end and span.end > one.start for one in marked):
                count["false"] += 1
                wrong.append(f"false: {text}")
    recall = count["hit"] / (count["hit"] + count["missed"])
    precision = count["hit"] / (count["hit"] + count["false"])
    least = (0.995, 0.98) if kind in CHECKED else (0.95, 0.95)
    assert (recall, precision) >= least, wrong
    assert precision >= least[1], wrong
