"""knowledge/theme.yml: the words of the theme, each of which tells it from every other one."""

from __future__ import annotations

from collections.abc import Iterator

from bot.checking.problem import Problem
from bot.checking.project import THEME, Project
from bot.checking.rules import Finding, fields, items, word
from bot.checking.values import Value

SHORTEST = 4
"""Letters of a word, at least, besides the * that stands for the rest of it."""


def _telling(value: Value) -> Iterator[Finding]:
    """A word that is long enough to be about nothing else."""
    yield from word(value)
    if len(value.text.replace("*", "").strip()) < SHORTEST:
        yield (
            value.line,
            f"'{value.text}' is te kort en staat ook in andere vragen; schrijf er meer bij",
        )


_SHAPE = fields({"woorden": items(_telling, least=1)}, {})


def check_theme(project: Project) -> Iterator[Problem]:
    """The list is there, and each entry is a word of four letters or more."""
    theme = project.yaml(THEME)
    if theme is not None:
        yield from (Problem(THEME, line, message) for line, message in _SHAPE(theme))
