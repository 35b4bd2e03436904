"""Our intent model without Rasa around it, whole or with parts left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.nlu.classifier import IntentModel
from bot.nlu.decisions import Ranking
from bot.nlu.material import load_abbreviations, reading_matter
from bot.nlu.recipe import Recipe
from bot.nlu.trainingdata import Example
from bot.settings import PROJECT

KNOWLEDGE = PROJECT / "knowledge"


class Kernel:
    """`IntentModel` as the component IntentRanker trains it; `recipe` changes what it is made of."""

    def __init__(self, folder: Path, *, abbreviations: bool = True, **recipe: Any) -> None:
        self._folder = folder
        self._abbreviations = load_abbreviations(KNOWLEDGE) if abbreviations else {}
        self._recipe = Recipe(**recipe)

    def fit(self, examples: Sequence[Example]) -> None:
        """Learn and store."""
        self.model = IntentModel(self._abbreviations, self._recipe)
        texts, intents = [one.text for one in examples], [one.intent for one in examples]
        self.model.fit(texts, intents, reading_matter(KNOWLEDGE))
        self.model.save(self._folder)

    def reload(self) -> None:
        """Read what was stored."""
        self.model = IntentModel.load(self._folder)

    def rank(self, text: str) -> Ranking:
        """Every intent."""
        return self.model.rank([text])[0]
