"""Word vectors of a spaCy package, on a small one that these tests build."""

from pathlib import Path

import numpy as np
import pytest
import spacy
import yaml

from bot.errors import ConfigurationError
from bot.nlu.classifier import IntentModel
from bot.nlu.pretrained import Pretrained
from bot.settings import PROJECT

ALIKE = {
    "subsidie": [1, 0.1, 0],
    "toelage": [1, 0, 0.1],
    "geld": [0.9, 0.2, 0],
    "zwaai": [0.1, 0, 1],
    "groet": [0, 0, 1],
}

TEXTS = ["een subsidie aanvragen", "geld aanvragen", "een subsidie van vlaanderen", "geld van vlaanderen",
         "een groet brengen", "de groet van hier", "groet brengen", "hier een groet"]  # fmt: skip
INTENTS = ["subsidie"] * 4 + ["groet"] * 4


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder as `spacy.load` takes it, with the tokenizer of Dutch and a few vectors."""
    folder = tmp_path_factory.mktemp("packages") / "nl_test_vectors"
    built = spacy.blank("nl")
    for word, vector in ALIKE.items():
        built.vocab.set_vector(word, np.array(vector, np.float32))
    built.to_disk(folder)
    return str(folder)


def test_words_without_a_vector_and_stop_words_do_not_count(package: str):
    rows = Pretrained(package).rows(["Is er een toelage?", "toelage", "iets onbekends", ""])
    assert np.allclose(rows[0], ALIKE["toelage"])
    assert np.allclose(rows[0], rows[1])
    assert not rows[2:].any()


def test_a_capital_does_not_hide_a_word(package: str):
    assert Pretrained(package).rows(["Subsidie"])[0] == pytest.approx(ALIKE["subsidie"])


def test_a_word_that_was_never_learnt_is_understood_by_its_neighbours(package: str):
    without, with_vectors = IntentModel(), IntentModel(pretrained=Pretrained(package))
    for model in (without, with_vectors):
        model.fit(TEXTS, INTENTS)
    assert without.rank(["zwaai"])[0][0][0] == "subsidie"
    assert with_vectors.rank(["zwaai"])[0][0][0] == "groet"


def test_a_stored_model_finds_its_package_again_and_predicts_the_same(package: str, tmp_path: Path):
    model = IntentModel(pretrained=Pretrained(package))
    model.fit(TEXTS, INTENTS)
    model.save(tmp_path)
    asked = [*TEXTS, "toelage", "☂"]
    assert np.allclose(model.predict(asked), IntentModel.load(tmp_path).predict(asked), atol=1e-5)
    assert {one.suffix for one in tmp_path.iterdir()} == {".json", ".npz"}


def test_a_package_that_is_not_there_is_named_in_dutch():
    with pytest.raises(ConfigurationError, match="'nl_core_news_lg' is niet geïnstalleerd"):
        Pretrained("nl_core_news_lg")


def test_a_package_without_vectors_is_refused(tmp_path: Path):
    spacy.blank("nl").to_disk(tmp_path / "nl_leeg")
    with pytest.raises(ConfigurationError, match="geen woordvectoren"):
        Pretrained(str(tmp_path / "nl_leeg"))


def test_another_version_than_was_learnt_with_is_refused(package: str):
    with pytest.raises(ConfigurationError, match="train het opnieuw"):
        Pretrained(package, version="9.9.9")


def test_the_second_configuration_is_the_first_with_vectors():
    first, second = (
        yaml.safe_load((PROJECT / name).read_text(encoding="utf-8"))
        for name in ("config.yml", "config.spacy.yml")
    )
    ranker = next(one for one in second["pipeline"] if one["name"].endswith("IntentRanker"))
    assert ranker.pop("vectors") == "nl_core_news_lg"
    assert second == first
