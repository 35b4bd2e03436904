"""Cross-validation by author: each author's questions are answered by a model that never saw that author.

A random split would flatter: an author's questions resemble each other, a visitor's resemble nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.nlu.classifier import IntentModel
from bot.nlu.material import load_abbreviations, reading_matter
from bot.nlu.trainingdata import Example


@dataclass(frozen=True)
class Fold:
    """The result on one author's questions."""

    author: str
    questions: int
    top1: float
    """Share, 0 to 1, whose most probable intent is right."""
    top3: float
    """Share, 0 to 1, whose right intent is among the three most probable."""


@dataclass(frozen=True)
class Validation:
    """The results of all authors."""

    folds: tuple[Fold, ...]

    def summary(self) -> str:
        """A Dutch table."""
        rows = [
            f"  {one.author:<14}{one.questions:>6} vragen  top-1 {one.top1:6.1%}  top-3 {one.top3:6.1%}"
            for one in self.folds
        ]
        total = sum(one.questions for one in self.folds)
        top1 = sum(one.top1 * one.questions for one in self.folds) / total
        top3 = sum(one.top3 * one.questions for one in self.folds) / total
        return "\n".join(
            [*rows, f"  {'samen':<14}{total:>6} vragen  top-1 {top1:6.1%}  top-3 {top3:6.1%}"]
        )


def by_author(examples: Sequence[Example], knowledge: Path) -> Validation:
    """Train once for each author on the questions of all the others."""
    authors = sorted({one.author for one in examples})
    return Validation(tuple(_fold(examples, author, knowledge) for author in authors))


def _fold(examples: Sequence[Example], author: str, knowledge: Path) -> Fold:
    seen = [one for one in examples if one.author != author]
    unseen = [one for one in examples if one.author == author]
    model = IntentModel(load_abbreviations(knowledge))
    model.fit([one.text for one in seen], [one.intent for one in seen], reading_matter(knowledge))
    rankings = model.rank([one.text for one in unseen])
    best = [[name for name, _ in ranking[:3]] for ranking in rankings]
    return Fold(
        author=author,
        questions=len(unseen),
        top1=sum(names[0] == one.intent for names, one in zip(best, unseen, strict=True))
        / len(unseen),
        top3=sum(one.intent in names for names, one in zip(best, unseen, strict=True))
        / len(unseen),
    )
