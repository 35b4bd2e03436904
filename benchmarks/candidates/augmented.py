"""Our model trained on more questions: changed copies of half of its own."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.candidates.kernel import Kernel
from bot.nlu.trainingdata import Example

Change = Callable[[str, random.Random], str]

LONG = 5
"""Letters of a word that is worth an error, or that may be a keyword."""


class Augmented(Kernel):
    """Every second question comes twice: as written, and changed."""

    def __init__(self, folder: Path, change: Change) -> None:
        super().__init__(folder)
        self._change = change

    def fit(self, examples: Sequence[Example]) -> None:
        """Learn from the questions and their changed copies."""
        draw = random.Random(1)  # noqa: S311 - a draw, no secret
        copies = [replace(one, text=self._change(one.text, draw)) for one in examples[::2]]
        super().fit([*examples, *copies])


def typos(text: str, draw: random.Random) -> str:
    """One error in about every third long word: two letters swapped, one left out or one doubled."""
    return " ".join(
        _mistype(word, draw) if len(word) >= LONG and draw.random() < 1 / 3 else word
        for word in text.split()
    )


def _mistype(word: str, draw: random.Random) -> str:
    place = draw.randrange(1, len(word) - 1)
    letter, following = word[place], word[place + 1]
    wrong = draw.choice((following + letter, following, letter + letter + following))
    return word[:place] + wrong + word[place + 2 :]


def drop(text: str, draw: random.Random) -> str:
    """Without its longest word, when others remain: the subject is often never named."""
    words = text.split()
    longest = max(words, key=len)
    if len(words) < LONG:
        return text
    return " ".join(word for word in words if word != longest)


WAYS: dict[str, Change] = {"typos": typos, "dropping": drop}
