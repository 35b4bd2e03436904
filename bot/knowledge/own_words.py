"""The words of our own domain: those that the knowledge itself uses, so that they tell nothing of who writes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.knowledge.library import Library

_WORD = re.compile(r"\w+")


def own_words(library: Library) -> frozenset[str]:
    """Every word of the topics, the articles and what the contacts are for, in small letters.

    No name of a municipality, as it tells where somebody lives.
    """
    words = {word for text in _texts(library) for word in _WORD.findall(text.casefold())}
    return frozenset(words - library.municipality_names.keys())


def _texts(library: Library) -> Iterator[str]:
    for topic in library.catalogue.topics.values():
        yield topic.means
    for article in library.articles.values():
        yield from (article.title, article.question, article.short, article.long)
        yield from article.variants.values()
        yield from article.asides.values()
    for contact in library.contacts.values():
        yield from (contact.name, contact.what_for)
