"""knowledge/spoken.yml: what visitors say in place of pressing a button."""

from __future__ import annotations

from collections.abc import Iterator

from bot.checking.problem import Problem
from bot.checking.project import SPOKEN, Project
from bot.checking.rules import fields, items, word
from bot.knowledge.spoken import PLACES

_WORDS = items(word, least=1)
SHAPE = fields(
    {
        "rond": _WORDS,
        "knop": fields(dict.fromkeys(PLACES, _WORDS)),
        **dict.fromkeys(("geen", "verder", "terugbellen"), _WORDS),
    }
)


def check_spoken(project: Project) -> Iterator[Problem]:
    """Every section has words."""
    spoken = project.yaml(SPOKEN)
    if spoken is not None:
        yield from (Problem(SPOKEN, line, message) for line, message in SHAPE(spoken))
