"""Rasa component: how likely a message tells of danger or suicide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.knowledge.catalogue import Catalogue
from bot.nlu.classifier import IntentModel
from bot.nlu.components.folder import knowledge_folder
from bot.nlu.danger import DangerModel, load_danger
from bot.nlu.material import load_abbreviations, reading_matter
from bot.nlu.reading import LONGEST, told


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class DangerListener(GraphComponent):
    """Trains, stores and applies `DangerModel`."""

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, model: DangerModel
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model = model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Where the messages of danger are, relative to the project."""
        return {"data": "data/danger"}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DangerListener:
        """A component that still has to learn."""
        return cls(config, model_storage, resource, DangerModel(IntentModel()))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from data/danger and the questions of data/nlu, and store what was learnt."""
        knowledge = knowledge_folder(self._config)
        self._model = DangerModel.fit(
            load_danger(Path(self._config["data"])),
            [(one.get(TEXT), one.get(INTENT)) for one in training_data.intent_examples],
            kinds=Catalogue.load(knowledge / "topics.yml").safety,
            abbreviations=load_abbreviations(knowledge),
            reading=reading_matter(knowledge),
        )
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Training needs nothing of what is heard."""
        return training_data

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> DangerListener:
        """A component as it was trained."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, DangerModel.load(folder))

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `danger`, the probability of each kind, and `danger_told` with those of each sentence that only tells."""
        for message in messages:
            text = (message.get(TEXT) or "")[:LONGEST]
            message.set("danger", self._model.hear(text))
            message.set("danger_told", [self._model.hear(one) for one in told(text)])
        return messages
