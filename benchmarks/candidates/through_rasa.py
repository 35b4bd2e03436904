"""Pipelines that Rasa trains, stores, loads and runs."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from bot.engine.quiet import quieten
from bot.nlu.decisions import Ranking
from bot.nlu.trainingdata import Example
from bot.settings import PROJECT

quieten()

from rasa.core.agent import Agent  # noqa: E402 - quiet first
from rasa.model_training import train_nlu  # noqa: E402

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

PIPELINES: dict[str, Pipeline] = {
    "diet": [*STOCK_FEATURES, DIET],
    "logistic": [*STOCK_FEATURES, {"name": "LogisticRegressionClassifier"}],
    "wegwijs": yaml.safe_load((PROJECT / "config.yml").read_text(encoding="utf-8"))["pipeline"],
}


class ThroughRasa:
    """A Rasa project for understanding alone."""

    def __init__(self, folder: Path, pipeline: Pipeline) -> None:
        self._folder = folder
        self._pipeline = pipeline
        self._loop = asyncio.Runner()
        self._agent: Agent | None = None
        # config.yml of Wegwijs names folders that are relative to the project.
        for name in ("knowledge", "data/danger"):
            shutil.copytree(PROJECT / name, folder / name)

    def fit(self, examples: Sequence[Example]) -> None:
        """`rasa train nlu`, without the start of a process."""
        write_project(self._folder, self._pipeline, examples)
        os.chdir(self._folder)
        model = train_nlu(config="config.yml", nlu_data="nlu.yml", output="models")
        self._model = str(self._folder / model)
        self._agent = None

    def reload(self) -> None:
        """Load the model as `rasa run` does."""
        self._agent = Agent.load(self._model)

    def rank(self, text: str) -> Ranking:
        """The ranking of Rasa's answer: ten intents unless the pipeline says otherwise."""
        if self._agent is None:
            self.reload()
        parsed = self._loop.run(self._agent.parse_message(text))
        return [(one["name"], one["confidence"]) for one in parsed["intent_ranking"]]


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
