"""The intent model: two kernel machines on lemmas, characters and small word vectors, their probabilities averaged.

How it came to this, and what each part brings, is measured by `python -m benchmarks.pipelines` and written down in
docs/decisions/0004-kernel-machines-for-intents.md. Stored as JSON and .npz, never as pickle: a tampered model file
can be wrong, but cannot run code.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from bot.nlu.features import Floats, View, Weights, bigrams, matrix, pieces
from bot.nlu.kernels import logistic, ridge, softmax
from bot.nlu.pretrained import Pretrained
from bot.nlu.products import Products
from bot.nlu.recipe import Recipe
from bot.nlu.vectors import word_vectors
from bot.nlu.words import Words

Probabilities = NDArray[np.float64]

OFFSET = np.float32(0.1)
"""Constant in the kernel of the logistic machine, in place of a bias."""

_TINY = 1e-9


class IntentModel:
    """Maps texts to a probability for each intent."""

    def __init__(
        self,
        abbreviations: Mapping[str, str] | None = None,
        recipe: Recipe | None = None,
        pretrained: Pretrained | None = None,
    ) -> None:
        self.labels: list[str] = []
        self._recipe = recipe or Recipe()
        self._pretrained = pretrained
        self._words = Words(abbreviations or {})
        self._word_view, self._char_view = View(), View()
        self._vectors = self._centre = self._far_centre = np.zeros((0, 0), np.float32)
        self._ridge = self._logistic = self._dense = np.zeros((0, 0), np.float32)
        self._products = Products(csr_matrix((0, 0)))

    def fit(
        self, texts: Sequence[str], intents: Sequence[str], reading: Sequence[str] = ()
    ) -> None:
        """Learn from texts and their intents; `reading` is text without intent, for the word vectors alone."""
        self.labels = sorted(set(intents))
        if self._recipe.compounds:
            self._words.learn(texts)
        words, characters = self._cut(texts)
        self._word_view = View.fit([bigrams(row) for row in words])
        self._char_view = View.fit(characters)
        more, _ = self._cut(reading)
        self._vectors = word_vectors([*words, *more], self._word_view.vocabulary)
        counted, both = self._weights(words, characters)
        self._centre = self._sums(counted).mean(axis=0)
        if self._pretrained is not None:
            self._far_centre = self._pretrained.rows(texts).mean(axis=0)
        self._dense = self._meaning(texts, counted)
        rows = matrix(both, len(self._word_view.vocabulary) + len(self._char_view.vocabulary))
        self._products = Products(rows.T.tocsr())
        kernel = self._likeness((rows @ rows.T).toarray(), self._dense)
        targets = np.zeros((len(texts), len(self.labels)), np.float32)
        targets[np.arange(len(texts)), [self.labels.index(name) for name in intents]] = 1
        self._ridge = ridge(kernel + kernel * kernel, targets)
        self._logistic = logistic(2 * (kernel + OFFSET), targets)

    def predict(self, texts: Sequence[str]) -> Probabilities:
        """Probabilities, one row a text, one column a label."""
        counted, both = self._weights(*self._cut(texts))
        shared = np.stack([self._products(one) for one in both])
        kernel = self._likeness(shared, self._meaning(texts, counted))
        by_ridge = softmax((kernel + kernel * kernel) @ self._ridge * self._recipe.of_ridge)
        by_logistic = softmax((2 * (kernel + OFFSET)) @ self._logistic * self._recipe.of_logistic)
        mean = np.log(by_ridge + _TINY) + np.log(by_logistic + _TINY)
        return np.asarray(softmax(mean * self._recipe.of_mean), np.float64)

    def rank(self, texts: Sequence[str]) -> list[list[tuple[str, float]]]:
        """Every label with its probability, most probable first, one list a text."""
        ranked = []
        for row in self.predict(texts):
            order = np.argsort(-row)
            ranked.append([(self.labels[place], float(row[place])) for place in order])
        return ranked

    def _cut(self, texts: Sequence[str]) -> tuple[list[list[str]], list[tuple[str, ...]]]:
        """The lemmas and the character n-grams of each text."""
        expanded = [self._words.expand(text) for text in texts]
        return [self._words.lemmas(text) for text in expanded], [pieces(text) for text in expanded]

    def _weights(
        self, words: Sequence[Sequence[str]], characters: Sequence[Sequence[str]]
    ) -> tuple[list[Weights], list[Weights]]:
        """The weights of the words of each text, and those of words and characters together."""
        counted = [self._word_view.weigh(bigrams(row)) for row in words]
        letters = [self._char_view.weigh(row) for row in characters]
        return counted, [self._together(*pair) for pair in zip(counted, letters, strict=True)]

    def _together(self, words: Weights, characters: Weights) -> Weights:
        """Both kinds of pieces in one row, the characters behind the words."""
        behind = characters.places + np.int32(len(self._word_view.vocabulary))
        parts = (
            words.values * np.float32(self._recipe.words**0.5),
            characters.values * np.float32(self._recipe.characters**0.5),
        )
        return Weights(np.concatenate([words.places, behind]), np.concatenate(parts))

    def _sums(self, counted: Sequence[Weights]) -> Floats:
        """The weighed sum of the word vectors of each text."""
        return np.stack([one.values @ self._vectors[one.places] for one in counted])

    def _meaning(self, texts: Sequence[str], counted: Sequence[Weights]) -> Floats:
        """The mean word vector of each text, beside the one by the package's vectors, each as long as its weight."""
        near = _direction(self._sums(counted) - self._centre) * self._recipe.vectors**0.5
        if self._pretrained is None:
            return np.asarray(near, np.float32)
        far = _direction(self._pretrained.rows(texts) - self._far_centre)
        return np.asarray(np.hstack([near, far * self._recipe.pretrained**0.5]), np.float32)

    def _likeness(self, shared: Floats, dense: Floats) -> Floats:
        """How much each text resembles each question that was learnt: 1 is the same."""
        total = self._recipe.total(pretrained=self._pretrained is not None)
        return np.asarray((shared + dense @ self._dense.T) / np.float32(total), np.float32)

    def save(self, folder: Path) -> None:
        """Write the model into a folder."""
        np.savez(
            folder / "numbers.npz",
            vectors=self._vectors,
            centre=self._centre,
            far_centre=self._far_centre,
            ridge=self._ridge,
            logistic=self._logistic,
            dense=self._dense,
            data=self._products.pieces.data,
            indices=self._products.pieces.indices,
            indptr=self._products.pieces.indptr,
            word_idf=self._word_view.idf,
            char_idf=self._char_view.idf,
        )
        content = {
            "recipe": asdict(self._recipe),
            "pretrained": self._pretrained and [self._pretrained.name, self._pretrained.version],
            "labels": self.labels,
            "abbreviations": self._words.abbreviations,
            "parts": self._words.parts,
            "words": self._word_view.vocabulary,
            "characters": self._char_view.vocabulary,
        }
        (folder / "words.json").write_text(
            json.dumps(content, ensure_ascii=False), encoding="utf-8"
        )

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """Read what `save` wrote; raises ConfigurationError when the package that it learnt with is not here."""
        content = json.loads((folder / "words.json").read_text(encoding="utf-8"))
        package = content["pretrained"]
        pretrained = None if package is None else Pretrained(*package)
        model = cls(recipe=Recipe(**content["recipe"]), pretrained=pretrained)
        model.labels = content["labels"]
        model._words = Words(content["abbreviations"], content["parts"])
        with np.load(folder / "numbers.npz", allow_pickle=False) as numbers:
            model._word_view = View(content["words"], numbers["word_idf"])
            model._char_view = View(content["characters"], numbers["char_idf"])
            model._vectors, model._centre = numbers["vectors"], numbers["centre"]
            model._far_centre = numbers["far_centre"]
            model._ridge, model._logistic = numbers["ridge"], numbers["logistic"]
            model._dense = numbers["dense"]
            shape = (len(content["words"]) + len(content["characters"]), len(model._dense))
            parts = (numbers["data"], numbers["indices"], numbers["indptr"])
            model._products = Products(csr_matrix(parts, shape=shape))
        return model


def _direction(rows: Floats) -> Floats:
    """Each row at length 1; one of zeros stays so."""
    return np.asarray(rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-6), np.float32)
