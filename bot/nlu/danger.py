"""Hearing danger and suicide beyond the rules: a model of its own, trained on messages written for it.

The rules of bot.safety stand in front and see what is said outright; most danger is said otherwise. The texts of
data/danger hold it in many voices, beside policy questions full of alarming words, which must not raise the alarm.
"""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.nlu.classifier import IntentModel
from bot.nlu.reading import MANY_WORDS
from bot.nlu.segments import segments

NONE = "geen"
"""Label of what is no danger."""

ALONE = 0.5
"""What a sentence of a long message counts for, beside the message as a whole."""

ORDINARY = 4700
"""Ordinary questions that the model learns beside: all of them would take longer and tell no more."""

NEIGHBOURS = frozenset(
    {
        "bezorgd_over_persoon", "beveiliging_evenement", "buiten_bereik", "casusbespreking", "info_aan_politie",
        "klacht", "medewerker_spreken", "online_haat", "polarisering", "terugkeerder_voorwaarden",
    }
)  # fmt: skip
"""Intents that lie near danger: their questions are all among the ordinary ones, the others by lot."""


@dataclass(frozen=True)
class Message:
    """A text with its kind of danger, or NONE."""

    text: str
    label: str
    author: str


def load_danger(folder: Path) -> list[Message]:
    """The messages of data/danger, one file an author; raises KeyError or ValueError when a line is broken."""
    return [
        Message(row["text"], row["label"], path.stem)
        for path in sorted(folder.glob("*.jsonl"))
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    ]


def _ordinary(questions: Sequence[tuple[str, str]], kinds: frozenset[str]) -> list[str]:
    """The ordinary questions to learn beside; the same ones at each training, so that it makes the same model."""
    near = [text for text, intent in questions if intent in NEIGHBOURS]
    far = [text for text, intent in questions if intent not in kinds | NEIGHBOURS]
    size = max(min(ORDINARY - len(near), len(far)), 0)
    return near + random.Random(1).sample(far, size)  # noqa: S311 - a draw, no secret


class DangerModel:
    """Maps texts to the probability of each kind of danger."""

    def __init__(self, model: IntentModel) -> None:
        self._model = model

    @classmethod
    def fit(
        cls,
        messages: Sequence[Message],
        questions: Sequence[tuple[str, str]],
        *,
        kinds: frozenset[str],
        abbreviations: Mapping[str, str],
        reading: Sequence[str] = (),
    ) -> DangerModel:
        """Learn from data/danger and from ordinary questions (text, intent); `kinds` are the intents of danger."""
        learnt = [(one.text, one.label) for one in messages]
        learnt += [(text, intent) for text, intent in questions if intent in kinds]
        learnt += [(text, NONE) for text in _ordinary(questions, kinds)]
        model = IntentModel(abbreviations)
        model.fit([text for text, _ in learnt], [label for _, label in learnt], reading)
        return cls(model)

    def hear(self, text: str) -> dict[str, float]:
        """The probability of each kind of danger in a text.

        In a long message one sentence may hold it all, so there the most alarming sentence counts too, at half: alone
        it has lost its context.
        """
        sentences = segments(text) if len(text.split()) >= MANY_WORDS else []
        rows = self._model.predict([text, *sentences])
        rows[1:] *= ALONE
        kinds = [place for place, label in enumerate(self._model.labels) if label != NONE]
        loudest = rows[rows[:, kinds].sum(axis=1).argmax()]
        return {self._model.labels[place]: float(loudest[place]) for place in kinds}

    def save(self, folder: Path) -> None:
        """Write the model into a folder."""
        self._model.save(folder)

    @classmethod
    def load(cls, folder: Path) -> DangerModel:
        """Read what `save` wrote."""
        return cls(IntentModel.load(folder))
