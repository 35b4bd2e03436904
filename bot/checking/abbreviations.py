"""knowledge/abbreviations.yml: abbreviations and chat spellings, written out."""

from __future__ import annotations

from collections.abc import Iterator

from bot.checking.problem import Problem
from bot.checking.project import ABBREVIATIONS, Project
from bot.checking.rules import entries, text
from bot.nlu.normalise import normalise

SHAPE = entries(text)


def check_abbreviations(project: Project) -> Iterator[Problem]:
    """A text behind every word, and words as the model reads them: one that is spelled otherwise is never found."""
    words = project.yaml(ABBREVIATIONS)
    if words is None:
        return
    for line, message in SHAPE(words):
        yield Problem(ABBREVIATIONS, line, message)
    for name, line, _ in words.items():
        if " " in name or normalise(name) != name:
            rule = "gebruik één woord in kleine letters, zonder accenten of leestekens"
            yield Problem(ABBREVIATIONS, line, f"'{name}' kan niet; {rule}")
