"""The intent model learns, ranks and survives storage without pickle."""

from pathlib import Path

import numpy as np
import pytest

from bot.nlu.classifier import IntentModel

TEXTS = [
    "wat is ocad", "wat doet het ocad precies", "ocad uitleg graag", "leg eens uit wat ocad doet",
    "hallo daar", "goeiemorgen iedereen", "dag allemaal", "hallo goeiemorgen",
    "een subsidie aanvragen", "welke subsidie bestaat er", "geld van vlaanderen aanvragen", "subsidie van vlaanderen",
]  # fmt: skip
INTENTS = ["ocad"] * 4 + ["groet"] * 4 + ["subsidie"] * 4


@pytest.fixture(scope="module")
def model() -> IntentModel:
    learnt = IntentModel({"subs": "subsidie"})
    learnt.fit(TEXTS, INTENTS, reading=["Het ocad doet uitleg over de dreiging."])
    return learnt


@pytest.mark.parametrize(
    ("text", "intent"),
    [("vertel eens over OCAD", "ocad"), ("goeiemorgen", "groet"), ("subs aanvragen", "subsidie")],
)
def test_a_question_like_those_learnt_is_recognised(model: IntentModel, text: str, intent: str):
    assert model.rank([text])[0][0][0] == intent


def test_probabilities_of_a_text_sum_to_one_also_when_nothing_in_it_is_known(model: IntentModel):
    assert np.allclose(
        model.predict(["iets heel anders", "", "ocad", "☂"]).sum(axis=1), 1, atol=1e-5
    )


def test_a_text_is_ranked_alike_alone_and_among_others(model: IntentModel):
    assert np.allclose(model.predict(["ocad"])[0], model.predict(["hallo", "ocad"])[1], atol=1e-5)


def test_a_stored_model_predicts_the_same(model: IntentModel, tmp_path: Path):
    model.save(tmp_path)
    assert np.allclose(model.predict(TEXTS), IntentModel.load(tmp_path).predict(TEXTS), atol=1e-5)


def test_no_stored_file_is_a_pickle(model: IntentModel, tmp_path: Path):
    model.save(tmp_path)
    assert {one.suffix for one in tmp_path.iterdir()} == {".json", ".npz"}
    with np.load(tmp_path / "numbers.npz", allow_pickle=False) as numbers:
        assert all(numbers[name].dtype != object for name in numbers)
