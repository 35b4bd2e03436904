"""knowledge/topics.yml: does the catalogue hold together?"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checking.problem import Problem
from bot.checking.project import TOPICS, Project
from bot.checking.rules import entries, fields, is_id, items, known, number, text
from bot.checking.values import Value

INTENT_SECTIONS = ("topics", "conversation", "safety", "out_of_scope")


def check_topics(project: Project) -> Iterator[Problem]:
    """Fields, names, and natures and samples that exist."""
    catalogue = project.yaml(TOPICS)
    if catalogue is None:
        return
    natures, samples = project.names(TOPICS, "natures"), project.names(TOPICS, "samples")
    topic = fields(
        {
            "nature": known(natures, "de aard", "natures"),
            "sample": known(samples, "de categorie", "samples"),
            "means": text,
        }
    )
    meaning = entries(fields({"means": text}))
    shape = fields(
        {
            "natures": entries(text),
            "samples": entries(fields({"label": text, "count": number})),
            "topics": entries(topic),
            "conversation": meaning,
            "safety": meaning,
            "out_of_scope": meaning,
            "boundaries": items(text),
        }
    )
    for line, message in shape(catalogue):
        yield Problem(TOPICS, line, message)
    yield from _check_names(catalogue)


def _check_names(catalogue: Value) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for section in ("natures", "samples", *INTENT_SECTIONS):
        for name, line, _ in catalogue.items(section):
            if not is_id(name):
                hint = "gebruik kleine letters, cijfers en liggende streepjes"
                yield Problem(TOPICS, line, f"de naam '{name}' kan niet; {hint}")
            if section in INTENT_SECTIONS and first.setdefault(name, line) != line:
                also = f"staat ook op regel {first[name]}; geef elke bedoeling een eigen naam"
                yield Problem(TOPICS, line, f"'{name}' {also}")
