"""Rasa component: entities from the lists in knowledge/."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.answers.asking import JUST_ASKED
from bot.nlu.components.folder import knowledge_folder
from bot.nlu.entities.found import Found
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
            only_town = _may_tell_who(message, found) and self._lists.local_government(
                message.get(TEXT) or ""
            )
            if only_town:
                found = list(only_town)
                message.set("only_town", True)
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


def _may_tell_who(message: Message, found: list[Found]) -> bool:
    """Whether nobody knows yet who asks, and the name of a municipality would be no follow-up: "en in Gent?"."""
    slots = (message.get("metadata") or {}).get("slots") or {}
    told = slots.get("known_audience") or any(one.kind == "audience" for one in found)
    return not told and (
        not slots.get("last_questions") or slots.get("audience_asked") == JUST_ASKED
    )
