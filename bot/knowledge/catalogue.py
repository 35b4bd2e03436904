"""The catalogue of what a visitor can mean: knowledge/topics.yml."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NewType

import yaml

TopicId = NewType("TopicId", str)
IntentId = NewType("IntentId", str)
ContactId = NewType("ContactId", str)


class Audience(StrEnum):
    """Who asks (DESIGN.md §4); the value is stored, the label is Dutch."""

    GEMEENTE = "gemeente"
    OCMW = "ocmw"
    POLITIE = "politie"
    VLAAMSE_OVERHEID = "vlaamse_overheid"
    HULPVERLENER = "hulpverlener"
    ONDERWIJS = "onderwijs"
    STUDENT = "student"
    VERENIGING = "vereniging"
    PERS = "pers"
    BUITENLAND = "buitenland"
    BURGER = "burger"
    ONBEKEND = "onbekend"

    @property
    def label(self) -> str:
        """Dutch label for buttons and reports."""
        return _AUDIENCE_LABELS[self]


_AUDIENCE_LABELS = {
    Audience.GEMEENTE: "Gemeente of stad",
    Audience.OCMW: "OCMW (bestuur of beleid)",
    Audience.POLITIE: "Lokale politie",
    Audience.VLAAMSE_OVERHEID: "Vlaamse overheid",
    Audience.HULPVERLENER: "Hulpverlener of eerstelijnswerker",
    Audience.ONDERWIJS: "School of CLB",
    Audience.STUDENT: "Student of onderzoeker",
    Audience.VERENIGING: "Vereniging",
    Audience.PERS: "Pers",
    Audience.BUITENLAND: "Organisatie in het buitenland",
    Audience.BURGER: "Burger",
    Audience.ONBEKEND: "Onbekend",
}


@dataclass(frozen=True)
class Topic:
    """One subject of questions that counts in the statistics."""

    id: TopicId
    nature: str
    """Key of the group in answer 1c."""
    sample: str
    """Key of the category in the sample of 35 questions."""
    means: str


@dataclass(frozen=True)
class Sample:
    """A category of the sample of 35 questions under answer 1c, with the count it had there."""

    id: str
    label: str
    count: int


@dataclass(frozen=True)
class Catalogue:
    """All topics and intents, with the groups that reports use."""

    natures: dict[str, str]
    samples: dict[str, Sample]
    topics: dict[TopicId, Topic]
    conversation: frozenset[str]
    safety: frozenset[str]
    out_of_scope: frozenset[str]

    @property
    def intents(self) -> list[str]:
        """Every intent id, topics first, in the order of the file."""
        return [*self.topics, *sorted(self.conversation), *sorted(self.safety), *self.out_of_scope]

    @classmethod
    def load(cls, path: Path) -> Catalogue:
        """Read knowledge/topics.yml; raises KeyError or yaml.YAMLError when it is broken."""
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        return cls(
            natures=dict(data["natures"]),
            samples={
                key: Sample(key, one["label"], one["count"]) for key, one in data["samples"].items()
            },
            topics={
                TopicId(key): Topic(TopicId(key), one["nature"], one["sample"], one["means"])
                for key, one in data["topics"].items()
            },
            conversation=frozenset(data["conversation"]),
            safety=frozenset(data["safety"]),
            out_of_scope=frozenset(data["out_of_scope"]),
        )
