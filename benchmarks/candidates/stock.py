"""What Rasa offers by itself, and Rasa projects on our questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from bot.nlu.trainingdata import Example

Pipeline = list[dict[str, Any]]

STOCK_FEATURES: Pipeline = [
    {"name": "WhitespaceTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
]
"""As `rasa init` writes them; its FallbackClassifier only hides what DIET ranked, and it has no responses to select."""

DIET = {"name": "DIETClassifier", "epochs": 100, "constrain_similarities": True}


def write_project(folder: Path, pipeline: Pipeline, examples: Sequence[Example]) -> None:
    """config.yml and nlu.yml."""
    config = {"recipe": "default.v1", "assistant_id": "benchmark", "language": "nl"}
    (folder / "config.yml").write_text(
        yaml.safe_dump(config | {"pipeline": pipeline}), encoding="utf-8"
    )
    by_intent: defaultdict[str, list[str]] = defaultdict(list)
    for one in examples:
        by_intent[one.intent].append(f"- {one.text}\n")
    nlu = [{"intent": intent, "examples": "".join(lines)} for intent, lines in by_intent.items()]
    (folder / "nlu.yml").write_text(
        yaml.safe_dump({"version": "3.1", "nlu": nlu}, allow_unicode=True), encoding="utf-8"
    )
