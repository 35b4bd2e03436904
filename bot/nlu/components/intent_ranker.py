"""Rasa component: ranks the intents of the whole message and of each part that may hold a question."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.knowledge.catalogue import Catalogue
from bot.nlu.classifier import IntentModel
from bot.nlu.components.folder import knowledge_folder
from bot.nlu.material import load_abbreviations, reading_matter
from bot.nlu.pretrained import Pretrained
from bot.nlu.reading import Before, Piece, Ranking, Reader, asked, told

RANKED = 10
"""Intents that a ranking holds."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentRanker(GraphComponent):
    """Trains, stores and applies `IntentModel`."""

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, model: IntentModel
    ) -> None:
        self._storage = storage
        self._resource = resource
        self._model = model
        self._folder = knowledge_folder(config)
        catalogue = Catalogue.load(self._folder / "topics.yml")
        self._reader = Reader(
            model, smalltalk=catalogue.conversation, outside=catalogue.out_of_scope
        )

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`vectors`: an installed spaCy package whose word vectors are used besides; docs/decisions/0004."""
        return {"vectors": None}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentRanker:
        """A component that still has to learn; raises ConfigurationError (Dutch) when `vectors` are not here."""
        pretrained = Pretrained(config["vectors"]) if config["vectors"] else None
        abbreviations = load_abbreviations(knowledge_folder(config))
        model = IntentModel(abbreviations, pretrained=pretrained)
        return cls(config, model_storage, resource, model)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from data/nlu and store what was learnt."""
        examples = training_data.intent_examples
        self._model.fit(
            [one.get(TEXT) for one in examples],
            [one.get(INTENT) for one in examples],
            reading=reading_matter(self._folder),
        )
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IntentRanker:
        """A component as it was trained."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, IntentModel.load(folder))

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `intent` and `intent_ranking` of the whole, `parts` with a ranking each, what is `told` and `asked`."""
        for message in messages:
            text = message.get(TEXT) or ""
            before = _before(message)
            if before is None:
                ranking, follows = self._reader.whole(text), False
            else:
                ranking, follows = self._reader.behind(text, before)
            message.set("ranking", ranking)
            whole = _named(ranking)
            message.set("follow_up", follows, add_to_output=True)
            message.set(INTENT, whole[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, whole[:RANKED], add_to_output=True)
            message.set("parts", _pieces(self._reader.pieces(text, ranking)))
            message.set("told", [one.ranking for one in self._reader.each(told(text))])
            message.set("asked", _pieces(self._reader.each(asked(text))))
        return messages


def _pieces(pieces: list[Piece]) -> list[dict[str, Any]]:
    return [{"text": one.text, "ranking": one.ranking[:RANKED]} for one in pieces]


def _named(ranking: Ranking) -> list[dict[str, Any]]:
    return [{INTENT_NAME_KEY: name, "confidence": confidence} for name, confidence in ranking]


def _before(message: Message) -> Before | None:
    """The last question of the conversation, which the engine passes as metadata; "??" asks nothing behind it."""
    if not any(char.isalpha() for char in message.get(TEXT) or ""):
        return None
    slots = (message.get("metadata") or {}).get("slots") or {}
    questions, text = slots.get("last_questions"), slots.get("last_text")
    return Before(text, questions[-1]["topic"]) if questions and text else None
