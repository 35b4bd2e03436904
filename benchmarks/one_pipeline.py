"""Trains and measures one candidate in this process; `benchmarks.pipelines` starts it and reads its last line."""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.candidates import CANDIDATES, Candidate
from benchmarks.figures import Answered, figures
from bot.nlu.trainingdata import Example, load_questions
from bot.settings import PROJECT

EVAL = PROJECT / "tests" / "eval" / "questions.jsonl"

Measured = tuple[list[Answered], dict[str, float]]
"""What was answered, and the seconds of training and loading."""


def main() -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=CANDIDATES)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--by-author", action="store_true")
    chosen = parser.parse_args()
    questions = sample(load_questions(PROJECT / "data" / "nlu"), chosen.sample)
    with tempfile.TemporaryDirectory() as folder:
        candidate = CANDIDATES[chosen.name].make(Path(folder))
        measure = by_author if chosen.by_author else on_evaluation_set
        answered, seconds = measure(candidate, questions)
    print(json.dumps({
        "candidate": chosen.name,
        "questions": len(questions),
        **figures(answered),
        **seconds,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }))  # fmt: skip
    return 0


def sample(questions: Sequence[Example], size: int) -> Sequence[Example]:
    """The same N questions of each intent at every run, from all authors; all of them when N is 0."""
    if size == 0:
        return questions
    by_intent: defaultdict[str, list[Example]] = defaultdict(list)
    for one in questions:
        by_intent[one.intent].append(one)
    draw = random.Random(1)  # noqa: S311 - a draw, no secret
    return [one for many in by_intent.values() for one in draw.sample(many, min(size, len(many)))]


def on_evaluation_set(candidate: Candidate, questions: Sequence[Example]) -> Measured:
    """Train on all questions, answer tests/eval; the groups are its styles."""
    rows = [json.loads(line) for line in EVAL.read_text(encoding="utf-8").splitlines()]
    seconds = train(candidate, questions)
    return [answer(candidate, row["text"], row["intent"], row["style"]) for row in rows], seconds


def by_author(candidate: Candidate, questions: Sequence[Example]) -> Measured:
    """Train on all authors but one and answer that one's questions, for each author; seconds are those of one round."""
    answered: list[Answered] = []
    rounds: list[dict[str, float]] = []
    for author in sorted({one.author for one in questions}):
        rounds.append(train(candidate, [one for one in questions if one.author != author]))
        unseen = [one for one in questions if one.author == author]
        answered += [answer(candidate, one.text, one.intent, author) for one in unseen]
    mean = {name: sum(one[name] for one in rounds) / len(rounds) for name in rounds[0]}
    return answered, {name: round(value, 2) for name, value in mean.items()}


def train(candidate: Candidate, questions: Sequence[Example]) -> dict[str, Any]:
    """Train, and load what was stored where a candidate is stored at all.

    CPU seconds, of all cores together, hardly change with what else the machine does; the clock does.
    """
    began, worked = time.perf_counter(), time.process_time()
    candidate.fit(questions)
    seconds = {
        "training_s": round(time.perf_counter() - began, 2),
        "training_cpu_s": round(time.process_time() - worked, 2),
    }
    reload = getattr(candidate, "reload", None)
    if reload is not None:
        began = time.perf_counter()
        reload()
        seconds["load_s"] = round(time.perf_counter() - began, 2)
    candidate.rank("Goeiedag, een eerste vraag om warm te lopen.")
    return seconds


def answer(candidate: Candidate, text: str, intent: str, group: str) -> Answered:
    """One question, with the seconds that it took."""
    worked, began = time.process_time(), time.perf_counter()
    ranking = candidate.rank(text)
    seconds, cpu = time.perf_counter() - began, time.process_time() - worked
    return Answered(intent, group, ranking, seconds, cpu)


if __name__ == "__main__":
    sys.exit(main())
