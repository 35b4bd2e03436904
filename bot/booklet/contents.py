"""What stands in the booklet: the topics by nature, numbered, with all that belongs to each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.booklet.referrals import Treatment, in_words, text_name, text_read, treatments
from bot.knowledge.articles import Article
from bot.knowledge.catalogue import Audience, Topic
from bot.knowledge.contacts import Contact
from bot.knowledge.library import Library

_NOTE = re.compile(r"\s*\[[^\]]*\]")


@dataclass(frozen=True)
class OwnText:
    """A text for some audiences, in place of the general one."""

    name: str
    readers: str
    """In words; empty when the routing sends nobody to it."""
    text: str


@dataclass(frozen=True)
class Entry:
    """One topic."""

    number: str
    topic: Topic
    article: Article
    asks: str
    """What the visitor wants to know, without the notes on where topics touch."""
    readers: str
    """Who reads the general text, in words; empty when nobody does."""
    own_texts: tuple[OwnText, ...]
    treatments: tuple[Treatment, ...]
    more: tuple[Contact, ...]
    related: tuple[str, ...]
    """Titles."""
    is_past: bool


@dataclass(frozen=True)
class Chapter:
    """The topics of one nature."""

    number: int
    id: str
    title: str
    entries: tuple[Entry, ...]


def chapters(library: Library, today: date) -> tuple[Chapter, ...]:
    """Every topic once, in the order of the catalogue."""
    catalogue = library.catalogue
    found: list[Chapter] = []
    for nature, title in catalogue.natures.items():
        topics = [one for one in catalogue.topics.values() if one.nature == nature]
        number = len(found) + 1
        if topics:
            entries = (
                _entry(library, one, f"{number}.{place}", today)
                for place, one in enumerate(topics, start=1)
            )
            found.append(Chapter(number, nature, title, tuple(entries)))
    return tuple(found)


def _entry(library: Library, topic: Topic, number: str, today: date) -> Entry:
    article = library.articles[topic.id]
    read = {one: text_read(library, topic.id, one) for one in Audience}
    own = {text_name(one): text for one, text in article.variants.items()}
    return Entry(
        number=number,
        topic=topic,
        article=article,
        asks=_NOTE.sub("", topic.means),
        readers=in_words(library, tuple(one for one in Audience if read[one] not in own)),
        own_texts=tuple(
            OwnText(
                name, in_words(library, tuple(one for one in Audience if read[one] == name)), text
            )
            for name, text in own.items()
        ),
        treatments=treatments(library, topic.id),
        more=tuple(library.contacts[one] for one in article.more),
        related=tuple(library.articles[one].title for one in article.related),
        is_past=article.is_stale(today),
    )
