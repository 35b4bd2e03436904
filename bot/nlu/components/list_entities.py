"""Rasa component: entities from the lists in knowledge/."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.components.folder import knowledge_folder
from bot.nlu.wordlists import WordLists


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class ListEntities(GraphComponent):
    """Finds who asks, which expertise and which municipality; needs no training."""

    def __init__(self, lists: WordLists) -> None:
        self._lists = lists

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ListEntities:
        """Read the lists from the folder that config.yml names."""
        return cls(WordLists.load(knowledge_folder(config)))

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the entities that the lists find; `found` keeps them for the component that decides."""
        for message in messages:
            found = self._lists.find(message.get(TEXT) or "")
            message.set("found", found)
            entities = [
                {
                    "entity": one.kind,
                    "value": one.value,
                    "start": one.start,
                    "end": one.end,
                    "extractor": "ListEntities",
                }
                for one in found
            ]
            message.set(ENTITIES, message.get(ENTITIES, []) + entities, add_to_output=True)
        return messages
