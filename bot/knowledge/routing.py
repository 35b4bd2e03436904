"""Routing: topic × audience → which text, and whom to turn to (knowledge/routing.yml)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from bot.knowledge.articles import Variant
from bot.knowledge.catalogue import Audience, ContactId, TopicId


class Group(StrEnum):
    """Audiences that are answered alike."""

    BESTUUR = "bestuur"
    ONDERWIJS = "onderwijs"
    HULPVERLENER = "hulpverlener"
    PUBLIEK = "publiek"
    ONBEKEND = "onbekend"


@dataclass(frozen=True)
class Asked:
    """What of the question decides its route."""

    audience: Audience = Audience.ONBEKEND
    sector: str | None = None
    """Sector of a first-line worker: welzijn, jeugd or onderwijs."""
    expertise: str | None = None
    """Kind of expertise asked for: identiteit, onderwijs or opvoeding."""
    seeks_contact: bool = False
    """Whether the question is whom or where to turn to."""


@dataclass(frozen=True)
class Route:
    """Which text a question gets, and the contacts that are its answer."""

    variant: Variant
    refer: tuple[ContactId, ...] = ()


@dataclass(frozen=True)
class Row:
    """One topic's row of the table."""

    complete: frozenset[Group]
    refer: tuple[ContactId, ...] = ()
    refer_who: tuple[ContactId, ...] = ()
    who_for: frozenset[Group] = frozenset({Group.BESTUUR, Group.ONBEKEND})
    by_expertise: dict[str, tuple[ContactId, ...]] = field(default_factory=dict)
    exceptions: dict[str, tuple[ContactId, ...]] = field(default_factory=dict)

    def contacts(self, group: Group, asked: Asked) -> tuple[ContactId, ...]:
        """The contacts that answer this question, before the rules that always hold."""
        for key in (asked.audience.value, group.value):
            if key in self.exceptions:
                return self.exceptions[key]
        if group is not Group.PUBLIEK and asked.expertise in self.by_expertise:
            return self.by_expertise[asked.expertise]
        if group is not Group.PUBLIEK and self.refer:
            return self.refer
        if asked.seeks_contact and group in self.who_for:
            return self.refer_who
        return ()


@dataclass(frozen=True)
class Routing:
    """The whole table with the rules that always hold (DESIGN.md §4)."""

    groups: dict[Audience, Group]
    departments: dict[str, ContactId]
    safety: tuple[ContactId, ...]
    rows: dict[TopicId, Row]

    def route(self, topic: TopicId, asked: Asked) -> Route:
        """Decide text and contacts; raises KeyError for a topic without a row."""
        group, row = self.groups[asked.audience], self.rows[topic]
        department = self.department(asked)
        if department is not None:
            return Route(Variant.HULPVERLENER, (department,))
        return Route(self._variant(group, row), row.contacts(group, asked))

    def department(self, asked: Asked) -> ContactId | None:
        """Whom a first-line worker is always referred to, whatever is asked; None for all others."""
        if self.groups[asked.audience] is not Group.HULPVERLENER:
            return None
        return self._department(asked.sector)

    def _department(self, sector: str | None) -> ContactId:
        return self.departments.get(sector or "onbekend", self.departments["onbekend"])

    @staticmethod
    def _variant(group: Group, row: Row) -> Variant:
        if group is Group.ONDERWIJS:
            return Variant.ONDERWIJS
        return Variant.BESTUUR if group in row.complete else Variant.PUBLIEK

    @classmethod
    def load(cls, path: Path) -> Routing:
        """Read the table; raises KeyError or ValueError when it is broken."""
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        return cls(
            groups={
                Audience(one): Group(group)
                for group, many in data["groepen"].items()
                for one in many
            },
            departments={sector: ContactId(one) for sector, one in data["departementen"].items()},
            safety=tuple(data["veiligheid"]),
            rows={TopicId(topic): _row(row) for topic, row in data["topics"].items()},
        )


def _row(data: dict[str, Any]) -> Row:
    who_for = data.get("wie_voor")
    return Row(
        complete=frozenset(Group(one) for one in data["volledig"]),
        refer=tuple(data.get("verwijs", ())),
        refer_who=tuple(data.get("verwijs_wie", ())),
        who_for=Row.who_for if who_for is None else frozenset(Group(one) for one in who_for),
        by_expertise={key: tuple(many) for key, many in data.get("per_expertise", {}).items()},
        exceptions={key: tuple(many) for key, many in data.get("uitzonderingen", {}).items()},
    )
