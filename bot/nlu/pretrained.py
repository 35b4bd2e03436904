"""Word vectors that others learnt from far more Dutch than ours: those of an installed spaCy package.

Only config.spacy.yml asks for them. The package stays where it is installed; a model keeps its name and version.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from bot.errors import ConfigurationError
from bot.nlu.features import Floats

if TYPE_CHECKING:
    from spacy.tokens import Token

PARTS = ("tok2vec", "transformer", "morphologizer", "tagger", "parser", "lemmatizer", "trainable_lemmatizer",
         "attribute_ruler", "senter", "sentencizer", "ner")  # fmt: skip
"""What a package may hold besides tokenizer and vectors: none of it is loaded."""


class Pretrained:
    """The vectors of one package."""

    def __init__(self, name: str, version: str | None = None) -> None:
        """Load a package by name, or a folder by path; another `version` than the model learnt with will not do.

        Raises ConfigurationError (Dutch) when there is none, or when it holds no vectors.
        """
        # spaCy takes a second to import: only who chose it waits.
        import spacy

        try:
            self._nlp = spacy.load(name, exclude=PARTS)
        except OSError:
            raise ConfigurationError(
                f"Het spaCy-pakket '{name}' is niet geïnstalleerd; installeer het, of haal 'vectors' uit config.yml."
            ) from None
        if not self._nlp.vocab.vectors_length:
            raise ConfigurationError(
                f"Het spaCy-pakket '{name}' bevat geen woordvectoren; kies er een dat ze heeft."
            )
        self.name, self.version = name, str(self._nlp.meta["version"])
        if version not in (None, self.version):
            raise ConfigurationError(
                f"Het model leerde met versie {version} van '{name}', en hier staat {self.version}; train het opnieuw."
            )

    def rows(self, texts: Sequence[str]) -> Floats:
        """The mean vector of the words of each text that the package knows, stop words left out; else zeros."""
        means = np.zeros((len(texts), self._nlp.vocab.vectors_length), np.float32)
        # What visitors type is forgotten again at the end of the zone: typing errors are without number.
        with self._nlp.memory_zone():
            for row, text in enumerate(texts):
                found = [
                    self._vector(word) for word in self._nlp.make_doc(text) if not word.is_stop
                ]
                known = [vector for vector in found if vector is not None]
                if known:
                    means[row] = np.mean(known, axis=0)
        return means

    def _vector(self, word: Token) -> Floats | None:
        """That of the word as it is written, else in lower case."""
        for spelling in (word.text, word.lower_):
            lexeme = self._nlp.vocab[spelling]
            if lexeme.has_vector:
                return np.asarray(lexeme.vector, np.float32)
        return None
