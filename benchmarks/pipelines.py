"""Compares pipelines for understanding, side by side in one run: `python -m benchmarks.pipelines [--sample N]`.

Each is trained through Rasa on the same questions of data/nlu, in a process of its own, and measured on
tests/eval/questions.jsonl: accuracy and top-3 by style, calibration error, training, loading and parse time, memory.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import yaml

from bot.nlu.trainingdata import Example, load_questions
from bot.settings import PROJECT

STOCK_FEATURES = [
    {"name": "WhitespaceTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
]
PIPELINES = {
    "DIET, as rasa init configures it": [
        *STOCK_FEATURES,
        {"name": "DIETClassifier", "epochs": 100, "constrain_similarities": True},
    ],
    "Rasa's logistic regression": [*STOCK_FEATURES, {"name": "LogisticRegressionClassifier"}],
    "Wegwijs": yaml.safe_load((PROJECT / "config.yml").read_text(encoding="utf-8"))["pipeline"],
}


def main() -> int:
    """Print one JSON object a pipeline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--sample", type=int, default=0, metavar="N", help="N questions an intent; 0 is all"
    )
    parser.add_argument("--only", choices=PIPELINES, action="append")
    chosen = parser.parse_args()
    questions = sample(load_questions(PROJECT / "data" / "nlu"), chosen.sample)
    for name in chosen.only or PIPELINES:
        with tempfile.TemporaryDirectory() as folder:
            write_project(Path(folder), PIPELINES[name], questions)
            command = [sys.executable, "-W", "ignore", "-m", "benchmarks.one_pipeline", folder]
            done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)  # noqa: S603
        figures = (
            json.loads(done.stdout.splitlines()[-1])
            if done.returncode == 0
            else {"error": done.stderr[-500:]}
        )
        print(json.dumps({"pipeline": name, "questions": len(questions), **figures}), flush=True)
    return 0


def sample(questions: list[Example], size: int) -> list[Example]:
    """The same N questions of each intent at every run, from all authors; all of them when N is 0."""
    by_intent: defaultdict[str, list[Example]] = defaultdict(list)
    for one in questions:
        by_intent[one.intent].append(one)
    if size == 0:
        return questions
    draw = random.Random(1)  # noqa: S311
    return [one for many in by_intent.values() for one in draw.sample(many, min(size, len(many)))]


def write_project(
    folder: Path, pipeline: list[dict[str, object]], questions: list[Example]
) -> None:
    """A Rasa project for understanding alone."""
    config = {
        "recipe": "default.v1",
        "assistant_id": "benchmark",
        "language": "nl",
        "pipeline": pipeline,
    }
    (folder / "config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    by_intent: defaultdict[str, list[str]] = defaultdict(list)
    for one in questions:
        by_intent[one.intent].append(f"- {one.text}\n")
    nlu = [{"intent": intent, "examples": "".join(lines)} for intent, lines in by_intent.items()]
    (folder / "nlu.yml").write_text(
        yaml.safe_dump({"version": "3.1", "nlu": nlu}, allow_unicode=True), encoding="utf-8"
    )
    for name in ("knowledge", "data/danger"):
        shutil.copytree(PROJECT / name, folder / name)


if __name__ == "__main__":
    sys.exit(main())
