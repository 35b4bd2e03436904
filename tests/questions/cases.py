"""The files of this folder as tests see them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.library import Library, load_library
from bot.knowledge.routing import Asked, Group
from bot.replies import Reply
from bot.settings import PROJECT

FOLDER = Path(__file__).parent
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True)
class Expected:
    """What a group must find in an answer."""

    reads: str
    says: tuple[str, ...]
    never: tuple[str, ...]
    refers: tuple[str, ...]


@dataclass(frozen=True)
class Referral:
    """Contacts that depend on what is asked."""

    groups: tuple[str, ...]
    refers: tuple[str, ...]
    about: dict[str, Any] = field(default_factory=dict)
    """`seeks_contact` or `expertise`, as the question is understood."""


@dataclass(frozen=True)
class Case:
    """One topic."""

    topic: TopicId
    questions: tuple[str, ...]
    answers: dict[Group, Expected]
    also: tuple[Referral, ...]


@cache
def library() -> Library:
    """The real knowledge."""
    return load_library(PROJECT / "knowledge")


@cache
def common() -> dict[str, dict[str, list[str]]]:
    """What goes for all topics."""
    return dict(_yaml(FOLDER / "_common.yml"))


@cache
def cases() -> dict[TopicId, Case]:
    """Every topic that has a file."""
    paths = (one for one in sorted(FOLDER.glob("*.yml")) if one.name[0] != "_")
    return {TopicId(path.stem): _case(path) for path in paths}


def group_of(audience: Audience) -> Group:
    """The group that an audience is answered with."""
    return library().routing.groups[audience]


def asked(audience: Audience, about: dict[str, Any]) -> Asked:
    """A question of this audience."""
    return Asked(audience=audience, **about)


def shown(reply: Reply) -> str:
    """All that a visitor reads of a reply, without marks, addresses and capitals."""
    text = _LINK.sub(r"\1", f"{reply.text}\n{reply.detail or ''}").replace("*", "")
    return " ".join(text.split()).casefold()


def referred(reply: Reply) -> tuple[str, ...]:
    """The contacts that are the answer."""
    return tuple(one.id for one in reply.contacts if one.referral)


def _case(path: Path) -> Case:
    data = _yaml(path)
    return Case(
        topic=TopicId(path.stem),
        questions=tuple(data["questions"]),
        answers={Group(name): _expected(one) for name, one in data["answers"].items()},
        also=tuple(_referral(one) for one in data.get("also", ())),
    )


def _expected(data: dict[str, Any]) -> Expected:
    return Expected(data["reads"], tuple(data["says"]), tuple(data["never"]), tuple(data["refers"]))


def _referral(data: dict[str, Any]) -> Referral:
    about = {key: one for key, one in data.items() if key not in ("for", "refers")}
    return Referral(tuple(data["for"]), tuple(data["refers"]), about)


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
