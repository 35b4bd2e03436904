"""How much an unknown word looks like a name by its letters alone: "zayndi" does, "helepn" does not.

A linear model over the word's runs of two to four letters, trained on the names and the ordinary words of the
lists. It is a hint for the model of sentences, which decides; stored as JSON.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.privacy.names.lexicon import fold_name

FILE = "letters.json"
LEVELS = (-2.0, -0.5, 1.0, 2.5)
"""Where the score is cut into the classes 0 to 4."""
_RUNS = (2, 3, 4)
_PARTS = 3
"""Parts of the training words: each is judged by what was learnt from the other parts."""
_LEAST = 3
"""Words in which a run must stand to count."""


def runs(word: str) -> set[str]:
    """The runs of letters of a folded word, with its edges."""
    edged = f"^{word}$"
    return {edged[i : i + size] for size in _RUNS for i in range(len(edged) - size + 1)}


@dataclass(frozen=True)
class Likeness:
    """The weight of each run of letters."""

    weights: dict[str, float]
    bias: float

    @classmethod
    def learn(cls, names: list[str], words: list[str]) -> Likeness:
        """From folded names and folded ordinary words."""
        from sklearn.feature_extraction.text import CountVectorizer
        from sklearn.linear_model import LogisticRegression

        count = CountVectorizer(analyzer=runs, min_df=_LEAST, binary=True)
        seen = count.fit_transform([*names, *words])
        fit = LogisticRegression(C=0.5, max_iter=60, class_weight="balanced")
        fit.fit(seen, [1] * len(names) + [0] * len(words))
        weights = zip(count.get_feature_names_out(), fit.coef_[0], strict=True)
        return cls(
            {str(run): round(float(weight), 3) for run, weight in weights if abs(weight) > 0.02},
            round(float(fit.intercept_[0]), 3),
        )

    @classmethod
    def load(cls, folder: Path) -> Likeness:
        """As `store` wrote it."""
        stored = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return cls(stored["weights"], stored["bias"])

    def store(self, folder: Path) -> None:
        """Write it beside the model."""
        told = {"weights": self.weights, "bias": self.bias}
        (folder / FILE).write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")

    def score(self, text: str) -> float:
        """Log odds that these letters are a name's."""
        weights = filter(None, map(self.weights.get, runs(fold_name(text))))
        # Exact: the runs come in another order in each process, and a word on a cut would be of two classes.
        return self.bias + math.fsum(weights)

    def level(self, text: str) -> int:
        """The class of the score."""
        score = self.score(text)
        return sum(score > cut for cut in LEVELS)


def crossed(names: list[str], words: list[str]) -> Callable[[str], int]:
    """The level of each word by what was learnt without it, so that training sees how unseen names will look."""
    told = [
        Likeness.learn(
            [one for one in names if _part(one) != part],
            [one for one in words if _part(one) != part],
        )
        for part in range(_PARTS)
    ]
    return lambda text: told[_part(fold_name(text))].level(text)


def _part(word: str) -> int:
    return math.prod(map(ord, word[:12])) % 1009 % _PARTS
