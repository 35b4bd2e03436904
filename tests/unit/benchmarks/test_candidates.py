"""Every candidate that needs no Rasa learns a few questions and ranks; those through Rasa train too long for a test."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.candidates import CANDIDATES
from benchmarks.candidates.augmented import drop, typos
from benchmarks.one_pipeline import by_author, sample, train
from bot.nlu.trainingdata import Example

TEXTS = {
    "ocad": ("wat doet het ocad precies", "het ocad uitleg graag", "leg eens uit wat ocad doet"),
    "subsidie": ("subsidie van vlaanderen aanvragen", "welke subsidie bestaat er", "een subsidie graag"),
    "groet": ("hallo daar allemaal", "goeiemorgen daar iedereen", "hallo goeiemorgen daar"),
}  # fmt: skip
QUESTIONS = [
    Example(text, intent, author)
    for intent, texts in TEXTS.items()
    for author, text in zip(("an", "bo", "cy"), texts, strict=True)
] * 2
THROUGH_RASA = {"diet", "rasa-logistic", "wegwijs"}


@pytest.mark.parametrize("name", sorted(CANDIDATES.keys() - THROUGH_RASA))
def test_a_candidate_ranks_what_it_learnt_with_probabilities(name: str, tmp_path: Path):
    candidate = CANDIDATES[name].make(tmp_path)
    seconds = train(candidate, QUESTIONS)
    ranking = candidate.rank("vertel eens over het ocad")
    assert ranking[0][0] == "ocad"
    assert sum(share for _, share in ranking) == pytest.approx(1, abs=1e-4)
    assert seconds["training_s"] > 0


def test_a_typing_error_is_corrected_before_it_is_read(tmp_path: Path):
    with_speller = CANDIDATES["spelling"].make(tmp_path)
    train(with_speller, QUESTIONS * 2)
    assert with_speller.rank("subsidei")[0][1] == pytest.approx(with_speller.rank("subsidie")[0][1])


def test_an_author_is_measured_by_a_model_that_never_saw_that_author(tmp_path: Path):
    learnt: list[set[str]] = []

    class Watched:
        def fit(self, examples: list[Example]) -> None:
            learnt.append({one.author for one in examples})

        def rank(self, text: str) -> list[tuple[str, float]]:
            return [("ocad", 1.0)]

    answered, _ = by_author(Watched(), QUESTIONS)
    assert learnt == [{"bo", "cy"}, {"an", "cy"}, {"an", "bo"}]
    assert len(answered) == len(QUESTIONS)
    assert sum(one.right for one in answered) == len(QUESTIONS) / 3


def test_a_sample_is_the_same_each_time_and_takes_as_many_of_each_intent():
    taken = sample(QUESTIONS, 2)
    assert taken == sample(QUESTIONS, 2)
    assert sorted(one.intent for one in taken) == sorted([*TEXTS] * 2)


def test_changed_copies_differ_and_stay_near():
    draw = random.Random(1)
    text = "welke subsidies kunnen gemeenten aanvragen"
    assert typos(text, draw) != text
    assert abs(len(typos(text, draw)) - len(text)) <= 4
    assert drop(text, draw) == "welke kunnen gemeenten aanvragen"
    assert drop("wat is ocad", draw) == "wat is ocad"
