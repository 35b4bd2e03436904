"""Articles: the answer to a topic, with variants by audience, sources and a review date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.knowledge.aspects import HEADING, AspectId
from bot.knowledge.catalogue import ContactId, TopicId
from bot.knowledge.frontmatter import parse


class Variant(StrEnum):
    """For whom a text is written; the value is the heading behind `# Voor `."""

    BESTUUR = "bestuur"
    PUBLIEK = "publiek"
    HULPVERLENER = "hulpverlener"
    ONDERWIJS = "onderwijs"


@dataclass(frozen=True)
class Source:
    """Where a stated fact comes from."""

    title: str
    publisher: str
    url: str
    date: str | None
    """YYYY, YYYY-MM or YYYY-MM-DD of the source; None when unknown."""


@dataclass(frozen=True)
class Unverified:
    """A fact the editors still have to check; it is never stated in a text."""

    fact: str
    where: str


@dataclass(frozen=True)
class Article:
    """What Wegwijs answers on one topic."""

    topic: TopicId
    title: str
    question: str
    """The question as a visitor would put it, on buttons that lead here."""
    short: str
    """The answer first, Markdown subset."""
    long: str
    """The detail on demand, Markdown subset."""
    variants: dict[Variant, str]
    asides: dict[AspectId, str]
    """What is said when a question is about one side of it: `# Over geld`. For every reader."""
    sources: tuple[Source, ...]
    to_verify: tuple[Unverified, ...]
    related: tuple[TopicId, ...]
    more: tuple[ContactId, ...]
    """Contacts under "meer weten": no referral."""
    reviewed: date
    review_by: date

    def text_for(self, variant: Variant) -> tuple[str, str]:
        """The short and long text for a variant; a variant without its own text gets the general one."""
        if variant in self.variants:
            return self.variants[variant], ""
        return self.short, self.long

    def is_stale(self, today: date) -> bool:
        """Whether the review date has passed on `today`."""
        return today > self.review_by


def load_article(path: Path) -> Article:
    """Read one article; raises KeyError or ValueError when a field is missing or wrong."""
    document = parse(path.read_text(encoding="utf-8"))
    meta, sections = document.meta, document.sections
    return Article(
        topic=TopicId(path.stem),
        title=meta["title"],
        question=meta["question"],
        short=sections["Kort"],
        long=sections["Meer"],
        variants={one: sections[f"Voor {one}"] for one in Variant if f"Voor {one}" in sections},
        asides={
            AspectId(name.removeprefix(HEADING)): text
            for name, text in sections.items()
            if name.startswith(HEADING)
        },
        sources=tuple(load_source(one) for one in meta["sources"]),
        to_verify=tuple(Unverified(one["fact"], one["where"]) for one in meta["to_verify"]),
        related=tuple(meta["related"]),
        more=tuple(meta["more"]),
        reviewed=_date(meta["reviewed"]),
        review_by=_date(meta["review_by"]),
    )


def load_source(data: dict[str, Any]) -> Source:
    """Read one source; raises KeyError when a field is missing."""
    stated = data.get("date")
    return Source(
        data["title"], data["publisher"], data["url"], None if stated is None else str(stated)
    )


def _date(value: object) -> date:
    if isinstance(value, date):
        return value
    return date.fromisoformat(str(value))
