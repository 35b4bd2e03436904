"""knowledge/sought.yml: what is asked for in an answer that was given before, and the sentences that tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.checking.problem import Problem
from bot.checking.project import ANSWERS, SOUGHT, Project
from bot.checking.rules import Finding, entries, fields, items, text, word
from bot.checking.values import Value
from bot.knowledge.sought import phrases

_EVERYWHERE = frozenset(
    "wat is zijn was wie waar hoe wanneer en of de het een dat dit die er in op van voor met aan bij te om ik u we wij "  # noqa: SIM905
    "je jij jullie kan kunt kunnen".split()
)
"""Words that tell no question from another."""


def _asking(value: Value) -> Iterator[Finding]:
    """A phrase that is not in every question."""
    yield from word(value)
    said = re.findall(r"\w+", value.text.casefold())
    if said and _EVERYWHERE.issuperset(said):
        yield value.line, f"'{value.text}' staat in bijna elke vraag; schrijf er een woord bij"


_SHAPE = fields({"vraagt": items(_asking, least=1), "staat": items(word, least=1)}, {"kern": text})


def check_sought(project: Project) -> Iterator[Problem]:
    """Every entry has words that ask, and words that tell, of which an article holds one."""
    sought = project.yaml(SOUGHT)
    if sought is None:
        return
    wrong = list(entries(_SHAPE)(sought))
    yield from (Problem(SOUGHT, line, message) for line, message in wrong)
    if wrong:
        return
    told = "\n".join(_articles(project))
    for name, line, one in sought.items():
        if told and not phrases(each.text for each in one.each("staat")).search(told):
            message = f"veld '{name}': geen enkel artikel bevat een woord van 'staat'; verbeter ze"
            yield Problem(SOUGHT, line, message)


def _articles(project: Project) -> Iterator[str]:
    for path in project.files(ANSWERS, ".md"):
        article = project.article(path)
        if article is not None:
            yield from (line for _, line in article.lines())
