"""`python -m benchmarks.names [--stored] [FILE…]`: lists, model and both on names and sentences none has seen.

One fifth of the names and one fifth of the sentences are held out; the lists and the model of this
benchmark know neither. Recall counts a name whose every character is masked; precision, a find that
touches a name. With `--stored` the model that Wegwijs runs on is measured instead, on the given files.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.privacy.cleaning import clean
from bot.privacy.names.frames import Example, unmark
from bot.privacy.names.lexicon import Lexicon, fold_name, names_of
from bot.privacy.names.loading import current
from bot.privacy.names.model import NameModel
from bot.privacy.names.training import SEED, common, dictionary, examples, questions, train
from bot.privacy.recognisers.naam import find_with, forget
from bot.privacy.spans import Span

WAYS = {
    "lijsten": {"lists": True, "reading": False},
    "model": {"lists": False, "reading": True},
    "beide": {"lists": True, "reading": True},
}
RESAMPLES = 500
LONG = 900
"""Characters of a long message."""
PASSES = 5


@dataclass(frozen=True)
class Result:
    """What happened in one text."""

    hits: int
    marked: int
    found: int
    wrong: int


def held_out(item: str) -> bool:
    """Whether a sentence or a name is kept for measuring."""
    return hashlib.sha256(fold_name(item).encode()).digest()[0] < 51


def judged(text: str, marked: tuple[tuple[int, int], ...], found: list[Span]) -> Result:
    """Compare what was found with what is there."""
    hits = sum(any(one.start <= start and one.end >= end for one in found) for start, end in marked)
    wrong = sum(
        not any(one.start < end and start < one.end for start, end in marked) for one in found
    )
    return Result(hits, len(marked), len(found), wrong)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--stored", action="store_true")
    parser.add_argument("--show", action="store_true", help="every miss and every false find")
    chosen = parser.parse_args()
    model = current() if chosen.stored else unseen_model()
    texts = list(read(chosen.files)) if chosen.files else unseen_texts(model.lexicon)
    print(f"{len(texts)} teksten, {sum(len(one.spans) for one in texts)} namen")
    for way, use in WAYS.items():
        report(
            way, texts, lambda text, use=use: list(find_with(model, text, **use)), show=chosen.show
        )
    if chosen.stored:
        print()
        print(speed(texts))


def speed(texts: list[Example]) -> str:
    """How long the whole filter takes for messages of 900 characters: one of these texts, then ordinary questions.

    Each message counts with the median of a few passes, since what else the machine does falls on one of them; each
    pass begins with a filter that has met none of the messages.
    """
    asked = questions()
    messages = [
        f"{one.text} {' '.join(asked[(place * 17 + step) % len(asked)] for step in range(LONG // 20))}"[
            :LONG
        ]
        for place, one in enumerate(texts)
    ]
    passes = [timed(messages) for _ in range(PASSES)]
    return "\n".join(
        f"het hele filter, {LONG} tekens, {what}: "
        f"{shares([statistics.median(one[kind] for one in times) for times in zip(*passes, strict=True)])} "
        f"(n={len(messages)}, mediaan van {PASSES} beurten)"
        for kind, what in enumerate(("verlopen tijd", "rekentijd"))
    )


def timed(messages: list[str]) -> list[tuple[float, float]]:
    """Seconds that passed and seconds of this thread, for each message."""
    forget()
    took = []
    for message in messages:
        began, used = time.perf_counter(), time.thread_time()
        clean(message)
        took.append((time.perf_counter() - began, time.thread_time() - used))
    return took


def shares(times: list[float]) -> str:
    """Median and 99th percentile, in milliseconds."""
    ordered = sorted(one * 1000 for one in times)
    return (
        f"{statistics.median(ordered):.1f} ms p50, {ordered[int(len(ordered) * 0.99)]:.1f} ms p99"
    )


def unseen_model() -> NameModel:
    """A model that has seen four fifths of the names and of the sentences."""
    every = {
        name
        for kind in ("voornaam", "familienaam")
        for names in names_of(kind).values()
        for name in names
    }
    known = {name for name in every if not held_out(name)}
    without = frozenset(fold_name(name) for name in every - known)
    lexicon = Lexicon.load(dictionary(), common(), without)
    return train(examples(SEED, lexicon, use=lambda one: not held_out(one), names=known), lexicon)


def unseen_texts(lexicon: Lexicon) -> list[Example]:
    """Held-out sentences with held-out names, as the lists hold them, with no more ordinary words than those have."""
    every = {
        name
        for kind in ("voornaam", "familienaam")
        for names in names_of(kind).values()
        for name in names
    }
    return examples(
        SEED + 1,
        lexicon,
        use=held_out,
        names={name for name in every if held_out(name)},
        hard=False,
    )


def read(files: list[Path]) -> Iterator[Example]:
    """Gold lines: text, spans, and where they are told register and origin."""
    for file in files:
        if file.suffix == ".txt":
            yield from braced(file)
            continue
        for line in map(json.loads, file.read_text("utf-8").splitlines()):
            spans = tuple(
                (one["start"], one["end"]) for one in line["spans"] if one["kind"] == "naam"
            )
            yield Example(
                line["text"],
                spans,
                line.get("origin", "?"),
                line.get("register") or case_of(line["text"]),
            )


def braced(file: Path) -> Iterator[Example]:
    """Lines `origin | register | text`, each name of a person between braces."""
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            origin, register, text = line.split(" | ", 2)
            marked = text.replace("{", "\x01").replace("}", "\x02")
            yield unmark(marked, origin, register)


def case_of(text: str) -> str:
    """klein, hoofdletters or gewoon."""
    return "klein" if text == text.lower() else "hoofdletters" if text == text.upper() else "gewoon"


def report(
    way: str, texts: list[Example], find: Callable[[str], list[Span]], *, show: bool
) -> None:
    """Print recall and precision with their intervals, by register and by origin, and the time."""
    took: list[float] = []
    results: list[tuple[Example, Result]] = []
    for one in texts:
        began = time.perf_counter()
        found = find(one.text)
        took.append((time.perf_counter() - began) * 1000)
        results.append((one, judged(one.text, one.spans, found)))
        if show and (results[-1][1].wrong or results[-1][1].hits < len(one.spans)):
            print(f"  {way}: {one.text} → {[one.text[span.start : span.end] for span in found]}")
    took.sort()
    print(
        f"\n== {way}: {statistics.median(took):.2f} ms p50, {took[int(len(took) * 0.99)]:.2f} ms p99"
    )
    print(row("alles", [result for _, result in results]))
    for group in ("register", "origin"):
        parts: dict[str, list[Result]] = defaultdict(list)
        for example, result in results:
            parts[getattr(example, group)].append(result)
        print("\n".join(row(name, parts[name]) for name in sorted(parts)))
    clean = [result for example, result in results if not example.spans]
    if clean:
        print(
            f"zonder naam onaangeroerd: {sum(not one.found for one in clean) / len(clean):.1%} van {len(clean)}"
        )


def row(name: str, results: list[Result]) -> str:
    """One line: recall and precision, each with a bootstrap interval of 95 %."""
    cells = []
    for part, label in (("hits", "recall"), ("right", "precisie")):
        pairs = [
            (one.hits, one.marked) if part == "hits" else (one.found - one.wrong, one.found)
            for one in results
        ]
        total = sum(one for _, one in pairs)
        if total:
            low, high = interval(pairs)
            cells.append(
                f"{label} {sum(one for one, _ in pairs) / total:6.1%} [{low:.1%}-{high:.1%}] n={total}"
            )
    return f"  {name:16} {'  '.join(cells)}"


def interval(pairs: list[tuple[int, int]]) -> tuple[float, float]:
    """95 % of the shares of resampled texts."""
    draw = random.Random(SEED)  # noqa: S311 - statistics, no secret
    shares = []
    for _ in range(RESAMPLES):
        sample = draw.choices(pairs, k=len(pairs))
        whole = sum(one for _, one in sample)
        if whole:
            shares.append(sum(one for one, _ in sample) / whole)
    shares.sort()
    return shares[int(len(shares) * 0.025)], shares[int(len(shares) * 0.975) - 1]


if __name__ == "__main__":
    main()
