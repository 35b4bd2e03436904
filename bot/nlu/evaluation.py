"""Measuring rankings against known intents: accuracy, top-3, macro F1, per intent, confusions."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Z = 1.96
"""Standard deviations of a 95 % interval."""


@dataclass(frozen=True)
class Measured:
    """One question with its known intent and what the model ranked, most probable first."""

    text: str
    intent: str
    ranked: Sequence[str]
    style: str | None = None

    @property
    def right(self) -> bool:
        """Whether the most probable intent is the known one."""
        return self.ranked[0] == self.intent


def evaluate(measured: Sequence[Measured]) -> dict[str, Any]:
    """Every figure of DESIGN.md §5 `evaluate`; shares are between 0 and 1."""
    intents = sorted({one.intent for one in measured})
    per_intent = {intent: _scores(measured, intent) for intent in intents}
    return {
        **_overall(measured),
        "macro_f1": round(sum(one["f1"] for one in per_intent.values()) / len(intents), 4),
        "styles": {style: _overall(many) for style, many in _by_style(measured).items()},
        "intents": per_intent,
        "confusions": [
            {"intent": intent, "predicted": predicted, "count": count}
            for (intent, predicted), count in Counter(
                (one.intent, one.ranked[0]) for one in measured if not one.right
            ).most_common()
        ],
    }


def interval(hits: int, total: int) -> list[float]:
    """The 95 % confidence interval of a share: Wilson's score interval (JASA 22, 1927), which holds for small sets."""
    share, spread = hits / total, Z * Z / total
    middle = (share + spread / 2) / (1 + spread)
    reach = Z * math.sqrt(share * (1 - share) / total + spread / (4 * total)) / (1 + spread)
    return [round(max(middle - reach, 0.0), 4), round(min(middle + reach, 1.0), 4)]


def _overall(measured: Sequence[Measured]) -> dict[str, Any]:
    hits = sum(one.right for one in measured)
    near = sum(one.intent in one.ranked[:3] for one in measured)
    return {
        "questions": len(measured),
        "accuracy": round(hits / len(measured), 4),
        "accuracy_95": interval(hits, len(measured)),
        "top3": round(near / len(measured), 4),
        "top3_95": interval(near, len(measured)),
    }


def _scores(measured: Sequence[Measured], intent: str) -> dict[str, Any]:
    """Precision tp/(tp+fp), recall tp/(tp+fn) and their harmonic mean F1."""
    hits = sum(one.right for one in measured if one.intent == intent)
    actual = sum(one.intent == intent for one in measured)
    predicted = sum(one.ranked[0] == intent for one in measured)
    precision = hits / predicted if predicted else 0.0
    recall = hits / actual
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return {
        "questions": actual,
        "recall_95": interval(hits, actual),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1, 4),
    }


def _by_style(measured: Sequence[Measured]) -> dict[str, list[Measured]]:
    styles: defaultdict[str, list[Measured]] = defaultdict(list)
    for one in measured:
        if one.style is not None:
            styles[one.style].append(one)
    return dict(sorted(styles.items()))
