"""tests/eval: the questions that measure the model, of which none may enter its training data."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

from bot.checking.problem import Problem
from bot.checking.project import EVALUATION, Project

SHINGLE = 8
"""Words in a row that two questions may not share."""
_ACCENT = re.compile(r"[\u0300-\u036f]+")
_NOT_WORD = re.compile(r"[\W_]+")


def same(text: str) -> str:
    """One spelling for questions that differ only in case, accents, punctuation or spaces."""
    plain = text.casefold()
    if not plain.isascii():
        plain = _ACCENT.sub("", unicodedata.normalize("NFKD", plain))
    return _NOT_WORD.sub(" ", plain).strip() or text.strip()


@dataclass(frozen=True)
class Near:
    """A question of the evaluation set that another one comes too near to."""

    place: str
    equal: bool


@dataclass
class Evaluation:
    """Where each text and each row of words of the evaluation set stands."""

    texts: dict[str, str] = field(default_factory=dict)
    shingles: dict[tuple[str, ...], str] = field(default_factory=dict)

    def add(self, text: str, place: str) -> None:
        """Take in one text."""
        plain = same(text)
        self.texts.setdefault(plain, place)
        for shingle in _shingles(plain):
            self.shingles.setdefault(shingle, place)

    def find(self, plain: str) -> Near | None:
        """The question that a text, as `same` spells it, equals or shares many words in a row with."""
        if plain in self.texts:
            return Near(self.texts[plain], equal=True)
        shared = (self.shingles[one] for one in _shingles(plain) if one in self.shingles)
        place = next(shared, None)
        return None if place is None else Near(place, equal=False)


def _shingles(plain: str) -> Iterator[tuple[str, ...]]:
    words = plain.split()
    for start in range(len(words) - SHINGLE + 1):
        yield tuple(words[start : start + SHINGLE])


def read_evaluation(project: Project) -> Generator[Problem, None, Evaluation]:
    """Yield the lines that cannot be read; return the rest."""
    evaluation = Evaluation()
    for path in project.files(EVALUATION, ".jsonl"):
        for number, line in enumerate((project.text(path) or "").splitlines(), start=1):
            if not line.strip():
                continue
            try:
                data = json.loads(line)
                texts = [data["text"]] if "text" in data else list(data["turns"])
            except (ValueError, KeyError, TypeError):
                message = 'deze regel is geen JSON met "text" of "turns"; verbeter ze'
                yield Problem(path, number, message)
                continue
            for text in texts:
                evaluation.add(str(text), f"{path}:{number}")
    return evaluation
