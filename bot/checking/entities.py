"""knowledge/entities.yml: the words that tell who asks, and about what."""

from __future__ import annotations

from collections.abc import Iterator

from bot.checking.problem import Problem
from bot.checking.project import ENTITIES, Project
from bot.checking.rules import entries, fields, is_id, items, word
from bot.knowledge.catalogue import Audience

_WORDS = items(word, least=1)
_SIGNS = dict.fromkeys(("functies", "organisaties", "zinnen", "eigen"), _WORDS)
SHAPE = fields(
    {
        "doelgroepen": entries(fields({}, _SIGNS)),
        "sectoren": entries(_WORDS),
        "expertise": entries(_WORDS),
        "landen": entries(_WORDS),
        "plaatsen_buitenland": _WORDS,
        "zoekt_contact": _WORDS,
        "rond_wie_vraagt": _WORDS,
    }
)


def check_entities(project: Project) -> Iterator[Problem]:
    """Sections, and lists of words in each."""
    lists = project.yaml(ENTITIES)
    if lists is None:
        return
    for line, message in SHAPE(lists):
        yield Problem(ENTITIES, line, message)
    audiences = [one.value for one in Audience]
    for name, line, _ in lists.items("doelgroepen"):
        if name not in audiences:
            choice = ", ".join(audiences)
            message = f"de doelgroep '{name}' bestaat niet; kies uit: {choice}"
            yield Problem(ENTITIES, line, message)
    for section in ("sectoren", "expertise"):
        for name, line, _ in lists.items(section):
            if not is_id(name):
                message = f"de naam '{name}' kan niet; gebruik kleine letters, cijfers en _"
                yield Problem(ENTITIES, line, message)
