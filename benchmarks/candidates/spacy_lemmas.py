"""The n-grams of `ngrams` on what spaCy makes of a text: its Dutch tokens, each as its lemma.

The blank pipeline, with the tables of spacy-lookups-data: a trained one (nl_core_news_*) is on no package registry.
"""

from __future__ import annotations

import spacy

from benchmarks.candidates.ngrams import NGrams


class SpacyLemmas(NGrams):
    """The same linear model behind spaCy's tokenizer and lookup lemmatizer."""

    def __init__(self) -> None:
        super().__init__()
        self._nlp = spacy.blank("nl")
        self._nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
        self._nlp.initialize()

    def prepare(self, text: str) -> str:
        """The lemmas, spaces between them."""
        return " ".join(token.lemma_.lower() for token in self._nlp(text) if not token.is_space)
