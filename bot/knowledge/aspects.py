"""Sides of a topic that a follow-up asks about: what it costs, what when someone refuses, whether it is too much."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NewType

import yaml

from bot.knowledge.catalogue import TopicId

AspectId = NewType("AspectId", str)

HEADING = "Over "
"""Before the name of an aspect: the heading in an article under which the answer stands."""


@dataclass(frozen=True)
class Aspect:
    """One side of any topic."""

    id: AspectId
    names: tuple[str, ...]
    """Words and phrases that ask about it."""
    unknown: str
    """What is said when the article of the topic says nothing of it."""
    advice: str
    """What a local government, or who did not say who they are, can do then."""
    topic: TopicId | None
    """Where something may be said of it, to offer."""
    opinion: bool
    """Whether it asks for a judgement, which no article gives."""


def load_aspects(path: Path) -> dict[AspectId, Aspect]:
    """Read knowledge/aspects.yml; raises KeyError or yaml.YAMLError when it is broken."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {AspectId(name): _aspect(AspectId(name), one) for name, one in data.items()}


def _aspect(name: AspectId, data: dict[str, object]) -> Aspect:
    names, topic = data["noemt"], data.get("onderwerp")
    if not isinstance(names, list):
        raise TypeError(f"{name}: 'noemt' is geen lijst")
    return Aspect(
        id=name,
        names=tuple(map(str, names)),
        unknown=str(data["weet_niet"]).strip(),
        advice=str(data["raad"]).strip(),
        topic=None if topic is None else TopicId(str(topic)),
        opinion=bool(data.get("mening")),
    )
