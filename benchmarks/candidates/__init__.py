"""What `benchmarks.pipelines` compares: each way of understanding behind the same small interface, one file a kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from bot.engine.supervisor import ONE_THREAD
from bot.nlu.decisions import Ranking
from bot.nlu.trainingdata import Example


class Candidate(Protocol):
    """Learns from questions and ranks the intents of a text, most probable first."""

    def fit(self, examples: Sequence[Example]) -> None:
        """Learn."""
        ...

    def rank(self, text: str) -> Ranking:
        """Intents with their probabilities; a candidate may leave out the least probable ones."""
        ...


class Storable(Candidate, Protocol):
    """A candidate that is stored after training, and read again by the process that answers."""

    def reload(self) -> None:
        """Forget what is in memory and read what was stored."""
        ...


@dataclass(frozen=True)
class Entry:
    """One row of the table."""

    title: str
    make: Callable[[Path], Candidate]
    """Makes it in an empty folder; imports what it needs only then, since each runs in a process of its own."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Variables of that process."""


STOCK = ("diet", "logistic")
"""Rasa's own; Wegwijs is measured as its engine runs it: our runner of the graph, and one thread."""


def _rasa(title: str, name: str) -> Entry:
    def make(folder: Path) -> Candidate:
        from benchmarks.candidates.through_rasa import PIPELINES, Agent, OwnAgent, ThroughRasa

        return ThroughRasa(folder, PIPELINES[name], Agent if name in STOCK else OwnAgent)

    return Entry(title, make, {} if name in STOCK else ONE_THREAD)


def _ours(title: str, *, abbreviations: bool = True, **recipe: float | bool) -> Entry:
    def make(folder: Path) -> Candidate:
        from benchmarks.candidates.kernel import Kernel

        return Kernel(folder, abbreviations=abbreviations, **recipe)

    return Entry(title, make)


def _ngrams(title: str, *, lemmas: bool) -> Entry:
    def make(folder: Path) -> Candidate:
        if lemmas:
            from benchmarks.candidates.spacy_lemmas import SpacyLemmas

            return SpacyLemmas()
        from benchmarks.candidates.ngrams import NGrams

        return NGrams()

    return Entry(title, make)


def _spelling(folder: Path) -> Candidate:
    from benchmarks.candidates.spelling import Spelling

    return Spelling(folder)


def _augmented(title: str, way: str) -> Entry:
    def make(folder: Path) -> Candidate:
        from benchmarks.candidates.augmented import WAYS, Augmented

        return Augmented(folder, WAYS[way])

    return Entry(title, make)


def _tempered(folder: Path) -> Candidate:
    from benchmarks.candidates.tempered import Tempered

    return Tempered(folder)


CANDIDATES = {
    "diet": _rasa("DIET, as `rasa init` configures it", "diet"),
    "rasa-logistic": _rasa("Rasa's logistic regression", "logistic"),
    "wegwijs": _rasa("**Wegwijs: the pipeline of config.yml**", "wegwijs"),
    "ngrams": _ngrams("word and character n-grams, logistic regression", lemmas=False),
    "spacy": _ngrams("the same on spaCy's Dutch tokens and lemmas", lemmas=True),
    "ours": _ours("our model, outside Rasa"),
    "no-abbreviations": _ours("ours without abbreviations", abbreviations=False),
    "no-compounds": _ours("ours without compounds", compounds=False),
    "no-vectors": _ours("ours without word vectors", vectors=0.0),
    "no-words": _ours("ours without lemmas", words=0.0),
    "no-characters": _ours("ours without characters", characters=0.0),
    "ridge": _ours("ours, ridge regression only", of_logistic=0.0, of_mean=1.4),
    "logistic": _ours("ours, logistic regression only", of_ridge=0.0, of_mean=1.4),
    "uncalibrated": _ours("ours, mean of the two without calibration", of_ridge=1.0, of_mean=0.5),
    "tempered": Entry("ours, temperature fitted at each training", _tempered),
    "spelling": Entry("spelling corrected before ours", _spelling),
    "typos": _augmented("ours, typing errors added at training", "typos"),
    "dropping": _augmented("ours, keywords dropped at training", "dropping"),
}
