"""Searching the articles by their words (BM25): what is offered when the model does not understand a question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import bm25s
import numpy as np
from bm25s.stopwords import STOPWORDS_DUTCH
from rapidfuzz import fuzz, process

from bot.knowledge.catalogue import TopicId
from bot.knowledge.library import Library, load_library
from bot.nlu.material import load_abbreviations
from bot.nlu.words import Words

LIKE = 85.0
"""Likeness (rapidfuzz, 0 to 100) from which a word that no article holds is read as one that does."""

SHORTEST = 5
"""Letters of a word that may be misspelt: shorter ones resemble too much."""

OFFERED = 3
"""Hits that are offered at most, as in "Bedoelt u …?"."""

TITLE = 4
"""How often a title counts: it says what an article is about."""

_PLACEHOLDER = re.compile(r"\[[A-Z]+-\d+\]")
"""What the privacy filter left says nothing, and resembles the word "persoon"."""

_EMPTY = frozenset(STOPWORDS_DUTCH)


class Search:
    """An index of all articles, one document a topic."""

    def __init__(self, library: Library, abbreviations: dict[str, str]) -> None:
        self._topics = list(library.articles)
        texts = [_document(library, topic) for topic in self._topics]
        self._words = Words(abbreviations)
        self._words.learn(texts)
        cut = [self._tokens(text) for text in texts]
        self._known = sorted({word for words in cut for word in words})
        self._index = bm25s.BM25()
        self._index.index(cut, show_progress=False)

    def find(self, text: str) -> list[TopicId]:
        """The topics whose article fits the words of a text best, best first; none when no word fits."""
        words = [known for word in self._tokens(text) if (known := self._nearest(word))]
        if not words:
            return []
        scores = self._index.get_scores(words)
        best = np.argsort(-scores, kind="stable")[:OFFERED]
        return [self._topics[place] for place in best if scores[place] > 0]

    def _tokens(self, text: str) -> list[str]:
        """The words of a text and their lemmas: a misspelt compound is not cut, but resembles the whole one."""
        expanded = self._words.expand(_PLACEHOLDER.sub(" ", text))
        words = [*expanded.split(), *self._words.lemmas(expanded)]
        return [word for word in words if word not in _EMPTY and word.isalnum()]

    def _nearest(self, word: str) -> str | None:
        if word in self._known or len(word) < SHORTEST:
            return word if word in self._known else None
        found = process.extractOne(word, self._known, scorer=fuzz.ratio, score_cutoff=LIKE)
        return None if found is None else str(found[0])


@cache
def load_search(knowledge: Path) -> Search:
    """The index of a knowledge folder, built once a process (about 0.1 s)."""
    return Search(load_library(knowledge), load_abbreviations(knowledge))


def _document(library: Library, topic: TopicId) -> str:
    article = library.articles[topic]
    parts: Iterable[str] = (
        *[article.title] * TITLE,
        library.catalogue.topics[topic].means.partition("[")[0],
        article.short,
        article.long,
        *article.variants.values(),
    )
    return "\n".join(parts)
