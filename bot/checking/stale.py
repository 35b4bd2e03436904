"""The editors' list: what has to be looked at again, oldest first, and which facts are still to be verified."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from bot.checking.project import ANSWERS, CONTACTS, Project
from bot.checking.rules import as_date
from bot.checking.values import Value

SOON = 30
"""Days before its review date that a text comes onto the list."""


@dataclass(frozen=True, order=True)
class Due:
    """An article or contact that is past its review date, or almost."""

    review_by: date
    path: str
    line: int
    """Of the review date."""
    title: str
    days: int
    """Until the review date; negative when it has passed."""

    @property
    def is_past(self) -> bool:
        """Whether visitors see a warning with this text."""
        return self.days < 0


@dataclass(frozen=True)
class Fact:
    """Something that nobody has verified yet, so that no text states it."""

    path: str
    line: int
    title: str
    fact: str
    where: str


@dataclass(frozen=True)
class Vague:
    """A source that a reader cannot find at once: its link is the front page of a website, or it has no date."""

    source: str
    url: str
    front_page: bool
    undated: bool
    places: list[str]
    """Every file and line that names it."""


def vague(project: Project) -> list[Vague]:
    """Every source with a front page for link or without a date, once, in order of file."""
    found: dict[tuple[str, str, bool], Vague] = {}
    for path, record in _records(project):
        for one in record.each("sources"):
            title, url = _text(one, "title"), _text(one, "url")
            front, undated = not urlsplit(url).path.strip("/"), one.get("date") is None
            if front or undated:
                entry = Vague(title, url, front, undated, [])
                places = found.setdefault((title, url, undated), entry).places
                places.append(f"{path}:{one.line}")
    return list(found.values())


def due(project: Project, on: date) -> list[Due]:
    """What is past its review date on a day, or will be within 30 days."""
    found = []
    for path, record in _records(project):
        by = as_date(record.get("review_by"))
        if by is not None and (by - on).days <= SOON:
            line = record.key_lines["review_by"]
            found.append(Due(by, path, line, _title(record), (by - on).days))
    return sorted(found)


def facts(project: Project) -> list[Fact]:
    """Every fact to verify, in order of file."""
    return [
        Fact(path, one.line, _title(record), _text(one, "fact"), _text(one, "where"))
        for path, record in _records(project)
        for one in record.each("to_verify")
    ]


def _records(project: Project) -> Iterator[tuple[str, Value]]:
    for path in project.files(ANSWERS, ".md"):
        article = project.article(path)
        if article is not None:
            yield path, article.meta
    for path in project.files(CONTACTS, ".yml"):
        contact = project.yaml(path)
        if contact is not None:
            yield path, contact


def _title(record: Value) -> str:
    return _text(record, "title") or _text(record, "name")


def _text(record: Value, name: str) -> str:
    value = record.get(name)
    return "" if value is None else value.text
