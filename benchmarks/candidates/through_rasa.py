"""Pipelines that Rasa trains, stores, loads and runs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

import yaml

from benchmarks.candidates.stock import DIET, STOCK_FEATURES, Pipeline, write_project
from bot.engine.quiet import quieten
from bot.nlu.decisions import Ranking
from bot.nlu.trainingdata import Example
from bot.settings import PROJECT

quieten()

from rasa.core.agent import Agent  # noqa: E402 - quiet first
from rasa.model_training import train_nlu  # noqa: E402

from bot.engine.agent import OwnAgent  # noqa: E402

__all__ = ["PIPELINES", "Agent", "OwnAgent", "ThroughRasa"]

PIPELINES: dict[str, Pipeline] = {
    "diet": [*STOCK_FEATURES, DIET],
    "logistic": [*STOCK_FEATURES, {"name": "LogisticRegressionClassifier"}],
    "wegwijs": yaml.safe_load((PROJECT / "config.yml").read_text(encoding="utf-8"))["pipeline"],
}


class ThroughRasa:
    """A Rasa project for understanding alone."""

    def __init__(self, folder: Path, pipeline: Pipeline, kind: type[Agent] = Agent) -> None:
        """`kind` of agent that answers: Rasa's own, or ours where the engine has one."""
        self._folder = folder
        self._pipeline = pipeline
        self._kind = kind
        self._agent: Any = None
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
        self._agent = self._kind()
        self._agent.load_model(self._model)

    def rank(self, text: str) -> Ranking:
        """The ranking of Rasa's answer: ten intents unless the pipeline says otherwise."""
        if self._agent is None:
            self.reload()
        parsed = _done(self._agent.parse_message(text))
        return [(one["name"], one["confidence"]) for one in parsed["intent_ranking"]]


def _done(parsing: Coroutine[Any, Any, Any]) -> Any:
    """The result of Rasa's parsing, which waits for nothing: a turn of an event loop would be timed along."""
    try:
        parsing.send(None)
    except StopIteration as end:
        return end.value
    raise RuntimeError("Parsing waits for something.")
