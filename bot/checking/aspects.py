"""knowledge/aspects.yml: sides of a topic that a follow-up asks about."""

from __future__ import annotations

from collections.abc import Iterator

from bot.checking.problem import Problem
from bot.checking.project import ASPECTS, TOPICS, Project
from bot.checking.rules import entries, fields, is_id, items, known, text, word
from bot.knowledge.aspects import HEADING


def check_aspects(project: Project) -> Iterator[Problem]:
    """Each side has words, what is said when nothing is known, and a topic that exists."""
    aspects = project.yaml(ASPECTS)
    if aspects is None:
        return
    shape = fields(
        {"noemt": items(word, least=1), "weet_niet": text, "raad": text},
        {"onderwerp": known(project.topics(), "het onderwerp", TOPICS), "mening": text},
    )
    for line, message in entries(shape)(aspects):
        yield Problem(ASPECTS, line, message)
    for name, line in aspects.key_lines.items():
        if not is_id(name):
            message = f"de naam '{name}' kan niet; gebruik kleine letters, cijfers en _"
            yield Problem(ASPECTS, line, message)


def aside_headings(project: Project) -> tuple[str, ...]:
    """The headings under which an article may say something of one side."""
    aspects = project.yaml(ASPECTS)
    return () if aspects is None else tuple(f"{HEADING}{one}" for one in aspects.key_lines)
