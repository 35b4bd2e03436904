"""Rasa component, last in the pipeline: what to do with the message.

The intent that Rasa's rules see becomes the decision where that is not to answer, as with Rasa's own
FallbackClassifier; the understanding keeps the intent that was recognised.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.knowledge.catalogue import Catalogue, TopicId
from bot.knowledge.library import Library, load_library
from bot.knowledge.municipalities import plain_name
from bot.nlu.asker import told_asker
from bot.nlu.beside import Heard
from bot.nlu.calm import is_calm, only_towns
from bot.nlu.citing import cited, telling
from bot.nlu.components.folder import knowledge_folder
from bot.nlu.content import content
from bot.nlu.deciding import Alarm, decide
from bot.nlu.decisions import Decision, Thresholds, Understanding
from bot.nlu.following import Before, asks_practice, asks_privacy
from bot.nlu.reading import asks_whom
from bot.nlu.segments import asked_behind_role
from bot.nlu.wordlists import WordLists

INTENT_OF_DECISION = {
    Decision.CLARIFY: "verduidelijken",
    Decision.FALLBACK: "nlu_fallback",
    Decision.OTHER_LANGUAGE: "andere_taal",
    Decision.OUT_OF_SCOPE: "buiten_bereik",
}
PRIVACY = "privacy"
"""The intent of who asks what the helpdesk keeps."""


_TOWN_SLOT = "aanvraag_gemeente"
"""What is requested when a form asks the municipality."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Decider(GraphComponent):
    """Sets `understanding` and the intent that the rules act on."""

    def __init__(
        self,
        catalogue: Catalogue,
        thresholds: Thresholds,
        lists: WordLists,
        library: Library,
    ) -> None:
        self._catalogue = catalogue
        self._sought = library.sought
        self._towns = frozenset(
            {plain_name(one.name) for one in library.municipalities.values()}
            | set(library.former_municipalities)
        )
        self._theme = library.theme
        self._told = {
            topic: frozenset().union(*content(f"{one.title} {one.short} {one.long}"))
            for topic, one in library.articles.items()
        }
        self._held = {
            topic: tuple(kind for kind in library.sought if kind.stands.search(one.long))
            for topic, one in library.articles.items()
        }
        self._names: dict[str, frozenset[str]] = {
            topic: frozenset().union(*content(f"{one.title} {one.question}"))
            for topic, one in library.articles.items()
        }
        self._sides: dict[str, frozenset[str]] = {
            topic: frozenset(one.asides) for topic, one in library.articles.items()
        }
        self._numbers: dict[str, frozenset[str]] = {
            topic: cited(f"{one.short} {one.long}") for topic, one in library.articles.items()
        }
        self._thresholds = thresholds
        self._lists = lists

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Thresholds that config.yml may change (bot.nlu.decisions.Thresholds)."""
        return {"answer": 0.38, "clarify": 0.15, "part": 0.55, "follow_up": 0.3, "safety": -3.25}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Decider:
        """Read catalogue and lists from the knowledge folder."""
        folder = knowledge_folder(config)
        thresholds = Thresholds(**{name: config[name] for name in cls.get_default_config()})
        catalogue = Catalogue.load(folder / "topics.yml")
        return cls(catalogue, thresholds, WordLists.load(folder), load_library(folder))

    def process(self, messages: list[Message]) -> list[Message]:
        """Decide on each message."""
        for message in messages:
            understanding = self._understand(message)
            if message.get("only_town") and understanding.decision is not Decision.SAFETY:
                # It asks nothing: who asks is noted where nothing was understood.
                understanding = replace(understanding, decision=Decision.FALLBACK, questions=())
            message.set("understanding", understanding.data(), add_to_output=True)
            if asks_privacy(message.get(TEXT) or "") and understanding.decision is Decision.ANSWER:
                understanding = replace(
                    understanding, decision=Decision.CONVERSATION, intent=PRIVACY, questions=()
                )
            name = INTENT_OF_DECISION.get(understanding.decision)
            if understanding.decision is Decision.ANSWER:
                name = understanding.questions[0].topic
            elif understanding.decision in (Decision.SAFETY, Decision.CONVERSATION):
                name = understanding.intent
            if name is not None:
                message.set(
                    INTENT,
                    {INTENT_NAME_KEY: name, "confidence": understanding.confidence},
                    add_to_output=True,
                )
        return messages

    def _heard(self, pieces: list[dict[str, Any]]) -> list[Heard]:
        return [Heard(one["ranking"], self._lists.find(one["text"]), one["text"]) for one in pieces]

    def _understand(self, message: Message) -> Understanding:
        text, before = message.get(TEXT) or "", self._before(message)
        topic = None if before is None else before.topic
        return decide(
            catalogue=self._catalogue,
            thresholds=self._thresholds,
            language=message.get("language"),
            whole=Heard(ranking=message.get("ranking"), entities=message.get("found")),
            parts=self._heard(message.get("parts")),
            asked=self._heard(message.get("asked")),
            alarms=_alarms(message, self._towns),
            alarmed=bool((message.get("metadata") or {}).get("alarmed")),
            follow_up=message.get("follow_up"),
            before=before,
            of_theme=self._theme.search(text) is not None,
            practice=asks_practice(text, message.get("found")),
            cites=telling(text, message.get("ranking"), self._numbers, before=topic),
            whom=_asks_whom(_without_towns(message), self._lists),
        )

    def _before(self, message: Message) -> Before | None:
        """What the message follows, from the slots that the engine passes as metadata."""
        slots = (message.get("metadata") or {}).get("slots") or {}
        questions = slots.get("last_questions")
        if not questions or questions[-1]["topic"] not in self._catalogue.topics:
            return None
        topic = TopicId(questions[-1]["topic"])
        return Before(
            text=message.get(TEXT) or "",
            topic=topic,
            home=slots.get("known_municipality"),
            told=self._told.get(topic, frozenset()),
            sought=self._sought,
            held=self._held.get(topic, ()),
            names=self._names,
            sides=self._sides,
        )


def _asks_whom(text: str, lists: WordLists) -> bool:
    """Whether it asks whom to turn to and nothing else, also behind who asks: "ik ben arts, wie helpt mij?"."""
    rest = asked_behind_role(text)
    if rest is not None and told_asker(text.removesuffix(rest), lists) is not None:
        return asks_whom(rest)
    return asks_whom(text)


def _without_towns(message: Message) -> str:
    """A text without the municipalities that it names."""
    text = message.get(TEXT) or ""
    for one in sorted(message.get("found"), key=lambda found: -found.start):
        if one.kind == "municipality":
            text = text[: one.start] + text[one.end :]
    return text


def _alarms(message: Message, towns: frozenset[str]) -> list[Alarm]:
    """What both models hear in the message, and in each of its sentences that only tells."""
    text = message.get(TEXT) or ""
    slots = (message.get("metadata") or {}).get("slots") or {}
    carded = bool(slots.get("card"))
    asked = slots.get("requested_slot") == _TOWN_SLOT
    if is_calm(text, behind_card=carded) or only_towns(text, towns, asked=asked):
        return []
    told = zip(message.get("danger_told"), message.get("told"), strict=True)
    return [
        Alarm(
            message.get("danger"),
            message.get("ranking"),
            asks=text.rstrip().endswith("?"),
            carded=carded,
        ),
        *(Alarm(*one, alone=True) for one in told),
    ]
