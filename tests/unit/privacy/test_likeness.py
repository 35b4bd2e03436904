"""How much a word looks like a name by its letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.privacy.names.asked import named
from bot.privacy.names.likeness import Likeness, crossed

NAMES = [
    f"{one}{two}" for one in ("zay", "zel", "zub", "zar") for two in ("ndi", "imkhan", "dinov")
]
WORDS = [
    f"{one}{two}" for one in ("ge", "be", "ver", "ont") for two in ("lopen", "werken", "staan")
]


def test_an_unseen_name_looks_more_like_a_name_than_an_unseen_word() -> None:
    likeness = Likeness.learn(NAMES, WORDS)
    assert likeness.score("Zayimkhan") > likeness.score("gestaanen")


def test_what_is_stored_is_what_is_loaded(tmp_path: Path) -> None:
    likeness = Likeness.learn(NAMES, WORDS)
    likeness.store(tmp_path)
    assert Likeness.load(tmp_path) == likeness


def test_a_word_is_judged_by_what_was_learnt_from_others() -> None:
    level = crossed(NAMES, WORDS)
    assert level("zayndi") > level("gelopen")


@pytest.mark.parametrize(
    "question",
    ["Wat doe ik als mijn zoon radicaliseert?", "mag de schepen dat weten", "wat als hij weggaat"],
)
def test_a_question_about_somebody_gets_a_name(question: str) -> None:
    import random

    made = {named(question, random.Random(seed)) for seed in range(20)}
    assert all("{" in one for one in made)
    assert len(made) > 2


def test_a_question_about_nobody_stays_as_it_is() -> None:
    import random

    assert named("Wat is het OCAD?", random.Random(1)) == "Wat is het OCAD?"


def test_the_order_in_which_the_runs_come_changes_no_score() -> None:
    likeness = Likeness({"ab": 1e16, "bc": 1.0, "cd": -1e16}, 0.0)
    assert likeness.score("abcd") == 1.0
