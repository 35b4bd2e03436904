"""knowledge/sought.yml: what is asked for in an answer that was given before, and the sentences that tell it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.checking.problem import Problem
from bot.checking.project import SOUGHT, Project
from bot.checking.rules import entries, fields, items, word

_WORDS = items(word, least=1)
_ONE = fields({"vraagt": _WORDS, "staat": _WORDS})


def check_sought(project: Project) -> Iterator[Problem]:
    """Every entry has words that ask and words that tell."""
    sought = project.yaml(SOUGHT)
    if sought is not None:
        yield from (Problem(SOUGHT, line, message) for line, message in entries(_ONE)(sought))
