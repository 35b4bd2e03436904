"""Our own blind sets of tests/development, of which nothing may enter what is learnt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.checking.evaluation import Evaluation, same
from bot.nlu.danger import load_danger
from bot.nlu.trainingdata import load_questions

SETS = sorted(Path("tests/development").glob("blind_*/*.jsonl"))
LEARNT = {
    same(one.text) for one in (*load_questions(Path("data/nlu")), *load_danger(Path("data/danger")))
}
SHORT = 4
"""Words up to which two people may well write the same: "handvatten pdf aub"."""


@pytest.mark.parametrize("path", SETS, ids=str)
def test_nothing_of_a_blind_set_is_learnt(path: Path) -> None:
    blind = Evaluation()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        row = json.loads(line)
        for text in [row["text"]] if "text" in row else row["turns"]:
            blind.add(text, f"{path.name}:{number}")
    long = (one for one in LEARNT if len(one.split()) > SHORT)
    assert [found for one in long if (found := blind.find(one)) is not None] == []
